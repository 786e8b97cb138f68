import { z } from 'zod';
import type { Lesson, Seating } from '../../core/course/course';
import type { Fee } from '../../core/place';

/**
 * Reads all lessons that are not past, but only if the revision differs from the one already known: else a single
 * row says so. `?1` is the known revision.
 */
export const LESSONS_IF_CHANGED = `
  SELECT r."revision", l.*, c."kind", c."name" AS "courseName", c."description", c."needsContact",
    c."sourceSet" AS "courseSet", c."sourceKey" AS "courseKey",
    (SELECT json_group_array(json_array(b."state", b."people", b."until", b."number"))
     FROM "Booking" b WHERE b."lessonId" = l."id") AS "bookings"
  FROM "LessonRevision" r
    LEFT JOIN "Lesson" l ON l."isPast" = 0 AND r."revision" <> ?1
    LEFT JOIN "Course" c ON c."id" = l."courseId"
  ORDER BY l."startsAt", l."id"`;

const text = z.string().exactOptional();
const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

const bookings = z.array(
  z.tuple([
    z.enum(['booked', 'held', 'offered', 'waiting', 'cancelled', 'lapsed']),
    z.number(),
    z.number().nullable(),
    z.string(),
  ]),
);

const courseFacts = z.object({ kind: z.string(), description: text, needsContact: flag });

const venueFacts = z.object({
  room: text,
  address: text,
  town: text,
  isApproximate: flag,
  district: text,
  sphere: text,
});

const lessonFacts = z.object({
  id: z.string(),
  date: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  seats: z.number().exactOptional(),
  opensAt: z.number(),
  closesAt: z.number(),
  audience: text,
  bring: text,
  device: z.enum(['iphone', 'android', 'any']),
  phone: text,
  url: text,
  isCancelled: flag,
});

/** Columns whose names or shapes differ from the lesson's own. */
const rest = z.object({
  courseId: z.string(),
  courseName: z.string(),
  courseSet: z.string(),
  courseKey: z.string(),
  fromTime: z.string(),
  toTime: text,
  venue: z.string(),
  lat: z.number().exactOptional(),
  lng: z.number().exactOptional(),
  feeYen: z.number().exactOptional(),
  feeText: text,
  sourceSet: z.string(),
  sourceKey: z.string(),
  bookings: z.string(),
});

/** The row that is there even when nothing changed. */
const revisionRows = z.array(z.object({ revision: z.number(), id: z.string().nullable() }));

/** What the statement above brought: the revision, and the lessons if they changed. */
export const lessonsIn = (
  rows: readonly unknown[],
): { readonly revision: number; readonly lessons: readonly Lesson[] } => {
  const heads = revisionRows.parse(rows);
  return {
    revision: heads[0]?.revision ?? 0,
    lessons: rows.filter((_, index) => heads[index]?.id !== null).map(lessonIn),
  };
};

/** What the database has as null is absent here: it is unknown. */
const withoutNulls = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null))
    : raw;

const feeOf = ({ feeYen: yen, feeText: words }: z.infer<typeof rest>): Fee => {
  if (yen === undefined) return { kind: 'unknown' };
  return yen === 0 ? { kind: 'free' } : { kind: 'yen', yen, ...(words === undefined ? {} : { text: words }) };
};

const seatingOf = (stored: string): Seating => {
  const all = bookings.parse(JSON.parse(stored));
  const waiting = all.filter(([state]) => state === 'waiting');
  return {
    booked: all.reduce((sum, [state, people]) => sum + (state === 'booked' ? people : 0), 0),
    kept: all.flatMap(([state, people, until]) =>
      (state === 'held' || state === 'offered') && until !== null ? [{ people, until }] : [],
    ),
    waiting: {
      ones: waiting.filter(([, people]) => people === 1).length,
      twos: waiting.filter(([, people]) => people > 1).length,
    },
    numbers: new Set(all.map(([, , , number]) => number)),
  };
};

const lessonIn = (raw: unknown): Lesson => {
  const known = withoutNulls(raw);
  const row = rest.parse(known);
  const { lat, lng } = row;
  return {
    ...lessonFacts.parse(known),
    course: {
      id: row.courseId,
      name: row.courseName,
      ...courseFacts.parse(known),
      source: { set: row.courseSet, key: row.courseKey },
    },
    from: row.fromTime,
    ...(row.toTime === undefined ? {} : { to: row.toTime }),
    venue: {
      name: row.venue,
      ...venueFacts.parse(known),
      ...(lat === undefined || lng === undefined ? {} : { at: { lat, lng } }),
    },
    fee: feeOf(row),
    seating: seatingOf(row.bookings),
    source: { set: row.sourceSet, key: row.sourceKey },
  };
};
