import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { AnswerSurvey } from '../../core/survey/survey';
import type { Piece } from '../bookings/seat-sql';

/** How long after it closed a survey still knows its people, in ms: an answer under way is written before. */
const AFTER_CLOSING = 24 * 60 * 60_000;

/** The statement that keeps her answer; hers alone, whatever a button names. */
export const answerStatement = (
  db: D1Database,
  { survey, answer }: AnswerSurvey,
  personId: string,
  guard: Piece,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Survey" SET "answer" = ?, "answeredAt" = ? WHERE "id" = ? AND "personId" = ? AND ${guard.sql}`,
    )
    .bind(answer, now, survey, personId, ...guard.values);

/**
 * Takes the people out of surveys that closed: what is left are numbers. Who refused stays known, so that she is not
 * asked after another course.
 */
export const forgetSurveyed = async (db: D1Database, now: number): Promise<void> => {
  await db
    .prepare(
      `UPDATE "Survey" SET "id" = lower(hex(randomblob(16))), "personId" = NULL, "answeredAt" = NULL
       WHERE "closesAt" < ?1 AND "personId" IS NOT NULL AND "answer" IS NOT 'refused'`,
    )
    .bind(now - AFTER_CLOSING)
    .run();
};
