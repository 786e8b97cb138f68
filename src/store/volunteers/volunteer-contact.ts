import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../../core/audit';
import type { Scope } from '../../core/staff';
import { auditStatement } from '../audit';
import { scopeParameter } from '../scope';

/** Name and phone that a volunteer gave on our own page. */
export interface VolunteerContact {
  readonly name: string;
  readonly phone: string;
}

/**
 * What a volunteer wrote on our own page when she booked a helpers' course, as long as it is kept; what she gave for
 * other things is for these alone. The look itself is written down in the same batch.
 */
export const openVolunteerContact = async (
  db: D1Database,
  scope: Scope,
  number: number,
  courses: readonly string[],
  entry: AuditEntry,
): Promise<VolunteerContact | undefined> => {
  const [found] = await db.batch([
    db
      .prepare(
        `SELECT c."name", c."phone" FROM "Volunteer" v JOIN "Booking" b ON b."personId" = v."personId"
           JOIN "Contact" c ON c."bookingId" = b."id" JOIN "Lesson" l ON l."id" = b."lessonId"
           JOIN "Course" k ON k."id" = l."courseId"
         WHERE (?1 IS NULL OR v."district" IN (SELECT value FROM json_each(?1))) AND v."rowid" = ?2
           AND NOT b."isProxy" AND k."kind" IN (SELECT value FROM json_each(?3))
         ORDER BY c."givenAt" DESC LIMIT 1`,
      )
      .bind(scopeParameter(scope), number, JSON.stringify(courses)),
    auditStatement(db, entry),
  ]);
  return z.object({ name: z.string(), phone: z.string() }).safeParse(found?.results[0]).data;
};
