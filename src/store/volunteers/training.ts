import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { AuditEntry } from '../../core/audit';

/** The volunteers who came themselves to this lesson of a helpers' course and are not noted as trained yet. */
const TAUGHT = `v."state" IN ('wish', 'met') AND EXISTS (
  SELECT 1 FROM "Booking" b JOIN "Attendance" a ON a."bookingId" = b."id" JOIN "Lesson" l ON l."id" = b."lessonId"
    JOIN "Course" c ON c."id" = l."courseId"
  WHERE b."lessonId" = ?1 AND b."personId" = v."personId" AND b."state" = 'booked' AND NOT b."isProxy"
    AND a."people" > 0 AND c."kind" IN (SELECT value FROM json_each(?2)))`;

/**
 * For the batch in which attendance is noted, after it: whoever came to a helpers' course is trained, and the audit
 * says so for each. Noting it again changes nothing.
 */
export const trainingStatements = (
  db: D1Database,
  lesson: string,
  kinds: readonly string[],
  entry: AuditEntry,
): D1PreparedStatement[] => {
  const courses = JSON.stringify(kinds);
  return [
    db
      .prepare(
        `INSERT INTO "Audit" ("id", "at", "staffId", "staffName", "action", "subjectKind", "subjectId", "district",
           "before", "after", "from")
         SELECT lower(hex(randomblob(16))), ?3, ?4, ?5, 'volunteer.trained', 'volunteer', v."rowid", v."district",
           json_object('state', v."state"), json_object('state', 'trained'), ?6
         FROM "Volunteer" v WHERE ${TAUGHT}`,
      )
      .bind(lesson, courses, entry.at, entry.staffId ?? null, entry.staffName, entry.from),
    db
      .prepare(
        `UPDATE "Volunteer" AS v SET "state" = 'trained', "revision" = "revision" + 1, "movedAt" = ?3 WHERE ${TAUGHT}`,
      )
      .bind(lesson, courses, entry.at),
  ];
};
