import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../../core/audit';
import type { Scope } from '../../core/staff';
import type { CaseFacts, CaseKind, OpenCase } from '../../core/volunteer/case';
import { auditIfChanged } from '../audit';
import type { Piece } from '../bookings/seat-sql';
import { scopeParameter } from '../scope';

/** The statement that opens a case, named after its turn. */
export const caseStatement = (
  db: D1Database,
  { kind, district, facts }: OpenCase,
  turn: { readonly id: string; readonly personId: string },
  guard: Piece,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT OR IGNORE INTO "Case" ("id", "personId", "kind", "district", "facts", "openedAt")
       SELECT ?, ?, ?, ?, ?, ? WHERE ${guard.sql}`,
    )
    .bind(turn.id, turn.personId, kind, district ?? null, JSON.stringify(facts), now, ...guard.values);

/** A case as a coordinator sees it. */
export interface ListedCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly district?: string;
  readonly facts: CaseFacts;
  readonly note?: string;
  readonly openedAt: number;
  readonly claimedBy?: string;
  readonly doneAt?: number;
  readonly result?: string;
}

const row = z.object({
  id: z.string(),
  kind: z.enum(['found-group', 'list-place']),
  district: z.string().exactOptional(),
  facts: z.string(),
  note: z.string().exactOptional(),
  openedAt: z.number(),
  claimedBy: z.string().exactOptional(),
  doneAt: z.number().exactOptional(),
  result: z.string().exactOptional(),
});

const facts = z.object({ area: z.string().exactOptional(), activity: z.string().exactOptional() });

const COLUMNS = `"id", "kind", "district", "facts", "note", "openedAt", "claimedBy", "doneAt", "result"`;

const caseIn = (raw: Readonly<Record<string, unknown>>): ListedCase => {
  const found = row.parse(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)));
  return { ...found, facts: facts.parse(JSON.parse(found.facts)) };
};

const WITHIN = `(?1 IS NULL OR "district" IS NULL OR "district" IN (SELECT value FROM json_each(?1)))`;

/** Those that wait, the longest waiting first, then those closed lately. One without a district is everybody's. */
export const casesWithin = async (
  db: D1Database,
  scope: Scope,
  limit: number,
): Promise<readonly ListedCase[]> => {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM "Case"
       WHERE ${WITHIN} ORDER BY "doneAt" IS NOT NULL, "doneAt" DESC, "openedAt" LIMIT ?2`,
    )
    .bind(scopeParameter(scope), limit)
    .all();
  return results.map(caseIn);
};

/** One case of somebody's districts. */
export const findCase = async (db: D1Database, scope: Scope, id: string): Promise<ListedCase | undefined> => {
  const found = await db
    .prepare(`SELECT ${COLUMNS} FROM "Case" WHERE ${WITHIN} AND "id" = ?2`)
    .bind(scopeParameter(scope), id)
    .first();
  return found === null ? undefined : caseIn(found);
};

/** Takes a case on; false where somebody else has it, or it is closed. */
export const claimCase = async (
  db: D1Database,
  scope: Scope,
  id: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const [claimed] = await db.batch([
    db
      .prepare(
        `UPDATE "Case" SET "claimedBy" = ?2, "claimedAt" = ?3 WHERE ${WITHIN} AND "id" = ?4 AND "doneAt" IS NULL
           AND ("claimedBy" IS NULL OR "claimedBy" = ?2)`,
      )
      .bind(scopeParameter(scope), entry.staffId ?? '', entry.at, id),
    auditIfChanged(db, entry),
  ]);
  return claimed?.meta.changes === 1;
};

/** Writes down what is to be remembered of a case; false where it is not hers, or closed. */
export const noteCase = async (
  db: D1Database,
  id: string,
  note: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const [noted] = await db.batch([
    db
      .prepare('UPDATE "Case" SET "note" = ?1 WHERE "id" = ?2 AND "doneAt" IS NULL AND "claimedBy" = ?3')
      .bind(note, id, entry.staffId ?? ''),
    auditIfChanged(db, entry),
  ]);
  return noted?.meta.changes === 1;
};

/** Closes a case with what came of it; false where it is not hers. */
export const finishCase = async (
  db: D1Database,
  id: string,
  result: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const [done] = await db.batch([
    db
      .prepare(
        'UPDATE "Case" SET "doneAt" = ?1, "result" = ?2 WHERE "id" = ?3 AND "doneAt" IS NULL AND "claimedBy" = ?4',
      )
      .bind(entry.at, result, id, entry.staffId ?? ''),
    auditIfChanged(db, entry),
  ]);
  return done?.meta.changes === 1;
};
