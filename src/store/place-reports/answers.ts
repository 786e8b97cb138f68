import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { type Verdict, verdicts } from '../../core/place-report/report';
import { KEEP_WORDS } from '../retention';

/** A decision that who reported wants to hear of and was not told yet. */
export interface UntoldReport {
  /** What the notice that tells her is named after. */
  readonly answerId: string;
  readonly person: string;
  readonly place: string;
  readonly name: string;
  readonly isListed: boolean;
  readonly verdict: Verdict;
}

/** After this long an answer would only puzzle her, in ms: three days. */
const TELL_WITHIN = 3 * 24 * 60 * 60_000;

/** Those who are to be told: once for one decision, however much of it they had reported. */
export const untoldReports = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly UntoldReport[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM (SELECT 'report-answer:' || min(r."id") AS "answerId", r."personId" AS "person", p."id" AS "place", p."name",
         p."status" = 'active' AS "isListed", r."verdict"
       FROM "PlaceReport" r JOIN "Place" p ON p."id" = r."placeId"
       WHERE r."decidedAt" > ?1 AND r."wantsAnswer" AND r."personId" IS NOT NULL
       GROUP BY r."personId", p."id", r."decidedAt", r."verdict")
       WHERE NOT EXISTS (SELECT 1 FROM "Notice" WHERE "Notice"."id" = "answerId") LIMIT ?2`,
    )
    .bind(now - TELL_WITHIN, limit)
    .all();
  return z.array(row).parse(results);
};

const row = z.object({
  answerId: z.string(),
  person: z.string(),
  place: z.string(),
  name: z.string(),
  isListed: z.number().transform((value) => value === 1),
  verdict: z.enum(verdicts),
});

/** A month after a decision nobody needs to know any more who it was that reported. */
export const forgetReporters = async (db: D1Database, now: number): Promise<void> => {
  await db
    .prepare(
      `UPDATE "PlaceReport" SET "personId" = NULL, "saidIn" = '[]', "wantsAnswer" = 0
       WHERE "decidedAt" < ?1 AND "personId" IS NOT NULL`,
    )
    .bind(now - KEEP_WORDS)
    .run();
};
