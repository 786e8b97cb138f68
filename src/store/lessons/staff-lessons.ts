import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../../core/staff';
import { scopeParameter } from '../scope';

/** A lesson as staff see it in lists: what is held, and how its seats stand. */
export interface StaffLesson {
  readonly id: string;
  readonly courseId: string;
  readonly courseName: string;
  readonly kind: string;
  readonly needsContact: boolean;
  readonly date: string;
  readonly fromTime: string;
  readonly toTime?: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly venue: string;
  readonly room?: string;
  readonly town?: string;
  readonly district?: string;
  readonly seats?: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly bring?: string;
  readonly isCancelled: boolean;
  /** Seats of booked people, and people waiting. */
  readonly booked: number;
  readonly waiting: number;
}

const flag = z.number().transform((value) => value === 1);
const row = z.object({
  id: z.string(),
  courseId: z.string(),
  courseName: z.string(),
  kind: z.string(),
  needsContact: flag,
  date: z.string(),
  fromTime: z.string(),
  toTime: z.string().exactOptional(),
  startsAt: z.number(),
  endsAt: z.number(),
  venue: z.string(),
  room: z.string().exactOptional(),
  town: z.string().exactOptional(),
  district: z.string().exactOptional(),
  seats: z.number().exactOptional(),
  opensAt: z.number(),
  closesAt: z.number(),
  bring: z.string().exactOptional(),
  isCancelled: flag,
  booked: z.number(),
  waiting: z.number(),
});

const lessonIn = (raw: Readonly<Record<string, unknown>>): StaffLesson =>
  row.parse(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)));

const SELECT = `SELECT l.*, c."name" AS "courseName", c."kind", c."needsContact",
    (SELECT coalesce(sum(b."people"), 0) FROM "Booking" b WHERE b."lessonId" = l."id" AND b."state" = 'booked') AS "booked",
    (SELECT coalesce(sum(b."people"), 0) FROM "Booking" b WHERE b."lessonId" = l."id" AND b."state" = 'waiting') AS "waiting"
  FROM "Lesson" l JOIN "Course" c ON c."id" = l."courseId"`;

const WITHIN = `(?1 IS NULL OR l."district" IN (SELECT value FROM json_each(?1)))`;

/** The lessons within a scope from one day to another, both included, in order. */
export const lessonsWithin = async (
  db: D1Database,
  scope: Scope,
  days: { readonly from: string; readonly to: string },
): Promise<readonly StaffLesson[]> => {
  const { results } = await db
    .prepare(`${SELECT} WHERE ${WITHIN} AND l."date" BETWEEN ?2 AND ?3 ORDER BY l."startsAt", l."id"`)
    .bind(scopeParameter(scope), days.from, days.to)
    .all();
  return results.map(lessonIn);
};

/** One lesson, if it lies within the scope. */
export const findLesson = async (
  db: D1Database,
  scope: Scope,
  id: string,
): Promise<StaffLesson | undefined> => {
  const found = await db
    .prepare(`${SELECT} WHERE ${WITHIN} AND l."id" = ?2`)
    .bind(scopeParameter(scope), id)
    .first();
  return found === null ? undefined : lessonIn(found);
};

/** The districts in which a course is held; a lesson in no known district counts as the whole city, the empty text. */
export const districtsOfCourse = async (db: D1Database, course: string): Promise<readonly string[]> => {
  const { results } = await db
    .prepare('SELECT DISTINCT coalesce("district", \'\') AS "district" FROM "Lesson" WHERE "courseId" = ?')
    .bind(course)
    .all();
  return z
    .array(z.object({ district: z.string() }))
    .parse(results)
    .map(({ district }) => district);
};

/** The courses of which every lesson lies within the scope, by name. */
export const coursesWithin = async (
  db: D1Database,
  scope: Scope,
): Promise<readonly { readonly id: string; readonly name: string; readonly kind: string }[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", "name", "kind" FROM "Course" c WHERE ?1 IS NULL OR NOT EXISTS (
         SELECT 1 FROM "Lesson" WHERE "courseId" = c."id"
           AND coalesce("district", '') NOT IN (SELECT value FROM json_each(?1)))
       ORDER BY "name"`,
    )
    .bind(scopeParameter(scope))
    .all();
  return z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })).parse(results);
};
