import type { D1Database } from '@cloudflare/workers-types';

/** How long what someone wrote is kept, in ms: 30 days. */
export const KEEP_WORDS = 30 * 24 * 60 * 60_000;

/**
 * Forgets closed turns older than 30 days. A person's last turn stays, because the conversation goes on from it,
 * but what she wrote is emptied there too.
 */
export const forgetOldTurns = async (db: D1Database, now: number): Promise<void> => {
  const before = now - KEEP_WORDS;
  await db.batch([
    db
      .prepare(
        `DELETE FROM "Interaction" WHERE "id" IN (
           SELECT old."id" FROM "Interaction" old
           WHERE old."occurredAt" < ?1 AND old."dueAt" IS NULL AND (old."personId" IS NULL OR old."seq" <
             (SELECT max("seq") FROM "Interaction" WHERE "personId" = old."personId")) LIMIT 500)`,
      )
      .bind(before),
    db
      .prepare(
        `UPDATE "Interaction" SET "event" = '{"type":"ignored","what":"forgotten"}'
         WHERE "occurredAt" < ?1 AND "dueAt" IS NULL AND "event" NOT LIKE '{"type":"ignored"%'`,
      )
      .bind(before),
  ]);
};
