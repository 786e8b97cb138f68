import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../core/staff';
import { scopeParameter } from './scope';

/** Somebody who may tell the people of one class or place something. */
export interface StaffSupporter {
  readonly personId: string;
  readonly kind: 'course' | 'place';
  readonly target: string;
  readonly name: string;
  readonly grantedAt: number;
}

const row = z.object({
  personId: z.string(),
  kind: z.enum(['course', 'place']),
  target: z.string(),
  name: z.string(),
  grantedAt: z.number(),
});

/** The supporters of classes and places within a scope. */
export const supportersWithin = async (db: D1Database, scope: Scope): Promise<readonly StaffSupporter[]> => {
  const { results } = await db
    .prepare(
      `SELECT s."personId", s."kind", s."target", s."grantedAt", coalesce(c."name", p."name", s."target") AS "name"
       FROM "SupporterScope" s
         LEFT JOIN "Course" c ON s."kind" = 'course' AND c."id" = s."target"
         LEFT JOIN "Place" p ON s."kind" = 'place' AND p."id" = s."target"
       WHERE s."endedAt" IS NULL AND (?1 IS NULL
         OR p."district" IN (SELECT value FROM json_each(?1))
         OR (c."id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Lesson" WHERE "courseId" = c."id"
           AND coalesce("district", '') NOT IN (SELECT value FROM json_each(?1)))))
       ORDER BY "name", s."grantedAt"`,
    )
    .bind(scopeParameter(scope))
    .all();
  return z.array(row).parse(results);
};
