import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { MonthLedger } from '../../core/notice';

/** What LINE said of a month, and when. */
export interface QuotaReading {
  /** `YYYY-MM` in Asia/Tokyo. */
  readonly month: string;
  /** Undefined where the plan has no limit. */
  readonly limit: number | undefined;
  readonly used: number;
  readonly readAt: number;
}

/** Notes what LINE said; a later reading replaces an earlier one. */
export const noteQuota = async (db: D1Database, reading: QuotaReading): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO "QuotaMonth" ("month", "limit", "used", "readAt") VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT ("month") DO UPDATE SET "limit" = excluded."limit", "used" = excluded."used",
         "readAt" = excluded."readAt" WHERE excluded."readAt" > "readAt"`,
    )
    .bind(reading.month, reading.limit ?? null, reading.used, reading.readAt)
    .run();
};

/** When LINE was last asked about a month. */
export const quotaReadAt = async (db: D1Database, month: string): Promise<number | undefined> => {
  const row = await db
    .prepare('SELECT "readAt" FROM "QuotaMonth" WHERE "month" = ?1')
    .bind(month)
    .first<{ readAt: number }>();
  return row?.readAt;
};

/** What counts as still to come: everything that is approved, or only what no broadcast may eat. */
export type StillToCome = 'everything' | 'without-broadcasts';

/** Broadcasts wait behind what was promised to people, unless they call something off. */
const IS_BROADCAST = `("Notice"."kind" = 'broadcast' AND NOT "isCancellation")`;

/**
 * The ledger of the month that ends at `monthEnd`: LINE's own count and what we sent since, what is still to come, and
 * how many people have a booked lesson in what is left of it. A reminder goes out twice for each of them.
 */
export const loadLedger = async (
  db: D1Database,
  month: string,
  now: number,
  monthEnd: number,
  counted: StillToCome = 'everything',
): Promise<MonthLedger> => {
  const row = await db
    .prepare(
      `SELECT (SELECT "limit" FROM "QuotaMonth" WHERE "month" = ?1) AS "limit",
         coalesce((SELECT "used" FROM "QuotaMonth" WHERE "month" = ?1), 0) AS "known",
         coalesce((SELECT sum("people") FROM "Chunk" WHERE "state" = 'sent'
           AND "closedAt" > coalesce((SELECT "readAt" FROM "QuotaMonth" WHERE "month" = ?1), 0)), 0) AS "since",
         coalesce((SELECT sum("audienceCount") FROM "Notice"
           WHERE "status" IN ('approved', 'scheduled', 'expanding') AND coalesce("dueAt", 0) < ?3
             AND (?4 OR NOT ${IS_BROADCAST})), 0)
         + coalesce((SELECT sum("people") FROM "Chunk" JOIN "Notice" ON "Notice"."id" = "noticeId"
           WHERE "Chunk"."dueAt" IS NOT NULL AND "status" IN ('sending', 'paused')
             AND (?4 OR NOT ${IS_BROADCAST})), 0) AS "waiting",
         (SELECT count(DISTINCT "personId" || "lessonId") FROM "Booking" JOIN "Lesson" ON "Lesson"."id" = "lessonId"
           WHERE "state" = 'booked' AND "personId" IS NOT NULL AND NOT "isCancelled"
             AND "startsAt" > ?2 AND "startsAt" < ?3) AS "booked"`,
    )
    .bind(month, now, monthEnd, counted === 'everything' ? 1 : 0)
    .first();
  const { limit, known, since, waiting, booked } = ledgerRow.parse(row);
  return {
    ...(limit === null ? {} : { limit }),
    used: known + since,
    expected: waiting + 2 * booked,
    booked,
  };
};

/** A broadcast that is being sent. */
export interface SendingBroadcast {
  readonly id: string;
  readonly revision: number;
  /** How many people it has still to be sent to. */
  readonly people: number;
  /** Somebody knows what it does to the month, and sends it all the same. */
  readonly isQuotaKnown: boolean;
}

/** The broadcasts that are being sent, the earliest approved first. */
export const sendingBroadcasts = async (db: D1Database): Promise<readonly SendingBroadcast[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", "revision", "isQuotaKnown", (SELECT coalesce(sum("people"), 0) FROM "Chunk"
           WHERE "noticeId" = "Notice"."id" AND "dueAt" IS NOT NULL) AS "people"
       FROM "Notice" WHERE "status" = 'sending' AND ${IS_BROADCAST} ORDER BY "approvedAt", "id"`,
    )
    .all();
  return sendingRows.parse(results).map((row) => ({ ...row, isQuotaKnown: row.isQuotaKnown === 1 }));
};

const sendingRows = z.array(
  z.object({ id: z.string(), revision: z.number(), isQuotaKnown: z.number(), people: z.number() }),
);

const ledgerRow = z.object({
  limit: z.number().nullable(),
  known: z.number(),
  since: z.number(),
  waiting: z.number(),
  booked: z.number(),
});
