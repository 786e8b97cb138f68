import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../../core/audit';
import type { NoticeStatus } from '../../core/notice';
import type { Scope } from '../../core/staff';
import { scopeParameter } from '../scope';
import { noticeIn, type StoredNotice } from './notice';

/** Stands for the whole city: only staff of the whole city may see or change what reaches it. */
export const WHOLE_CITY = '';

/** The statements that write down which districts a notice reaches, in the batch that writes it and only if that did. */
export const reachStatements = (
  db: D1Database,
  notice: string,
  districts: readonly string[],
  change: AuditEntry,
): readonly D1PreparedStatement[] => [
  db.prepare(`DELETE FROM "NoticeReach" WHERE "noticeId" = ?1 AND ${recorded('?2')}`).bind(notice, change.id),
  db
    .prepare(
      `INSERT INTO "NoticeReach" ("noticeId", "district") SELECT ?1, value FROM json_each(?2) WHERE ${recorded('?3')}`,
    )
    .bind(notice, JSON.stringify([...new Set(districts)]), change.id),
];

const recorded = (entry: string): string => `EXISTS (SELECT 1 FROM "Audit" WHERE "id" = ${entry})`;

/** The districts a notice was written down to reach. */
export const reachOfNotice = async (db: D1Database, notice: string): Promise<readonly string[]> => {
  const { results } = await db
    .prepare('SELECT "district" FROM "NoticeReach" WHERE "noticeId" = ?')
    .bind(notice)
    .all();
  return z
    .array(z.object({ district: z.string() }))
    .parse(results)
    .map(({ district }) => district);
};

/**
 * Whether a notice lies within a scope, as SQL. A notice of staff by its written reach, all of it; a supporter's by the
 * district of her class or place.
 */
const within = (scope: string): string => `(${scope} IS NULL
  OR (EXISTS (SELECT 1 FROM "NoticeReach" WHERE "noticeId" = "Notice"."id") AND NOT EXISTS (
    SELECT 1 FROM "NoticeReach" WHERE "noticeId" = "Notice"."id"
      AND "district" NOT IN (SELECT value FROM json_each(${scope}))))
  OR ("scopeKind" = 'place' AND (SELECT "district" FROM "Place" WHERE "id" = "scopeTarget")
    IN (SELECT value FROM json_each(${scope})))
  OR ("scopeKind" = 'course' AND EXISTS (SELECT 1 FROM "Lesson" WHERE "courseId" = "scopeTarget"
    AND "district" IN (SELECT value FROM json_each(${scope})))))`;

/** A notice, if it lies within the scope. */
export const findNotice = async (
  db: D1Database,
  id: string,
  scope: Scope,
): Promise<StoredNotice | undefined> => {
  const row = await db
    .prepare(`SELECT * FROM "Notice" WHERE "id" = ?1 AND ${within('?2')}`)
    .bind(id, scopeParameter(scope))
    .first();
  return row === null ? undefined : noticeIn(row);
};

/** The notices people wrote that stand in one of these statuses and lie within the scope, the latest moved first. */
export const noticesWithin = async (
  db: D1Database,
  scope: Scope,
  statuses: readonly NoticeStatus[],
  limit: number,
): Promise<readonly StoredNotice[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM "Notice" WHERE "status" IN (SELECT value FROM json_each(?2)) AND "authorKind" <> 'system'
         AND ${within('?1')} ORDER BY "movedAt" DESC LIMIT ?3`,
    )
    .bind(scopeParameter(scope), JSON.stringify(statuses), limit)
    .all();
  return results.map(noticeIn);
};

/** The statuses in which something went out, or may have. */
export const SENT: readonly NoticeStatus[] = ['sending', 'paused', 'done', 'stopped'];

/** How many people the newest such notices reach as a rule: the middle one; 0 where there were none. */
export const usualCount = async (db: D1Database, exceptId: string): Promise<number> => {
  const { results } = await db
    .prepare(
      `SELECT "audienceCount" AS "count" FROM "Notice" WHERE "kind" = 'broadcast' AND "audienceCount" > 0 AND NOT "isDrill"
         AND "id" <> ?1 AND "status" IN (SELECT value FROM json_each(?2)) ORDER BY "movedAt" DESC LIMIT 21`,
    )
    .bind(exceptId, JSON.stringify(SENT))
    .all();
  const counts = z
    .array(z.object({ count: z.number() }))
    .parse(results)
    .map(({ count }) => count)
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
};

/** What LINE last said of this month, and what is approved and still to go out. People, as LINE counts them. */
export interface QuotaState {
  readonly limit?: number;
  readonly used: number;
  readonly planned: number;
  readonly readAt?: number;
}

/** The month's ledger for a forecast; `month` is `YYYY-MM` in Tokyo. */
export const quotaOf = async (db: D1Database, month: string): Promise<QuotaState> => {
  const [ledger, planned] = await db.batch([
    db.prepare('SELECT "limit", "used", "readAt" FROM "QuotaMonth" WHERE "month" = ?').bind(month),
    db.prepare(
      `SELECT coalesce(sum("audienceCount"), 0) AS "people" FROM "Notice"
       WHERE "status" IN ('approved', 'scheduled', 'expanding') AND "audienceCount" IS NOT NULL`,
    ),
  ]);
  const row = z
    .object({ limit: z.number().nullable(), used: z.number(), readAt: z.number() })
    .safeParse(ledger?.results[0]).data;
  const { people } = z.object({ people: z.number() }).parse(planned?.results[0]);
  return {
    used: row?.used ?? 0,
    planned: people,
    ...(row === undefined ? {} : { readAt: row.readAt }),
    ...(row === undefined || row.limit === null ? {} : { limit: row.limit }),
  };
};
