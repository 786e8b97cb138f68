import type { D1Database } from '@cloudflare/workers-types';

/** How many tries in a row are free before each further one makes the next wait longer. */
export interface Patience {
  readonly freeTries: number;
}

/** First pause in ms; each further failure doubles it. */
const FIRST_PAUSE = 60_000;
/** Longest pause in ms. */
const LONGEST_PAUSE = 60 * 60_000;
/** After this long without a try, in ms, earlier failures no longer count. */
const FORGIVEN_AFTER = 24 * 60 * 60_000;

/**
 * Counts a try before it is made, so that many at once cannot slip through; a success takes the count back with
 * {@link forgetTries}. Returns until when, in ms, the key must wait, or nothing where the try may be made.
 */
export const takeTry = async (
  db: D1Database,
  key: string,
  { freeTries }: Patience,
  now: number,
): Promise<number | undefined> => {
  const taken = await db
    .prepare(
      `INSERT INTO "SignInDelay" ("id", "failures", "lastAt", "until") VALUES (?1, 1, ?2, 0)
       ON CONFLICT ("id") DO UPDATE SET
         "failures" = CASE WHEN "lastAt" < ?3 THEN 1 ELSE "failures" + 1 END,
         "lastAt" = ?2,
         "until" = CASE WHEN "lastAt" < ?3 OR "failures" + 1 < ?4 THEN 0
                        ELSE ?2 + min(?6, ?5 << min("failures" + 1 - ?4, 10)) END
       WHERE "until" <= ?2
       RETURNING "failures"`,
    )
    .bind(key, now, now - FORGIVEN_AFTER, freeTries, FIRST_PAUSE, LONGEST_PAUSE)
    .first();
  if (taken !== null) return undefined;
  const until = await db
    .prepare('SELECT "until" FROM "SignInDelay" WHERE "id" = ?')
    .bind(key)
    .first<number>('until');
  return until ?? now;
};

/** Forgets the failures of a key after a success. */
export const forgetTries = async (db: D1Database, key: string): Promise<void> => {
  await db.prepare('DELETE FROM "SignInDelay" WHERE "id" = ?').bind(key).run();
};
