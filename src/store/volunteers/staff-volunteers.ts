import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../../core/audit';
import type { Scope } from '../../core/staff';
import { mayMove, type Volunteer, type VolunteerState } from '../../core/volunteer/volunteer';
import { auditIfChanged } from '../audit';
import { scopeParameter } from '../scope';
import { storedVolunteer, VOLUNTEER_JSON, volunteerIn } from './volunteer-row';

/** A volunteer as staff see her: by number, never by LINE's id. */
export interface ListedVolunteer extends Volunteer {
  /** The row's number; it names her in the console's addresses. */
  readonly number: number;
  readonly offeredAt: number;
  readonly movedAt: number;
}

const WITHIN = `(?1 IS NULL OR v."district" IN (SELECT value FROM json_each(?1)))`;

const listed = z.object({
  number: z.number(),
  offeredAt: z.number(),
  movedAt: z.number(),
  volunteer: z.string(),
});

const COLUMNS = `v."rowid" AS "number", v."offeredAt", v."movedAt", ${VOLUNTEER_JSON} AS "volunteer"`;

const volunteersIn = (rows: readonly unknown[]): readonly ListedVolunteer[] =>
  z
    .array(listed)
    .parse(rows)
    .map(({ volunteer, ...rest }) => ({
      ...rest,
      ...volunteerIn(storedVolunteer.parse(JSON.parse(volunteer))),
    }));

/** The volunteers of somebody's districts in these states, who moved last first; by words of area, district or likes. */
export const volunteersWithin = async (
  db: D1Database,
  scope: Scope,
  states: readonly VolunteerState[],
  limit: number,
  words = '',
): Promise<readonly ListedVolunteer[]> => {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM "Volunteer" v
       WHERE ${WITHIN} AND v."state" IN (SELECT value FROM json_each(?2))
         AND instr(coalesce(v."areaLabel", '') || ' ' || coalesce(v."district", '') || ' ' || v."likes", ?4) > 0
       ORDER BY v."movedAt" DESC LIMIT ?3`,
    )
    .bind(scopeParameter(scope), JSON.stringify(states), limit, words)
    .all();
  return volunteersIn(results);
};

/** One volunteer of somebody's districts, by her number. */
export const findVolunteer = async (
  db: D1Database,
  scope: Scope,
  number: number,
): Promise<ListedVolunteer | undefined> => {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM "Volunteer" v WHERE ${WITHIN} AND v."rowid" = ?2`)
    .bind(scopeParameter(scope), number)
    .all();
  return volunteersIn(results)[0];
};

/** How many stand in each state, for the pipeline. */
export const countVolunteers = async (
  db: D1Database,
  scope: Scope,
): Promise<Readonly<Partial<Record<VolunteerState, number>>>> => {
  const { results } = await db
    .prepare(`SELECT v."state", count(*) AS "people" FROM "Volunteer" v WHERE ${WITHIN} GROUP BY v."state"`)
    .bind(scopeParameter(scope))
    .all();
  const rows = z.array(z.object({ state: storedVolunteer.shape.state, people: z.number() })).parse(results);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
};

/** Why staff could not move a volunteer. */
export type MoveRefusal = 'no-such-move' | 'changed-meanwhile';

/** Staff note how far a volunteer has come: met, trained, active. Names the revision that was read. */
export const moveVolunteer = async (
  db: D1Database,
  scope: Scope,
  move: {
    readonly number: number;
    readonly revision: number;
    readonly from: VolunteerState;
    readonly to: VolunteerState;
  },
  entry: AuditEntry,
): Promise<{ readonly moved: true } | { readonly moved: false; readonly because: MoveRefusal }> => {
  if (!mayMove(move.from, move.to)) return { moved: false, because: 'no-such-move' };
  const [moved] = await db.batch([
    db
      .prepare(
        `UPDATE "Volunteer" AS v SET "state" = ?2, "revision" = "revision" + 1, "movedAt" = ?3
         WHERE ${WITHIN} AND v."rowid" = ?4 AND "revision" = ?5 AND "state" = ?6`,
      )
      .bind(scopeParameter(scope), move.to, entry.at, move.number, move.revision, move.from),
    auditIfChanged(db, entry),
  ]);
  return moved?.meta.changes === 1 ? { moved: true } : { moved: false, because: 'changed-meanwhile' };
};
