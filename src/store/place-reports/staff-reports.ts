import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { shutKinds, type Verdict, verdicts, type Wrong, wrongs } from '../../core/place-report/report';
import type { Scope } from '../../core/staff';
import { scopeParameter } from '../scope';

/** The open reports of one place, as one line of the inbox. */
export interface ReportedPlace {
  readonly place: string;
  readonly name: string;
  readonly district: string | null;
  readonly reports: number;
  /** Different people; who they are is shown to nobody. */
  readonly people: number;
  readonly shut: number;
  readonly firstAt: number;
  readonly isDoubted: boolean;
}

/** One open report. */
export interface OpenReport {
  readonly id: string;
  readonly what: Wrong;
  readonly reportedAt: number;
  readonly wantsAnswer: boolean;
  /** What she wrote, masked; nothing once 30 days are over or she took it back. */
  readonly words: readonly string[];
}

/** A report somebody has decided. */
export interface DecidedReport {
  readonly place: string;
  readonly name: string;
  readonly what: Wrong;
  readonly decidedAt: number;
  readonly decidedBy: string;
  readonly verdict: Verdict;
  readonly note: string;
}

const WITHIN = `(?1 IS NULL OR p."district" IN (SELECT value FROM json_each(?1)))`;
const SHUT = `("what" IN (${shutKinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** The places of somebody's districts that have open reports: doubted ones first, then the longest waiting. */
export const reportedPlaces = async (
  db: D1Database,
  scope: Scope,
  limit: number,
): Promise<readonly ReportedPlace[]> => {
  const { results } = await db
    .prepare(
      `SELECT p."id" AS "place", p."name", p."district", count(*) AS "reports",
         count(DISTINCT coalesce(r."personId", r."id")) AS "people", sum(${SHUT}) AS "shut",
         min(r."reportedAt") AS "firstAt", p."doubtedAt" IS NOT NULL AS "isDoubted"
       FROM "PlaceReport" r JOIN "Place" p ON p."id" = r."placeId"
       WHERE r."decidedAt" IS NULL AND ${WITHIN}
       GROUP BY p."id" ORDER BY "isDoubted" DESC, "firstAt" LIMIT ?2`,
    )
    .bind(scopeParameter(scope), limit)
    .all();
  return z.array(placeRow).parse(results);
};

/** The open reports of one place within the scope, the oldest first. */
export const openReports = async (
  db: D1Database,
  scope: Scope,
  place: string,
): Promise<readonly OpenReport[]> => {
  const { results } = await db
    .prepare(
      `SELECT r."id", r."what", r."reportedAt", r."wantsAnswer",
         (SELECT json_group_array(i."event" ->> 'text') FROM "Interaction" i
          WHERE i."id" IN (SELECT value FROM json_each(r."saidIn")) AND i."personId" = r."personId"
            AND i."event" ->> 'type' = 'said') AS "words"
       FROM "PlaceReport" r JOIN "Place" p ON p."id" = r."placeId"
       WHERE r."decidedAt" IS NULL AND ${WITHIN} AND p."id" = ?2 ORDER BY r."reportedAt", r."id"`,
    )
    .bind(scopeParameter(scope), place)
    .all();
  return z
    .array(reportRow)
    .parse(results)
    .map(({ words, wantsAnswer, ...rest }) => ({
      ...rest,
      wantsAnswer: wantsAnswer === 1,
      words: z.array(z.string()).parse(JSON.parse(words)),
    }));
};

/** What was decided lately in somebody's districts, the newest first. */
export const decidedReports = async (
  db: D1Database,
  scope: Scope,
  limit: number,
): Promise<readonly DecidedReport[]> => {
  const { results } = await db
    .prepare(
      `SELECT p."id" AS "place", p."name", r."what", r."decidedAt", r."decidedBy", r."verdict", r."note"
       FROM "PlaceReport" r JOIN "Place" p ON p."id" = r."placeId"
       WHERE r."decidedAt" IS NOT NULL AND ${WITHIN} ORDER BY r."decidedAt" DESC LIMIT ?2`,
    )
    .bind(scopeParameter(scope), limit)
    .all();
  return z.array(decidedRow).parse(results);
};

const placeRow = z.object({
  place: z.string(),
  name: z.string(),
  district: z.string().nullable(),
  reports: z.number(),
  people: z.number(),
  shut: z.number(),
  firstAt: z.number(),
  isDoubted: z.number().transform((value) => value === 1),
});

const reportRow = z.object({
  id: z.string(),
  what: z.enum(wrongs),
  reportedAt: z.number(),
  wantsAnswer: z.number(),
  words: z.string(),
});

const decidedRow = z.object({
  place: z.string(),
  name: z.string(),
  what: z.enum(wrongs),
  decidedAt: z.number(),
  decidedBy: z.string(),
  verdict: z.enum(verdicts),
  note: z.string(),
});
