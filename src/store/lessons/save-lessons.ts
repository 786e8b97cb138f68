import type { D1Database } from '@cloudflare/workers-types';
import type { Lesson } from '../../core/course/course';

/** A lesson as it is planned, before anybody has a seat. */
export type PlannedLesson = Omit<Lesson, 'seating'>;

/** Rows a statement: far below what one bound value may hold. */
const AT_ONCE = 100;

const courseColumns = [
  'id',
  'kind',
  'name',
  'description',
  'needsContact',
  'sourceSet',
  'sourceKey',
] as const;

const lessonColumns = [
  'id',
  'courseId',
  'date',
  'fromTime',
  'toTime',
  'startsAt',
  'endsAt',
  'venue',
  'room',
  'address',
  'town',
  'lat',
  'lng',
  'isApproximate',
  'district',
  'sphere',
  'seats',
  'opensAt',
  'closesAt',
  'audience',
  'feeYen',
  'feeText',
  'bring',
  'device',
  'phone',
  'url',
  'isCancelled',
  'sourceSet',
  'sourceKey',
] as const;

/** Columns an import leaves as they are: who the row is, and what staff or supporters decided about it since. */
const kept: readonly string[] = ['id', 'isCancelled', 'sourceSet', 'sourceKey'];

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Adds rows, or changes those of the same source; a row that would not change is not touched. */
const upsert = (table: string, columns: readonly string[]): string => {
  const changing = columns.filter((name) => !kept.includes(name));
  return `INSERT INTO "${table}" (${quoted(columns)})
    SELECT ${columns.map((name) => `value ->> '${name}'`).join(', ')} FROM json_each(?1) WHERE true
    ON CONFLICT ("sourceSet", "sourceKey") DO UPDATE SET
      ${changing.map((name) => `"${name}" = excluded."${name}"`).join(', ')}
    WHERE ${changing.map((name) => `"${name}" IS NOT excluded."${name}"`).join(' OR ')}`;
};

const courseRow = ({ course }: PlannedLesson) => ({
  id: course.id,
  kind: course.kind,
  name: course.name,
  description: course.description ?? null,
  needsContact: course.needsContact ? 1 : 0,
  sourceSet: course.source.set,
  sourceKey: course.source.key,
});

const lessonRow = (lesson: PlannedLesson) => ({
  id: lesson.id,
  courseId: lesson.course.id,
  date: lesson.date,
  fromTime: lesson.from,
  toTime: lesson.to ?? null,
  startsAt: lesson.startsAt,
  endsAt: lesson.endsAt,
  venue: lesson.venue.name,
  room: lesson.venue.room ?? null,
  address: lesson.venue.address ?? null,
  town: lesson.venue.town ?? null,
  lat: lesson.venue.at?.lat ?? null,
  lng: lesson.venue.at?.lng ?? null,
  isApproximate: lesson.venue.isApproximate ? 1 : 0,
  district: lesson.venue.district ?? null,
  sphere: lesson.venue.sphere ?? null,
  seats: lesson.seats ?? null,
  opensAt: lesson.opensAt,
  closesAt: lesson.closesAt,
  audience: lesson.audience ?? null,
  feeYen: lesson.fee.kind === 'unknown' ? null : lesson.fee.kind === 'free' ? 0 : lesson.fee.yen,
  feeText: lesson.fee.kind === 'yen' ? (lesson.fee.text ?? null) : null,
  bring: lesson.bring ?? null,
  device: lesson.device,
  phone: lesson.phone ?? null,
  url: lesson.url ?? null,
  isCancelled: lesson.isCancelled ? 1 : 0,
  sourceSet: lesson.source.set,
  sourceKey: lesson.source.key,
});

/**
 * Adds lessons with their courses, or changes those of the same source, in one step for each hundred. Doing it again
 * changes nothing; bookings stay as they are.
 */
export const saveLessons = async (db: D1Database, lessons: readonly PlannedLesson[]): Promise<void> => {
  const courses = [...new Map(lessons.map((lesson) => [lesson.course.id, courseRow(lesson)])).values()];
  for (let start = 0; start < lessons.length; start += AT_ONCE) {
    const rows = lessons.slice(start, start + AT_ONCE).map(lessonRow);
    const used = new Set(rows.map(({ courseId }) => courseId));
    await db.batch([
      db
        .prepare(upsert('Course', courseColumns))
        .bind(JSON.stringify(courses.filter(({ id }) => used.has(id)))),
      db.prepare(upsert('Lesson', lessonColumns)).bind(JSON.stringify(rows)),
    ]);
  }
};

/** How a planned lesson stands to what is stored. */
export type LessonDifference = 'added' | 'changed' | 'same';

/** Compares planned lessons with the stored ones of the same source, by lesson id; writes nothing. */
export const lessonDifferences = async (
  db: D1Database,
  lessons: readonly PlannedLesson[],
): Promise<ReadonlyMap<string, LessonDifference>> => {
  const [first] = lessons;
  if (!first) return new Map();
  const { results } = await db
    .prepare(
      `SELECT l.*, c."kind", c."name", c."description" FROM "Lesson" l JOIN "Course" c ON c."id" = l."courseId"
       WHERE l."sourceSet" = ?1`,
    )
    .bind(first.source.set)
    .all();
  const stored = new Map(results.map((row) => [String(row.sourceKey), row]));
  return new Map(
    lessons.map((lesson) => {
      const before = stored.get(lesson.source.key);
      if (before === undefined) return [lesson.id, 'added'];
      const { kind, name, description } = courseRow(lesson);
      const after = Object.entries({ ...lessonRow(lesson), kind, name, description });
      const isSame = after.every(([column, value]) => kept.includes(column) || before[column] === value);
      return [lesson.id, isSame ? 'same' : 'changed'];
    }),
  );
};
