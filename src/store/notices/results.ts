import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { ALL_TOLD } from './waiting';

/** A supporter's notice whose outcome she was not told yet. */
export interface UntoldResult {
  readonly id: string;
  /** What the notice that tells her is named after. */
  readonly resultId: string;
  readonly author: string;
  readonly title: string;
  readonly status: 'done' | 'grew' | 'returned' | 'stopped';
}

/** The outcomes of the last day that supporters were not told. What she withdrew herself needs no telling. */
export const untoldResults = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly UntoldResult[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", 'result:' || "id" || ':' || "revision" || ':' || "status" AS "resultId", "authorId" AS "author",
         "title", CASE WHEN "status" = 'done' THEN 'done' WHEN "note" = 'audience-grew' THEN 'grew'
           WHEN "status" = 'returned' THEN 'returned' ELSE 'stopped' END AS "status"
       FROM "Notice" "first"
       WHERE "status" IN ('done', 'returned', 'stopped', 'cancelled') AND "movedAt" > ?1
         AND "authorKind" = 'supporter' AND "kind" = 'class-notice' AND coalesce("audienceCount", 1) > 0
         AND coalesce("note", '') NOT IN ('withdrawn', 'role-ended') AND NOT EXISTS (
           SELECT 1 FROM "Notice" WHERE "Notice"."id"
             = 'result:' || "first"."id" || ':' || "first"."revision" || ':' || "first"."status")
         AND "audience" ->> 'type' <> 'waiting' AND ("status" <> 'done' OR ${ALL_TOLD})
       ORDER BY "movedAt" LIMIT ?2`,
    )
    .bind(now - 86_400_000, limit)
    .all();
  return z.array(resultRow).parse(results);
};

const resultRow = z.object({
  id: z.string(),
  resultId: z.string(),
  author: z.string(),
  title: z.string(),
  status: z.enum(['done', 'grew', 'returned', 'stopped']),
});
