import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { MenuKind } from '../core/rich-menu';
import type { Piece } from './bookings/seat-sql';

/** How long one worker has a person's menu to itself, in ms: a call to LINE with its time-out, and a little more. */
export const MENU_LEASE = 30_000;
/** The longest pause between two tries, in ms. */
const LONGEST_PAUSE = 60 * 60_000;

/** A person whose menu at LINE is not, or may not be, the one she should have. */
export interface DueLink {
  readonly personId: string;
  readonly wished: MenuKind;
  /** Counts changes of the wish; who acted on an older one has not fulfilled it. */
  readonly revision: number;
  readonly dueAt: number;
  readonly tries: number;
}

const dueRow = z.object({
  personId: z.string(),
  wished: z.enum(['elder', 'supporter', 'tester']),
  revision: z.number(),
  dueAt: z.number(),
  tries: z.number(),
});

/** The menu that follows from the roles of `who`. */
const WISHED = `CASE
  WHEN EXISTS (SELECT 1 FROM "SupporterScope" s WHERE s."personId" = who."id" AND s."endedAt" IS NULL) THEN 'supporter'
  WHEN EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = who."id" AND p."isTester" = 1) THEN 'tester'
  ELSE 'elder' END`;

/**
 * Brings the wished menus in step with the roles, of one person or of all, and counts who has a menu of her own. A wish
 * is derived here and written nowhere else, so that no change of a role can forget it.
 */
export const wishMenus = async (
  db: D1Database,
  now: number,
  personId: string | null = null,
): Promise<number> => {
  const [, counted] = await db.batch<{ people: number }>([
    db
      .prepare(
        `INSERT INTO "MenuLink" ("personId", "wished", "dueAt")
         SELECT who."id", ${WISHED}, ?1 FROM (
           SELECT "personId" AS "id" FROM "SupporterScope" WHERE "endedAt" IS NULL
           UNION SELECT "id" FROM "Person" WHERE "isTester" = 1
           UNION SELECT "personId" FROM "MenuLink") who
         WHERE ?2 IS NULL OR who."id" = ?2
         ON CONFLICT ("personId") DO UPDATE SET "wished" = excluded."wished", "revision" = "revision" + 1, "tries" = 0,
           "dueAt" = min(max(coalesce("MenuLink"."dueAt", 0), ?1), ?1 + ${MENU_LEASE})
         WHERE "MenuLink"."wished" <> excluded."wished"`,
      )
      .bind(now, personId),
    db
      .prepare('SELECT count(*) AS "people" FROM "MenuLink" WHERE ?1 IS NULL OR "personId" = ?1')
      .bind(personId),
  ]);
  return counted?.results[0]?.people ?? 0;
};

/**
 * Who is due, longest overdue first. Whose menu stood at LINE under another id than it has now is due as well: the menu
 * was replaced, and with the old one her link is gone. Who blocked us waits until she is back, unless it is taken away.
 */
export const dueLinks = async (
  db: D1Database,
  ids: Readonly<Partial<Record<MenuKind, string>>>,
  now: number,
  limit: number,
  personId: string | null = null,
): Promise<readonly DueLink[]> => {
  const [, due] = await db.batch([
    db
      .prepare(
        `UPDATE "MenuLink" SET "dueAt" = ?1, "revision" = "revision" + 1, "tries" = 0
         WHERE "dueAt" IS NULL AND "linkedId" <> ?2 ->> "wished" AND (?3 IS NULL OR "personId" = ?3)`,
      )
      .bind(now, JSON.stringify(ids), personId),
    db
      .prepare(
        `SELECT l."personId", l."wished", l."revision", l."dueAt", l."tries"
         FROM "MenuLink" l LEFT JOIN "Person" p ON p."id" = l."personId"
         WHERE l."dueAt" <= ?1 AND (p."leftAt" IS NULL OR l."wished" = 'elder') AND (?3 IS NULL OR l."personId" = ?3)
         ORDER BY l."dueAt" LIMIT ?2`,
      )
      .bind(now, limit, personId),
  ]);
  return z.array(dueRow).parse(due?.results ?? []);
};

/** Takes a link for one worker. Undefined says that another was first or that the wish has changed. */
export const claimLink = async (db: D1Database, link: DueLink, now: number): Promise<DueLink | undefined> => {
  const dueAt = now + MENU_LEASE;
  const done = await db
    .prepare('UPDATE "MenuLink" SET "dueAt" = ?4 WHERE "personId" = ?1 AND "revision" = ?2 AND "dueAt" = ?3')
    .bind(link.personId, link.revision, link.dueAt, dueAt)
    .run();
  return done.meta.changes === 1 ? { ...link, dueAt } : undefined;
};

/**
 * Notes that LINE did it; `menuId` is the menu she now has, undefined for everybody's. If the wish has changed meanwhile
 * the link is due again at once.
 */
export const settleLink = async (
  db: D1Database,
  link: DueLink,
  menuId: string | undefined,
  now: number,
): Promise<void> => {
  const { personId, revision, dueAt } = link;
  const claimed = '"personId" = ?1 AND "dueAt" = ?3';
  await db.batch([
    menuId === undefined
      ? db
          .prepare(`DELETE FROM "MenuLink" WHERE ${claimed} AND "revision" = ?2`)
          .bind(personId, revision, dueAt)
      : db
          .prepare(
            `UPDATE "MenuLink" SET "linkedId" = ?4, "dueAt" = NULL, "tries" = 0 WHERE ${claimed} AND "revision" = ?2`,
          )
          .bind(personId, revision, dueAt, menuId),
    db
      .prepare(`UPDATE "MenuLink" SET "dueAt" = ?4 WHERE ${claimed} AND "revision" <> ?2`)
      .bind(personId, revision, dueAt, now),
  ]);
};

/** LINE failed: tried again later, each time a little later. */
export const postponeLink = async (db: D1Database, link: DueLink, now: number): Promise<void> => {
  const pause = Math.min(LONGEST_PAUSE, 60_000 * 2 ** Math.min(link.tries, 10));
  await db
    .prepare(
      'UPDATE "MenuLink" SET "dueAt" = ?3, "tries" = "tries" + 1 WHERE "personId" = ?1 AND "dueAt" = ?2',
    )
    .bind(link.personId, link.dueAt, now + pause)
    .run();
};

/** Makes a person's own menu due again: whether LINE keeps it while she blocks us is not promised anywhere. */
export const relinkStatement = (
  db: D1Database,
  personId: string,
  guard: Piece,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "MenuLink" SET "dueAt" = min(max(coalesce("dueAt", 0), ?), ?), "revision" = "revision" + 1, "tries" = 0
       WHERE "personId" = ? AND ${guard.sql}`,
    )
    .bind(now, now + MENU_LEASE, personId, ...guard.values);
