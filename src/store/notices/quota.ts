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

/**
 * The ledger of the month that ends at `monthEnd`: LINE's own count and what we sent since, what is still to come, and
 * how many people have a booked lesson in what is left of it. A reminder goes out twice for each of them.
 */
export const loadLedger = async (
  db: D1Database,
  month: string,
  now: number,
  monthEnd: number,
): Promise<MonthLedger> => {
  const row = await db
    .prepare(
      `SELECT (SELECT "limit" FROM "QuotaMonth" WHERE "month" = ?1) AS "limit",
         coalesce((SELECT "used" FROM "QuotaMonth" WHERE "month" = ?1), 0) AS "known",
         coalesce((SELECT sum("people") FROM "Chunk" WHERE "state" = 'sent'
           AND "closedAt" > coalesce((SELECT "readAt" FROM "QuotaMonth" WHERE "month" = ?1), 0)), 0) AS "since",
         coalesce((SELECT sum("audienceCount") FROM "Notice"
           WHERE "status" IN ('approved', 'scheduled', 'expanding', 'paused') AND coalesce("dueAt", 0) < ?3), 0)
         + coalesce((SELECT sum("people") FROM "Chunk" WHERE "state" IN ('pending', 'sending')), 0) AS "waiting",
         (SELECT count(DISTINCT "personId" || "lessonId") FROM "Booking" JOIN "Lesson" ON "Lesson"."id" = "lessonId"
           WHERE "state" = 'booked' AND "personId" IS NOT NULL AND NOT "isCancelled"
             AND "startsAt" > ?2 AND "startsAt" < ?3) AS "booked"`,
    )
    .bind(month, now, monthEnd)
    .first();
  const { limit, known, since, waiting, booked } = ledgerRow.parse(row);
  return {
    ...(limit === null ? {} : { limit }),
    used: known + since,
    expected: waiting + 2 * booked,
    booked,
  };
};

const ledgerRow = z.object({
  limit: z.number().nullable(),
  known: z.number(),
  since: z.number(),
  waiting: z.number(),
  booked: z.number(),
});
