import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../../core/staff';
import type { SurveyCounts } from '../../core/survey/figures';
import { SURVEY_OPEN } from '../../core/survey/survey';
import { scopeParameter } from '../scope';

/** How the people of one course answered; nobody is named, and nothing is told of one alone. */
export interface CourseSurvey extends SurveyCounts {
  readonly course: string;
  readonly name: string;
  readonly kind: string;
  readonly district: string | null;
  /** When its last lesson ended, and until when answers are taken, in ms. */
  readonly endedAt: number;
  readonly closesAt: number;
}

const of = (answer: string): string => `sum("answer" IS '${answer}') AS "${answer}"`;

/** The surveys of somebody's districts, the newest course first. */
export const surveysWithin = async (db: D1Database, scope: Scope): Promise<readonly CourseSurvey[]> => {
  const { results } = await db
    .prepare(
      `SELECT s."courseId" AS "course", c."name", c."kind", s."district", max(s."closesAt") AS "closesAt",
         count(*) AS "asked", ${of('found')}, ${of('way')}, ${of('neither')}, ${of('refused')}
       FROM "Survey" s JOIN "Course" c ON c."id" = s."courseId"
       WHERE (?1 IS NULL OR s."district" IN (SELECT value FROM json_each(?1)))
       GROUP BY s."courseId", s."district" ORDER BY "closesAt" DESC`,
    )
    .bind(scopeParameter(scope))
    .all();
  return z
    .array(row)
    .parse(results)
    .map((one) => ({ ...one, endedAt: one.closesAt - SURVEY_OPEN }));
};

const row = z.object({
  course: z.string(),
  name: z.string(),
  kind: z.string(),
  district: z.string().nullable(),
  closesAt: z.number(),
  asked: z.number(),
  found: z.number(),
  way: z.number(),
  neither: z.number(),
  refused: z.number(),
});
