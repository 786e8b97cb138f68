import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { ASK_WITHIN, SURVEY_OPEN } from '../../core/survey/survey';

/**
 * Opens the survey of each course that has ended for everybody who came, herself and not on behalf of somebody: once a
 * person and course, however often it runs. Nobody is asked who left, stopped all notices or once refused, and nobody
 * about a course whose survey has closed.
 */
export const openSurveys = async (db: D1Database, kinds: readonly string[], now: number): Promise<void> => {
  await db
    .prepare(
      `WITH "ended" AS (
         SELECT c."id", max(l."endsAt") AS "endedAt" FROM "Course" c JOIN "Lesson" l ON l."courseId" = c."id"
         WHERE c."kind" IN (SELECT value FROM json_each(?1)) AND NOT l."isCancelled" GROUP BY c."id"
         HAVING max(l."endsAt") BETWEEN ?2 - ${ASK_WITHIN} AND ?2)
       INSERT OR IGNORE INTO "Survey" ("id", "courseId", "personId", "district", "askedAt", "closesAt")
       SELECT lower(hex(randomblob(16))), e."id", b."personId",
         (SELECT "district" FROM "Lesson" WHERE "courseId" = e."id" AND "endsAt" = e."endedAt"), ?2,
         e."endedAt" + ${SURVEY_OPEN}
       FROM "ended" e JOIN "Lesson" l ON l."courseId" = e."id" JOIN "Booking" b ON b."lessonId" = l."id"
         JOIN "Attendance" a ON a."bookingId" = b."id" JOIN "Person" p ON p."id" = b."personId"
       WHERE b."state" = 'booked' AND NOT b."isProxy" AND a."people" > 0 AND p."leftAt" IS NULL AND p."erasedAt" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Survey" WHERE "courseId" = e."id" AND "closesAt" <= ?2)
         AND NOT EXISTS (SELECT 1 FROM "Survey" WHERE "personId" = p."id" AND "answer" = 'refused')
         AND NOT EXISTS (SELECT 1 FROM "NoticeChoice" WHERE "personId" = p."id" AND "what" = 'stop'
           AND "value" = 'broadcasts')
       GROUP BY e."id", b."personId"`,
    )
    .bind(JSON.stringify(kinds), now)
    .run();
};

/** A survey that nobody has told its person of. */
export interface UntoldSurvey {
  readonly id: string;
  readonly person: string;
  readonly course: string;
  readonly closesAt: number;
}

/** What the notice of a survey is named after. */
export const surveyNoticeId = (survey: string): string => `survey:${survey}`;

/** The open surveys whose question was not queued yet. */
export const untoldSurveys = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly UntoldSurvey[]> => {
  const { results } = await db
    .prepare(
      `SELECT s."id", s."personId" AS "person", c."name" AS "course", s."closesAt"
       FROM "Survey" s JOIN "Course" c ON c."id" = s."courseId"
       WHERE s."closesAt" > ?1 AND s."personId" IS NOT NULL AND s."answer" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Notice" WHERE "Notice"."id" = 'survey:' || s."id")
       LIMIT ?2`,
    )
    .bind(now, limit)
    .all();
  return z
    .array(z.object({ id: z.string(), person: z.string(), course: z.string(), closesAt: z.number() }))
    .parse(results);
};
