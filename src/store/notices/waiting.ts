import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';

/** How long after the booked were told the waiting still are, in ms: one day. */
const STILL_TOLD = 24 * 60 * 60_000;

/** What the notice to those who wait is named after: the one to those who have a seat. */
const WAITING_ID = `'waiting:' || "first"."id"`;

/**
 * Whether the booking `waits` is of somebody who is told after those who have a seat: she waits for one, or came by it
 * since the notice `first` to them was approved, and is not among them.
 */
export const IS_TOLD_SECOND = `("state" IN ('held', 'offered', 'waiting')
    OR ("state" = 'booked' AND "waits"."changedAt" > "first"."approvedAt"))
  AND "waits"."personId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "Delivery" WHERE "noticeId" = "first"."id" AND "personId" = "waits"."personId")
  AND ("first"."id" IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "Booking" "has" WHERE "has"."lessonId" = "waits"."lessonId"
    AND "has"."state" = 'booked' AND "has"."personId" = "waits"."personId"))`;

/** Somebody who is to be told after those whom the notice `first` tells, and was there when it was approved. */
const SOMEBODY_WAITS = `EXISTS (SELECT 1 FROM "Booking" "waits" WHERE "lessonId" = "first"."audience" ->> 'lesson'
  AND "madeAt" <= "first"."approvedAt" AND ${IS_TOLD_SECOND})`;

/** Whether the notice `first` is also for the waiting, who are not told before everybody who has a seat was sent to. */
export const TELLS_WAITING = `("first"."audience" ->> 'thenWaiting' = 1 AND ${SOMEBODY_WAITS})`;

/** Whether all of the notice `first` has gone out, the part for the waiting included. */
export const ALL_TOLD = `(NOT ${TELLS_WAITING} OR EXISTS (
  SELECT 1 FROM "Notice" "second" WHERE "second"."id" = ${WAITING_ID} AND "status" IN ('done', 'stopped', 'cancelled')))`;

/**
 * Makes the notices to those who wait, of the notices whose booked people have all been sent to. The words are the same,
 * the author's role and its end hold for both, and the id follows from the first, so that making it again makes nothing.
 * Returns how many are new.
 */
export const addWaitingParts = async (db: D1Database, now: number): Promise<number> => {
  const parts = db
    .prepare(
      `INSERT OR IGNORE INTO "Notice" ("id", "kind", "status", "title", "content", "frozen", "audience", "audienceWords",
         "isCancellation", "forDay", "scopeKind", "scopeTarget", "authorKind", "authorId", "approverId", "createdAt",
         "editedAt", "approvedAt", "movedAt", "notAfter", "dueAt")
       SELECT ${WAITING_ID}, "kind", 'scheduled', "title", "content", "frozen",
         json_object('type', 'waiting', 'lesson', "audience" ->> 'lesson', 'after', "id"), "audienceWords", "isCancellation", "forDay",
         "scopeKind", "scopeTarget", "authorKind", "authorId", "approverId", ?1, "editedAt", "approvedAt", ?1, "notAfter",
         ?1
       FROM "Notice" "first" WHERE "status" = 'done' AND "movedAt" > ?2 AND ${TELLS_WAITING}
         AND ("authorKind" <> 'supporter' OR EXISTS (SELECT 1 FROM "SupporterScope" WHERE "personId" = "authorId"
           AND "SupporterScope"."kind" = "first"."scopeKind" AND "target" = "scopeTarget" AND "endedAt" IS NULL))`,
    )
    .bind(now, now - STILL_TOLD);
  // Whoever of the staff may see and stop the first may see and stop the second.
  const reach = db
    .prepare(
      `INSERT OR IGNORE INTO "NoticeReach" ("noticeId", "district")
       SELECT "Notice"."id", "district" FROM "Notice" JOIN "NoticeReach" ON 'waiting:' || "noticeId" = "Notice"."id"
       WHERE "status" = 'scheduled' AND "movedAt" = ?1 AND "audience" ->> 'type' = 'waiting'`,
    )
    .bind(now);
  const [made] = await db.batch([parts, reach]);
  return made?.meta.changes ?? 0;
};

/** The notice to those who wait that belongs to a notice. */
export const waitingPartOf = (notice: string): string => `waiting:${notice}`;

/** Somebody whose offered seat went on to the next because she did not answer, and who was not told so. */
export interface LapsedOffer {
  readonly booking: string;
  readonly person: string;
  readonly lesson: string;
  readonly offers: number;
}

/** The lapsed offers of lessons still to come that nobody was told of. */
export const untoldLapses = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly LapsedOffer[]> => {
  const { results } = await db
    .prepare(
      `SELECT "Booking"."id" AS "booking", "personId" AS "person", "lessonId" AS "lesson", "offers" FROM "Booking"
       JOIN "Notice" ON "Notice"."id" = 'seat-offered:' || "Booking"."id" || ':' || "offers"
       JOIN "Lesson" ON "Lesson"."id" = "lessonId"
       WHERE "state" = 'lapsed' AND "changedAt" > ?1 AND "until" <= ?2 AND "personId" IS NOT NULL
         AND "startsAt" > ?2 AND NOT "isCancelled" AND NOT EXISTS (
           SELECT 1 FROM "Notice" WHERE "Notice"."id" = 'seat-lapsed:' || "Booking"."id" || ':' || "offers")
       ORDER BY "changedAt" LIMIT ?3`,
    )
    .bind(now - STILL_TOLD, now, limit)
    .all();
  return z.array(lapsedRow).parse(results);
};

const lapsedRow = z.object({
  booking: z.string(),
  person: z.string(),
  lesson: z.string(),
  offers: z.number(),
});
