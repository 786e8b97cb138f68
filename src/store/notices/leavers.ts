import type { D1Database } from '@cloudflare/workers-types';

/** How much later than it happened a block may reach us and still be seen here, in ms: one day. */
const LATEST_WORD = 24 * 60 * 60_000;

/**
 * Marks who blocked us after she was written down for a notice that is being sent, so that she is in no call. Whoever is
 * in a chunk that may have gone out stays in it: the same key must go with the same people. Asked once a run, because to
 * look each of a hundred thousand people up with her chunk costs as much as all the rest of a broadcast.
 */
export const markLeavers = async (db: D1Database): Promise<void> => {
  await db
    .prepare(
      `UPDATE "Delivery" SET "failedBecause" = 'left'
       WHERE "failedBecause" IS NULL AND ("noticeId", "personId") IN (
         SELECT "Notice"."id", "Person"."id" FROM "Notice" CROSS JOIN "Person"
         WHERE "status" = 'sending' AND "leftAt" > "approvedAt" - ${LATEST_WORD})
       AND EXISTS (SELECT 1 FROM "Chunk" WHERE "Chunk"."noticeId" = "Delivery"."noticeId"
         AND "Delivery"."personId" BETWEEN "firstPersonId" AND "lastPersonId"
         AND "Delivery"."isLarge" = "Chunk"."isLarge" AND "state" = 'pending' AND NOT "mayBeOut")`,
    )
    .run();
};
