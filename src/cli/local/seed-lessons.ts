import type { D1Database } from '@cloudflare/workers-types';
import { tokorozawa } from '../../city/tokorozawa';
import { demoLessons } from '../../city/tokorozawa/demo-lessons';
import { bookingNumber } from '../../core/course/booking-number';
import { lessonOfEntry } from '../../core/course/lesson-entry';
import { saveLessons } from '../../store/lessons/save-lessons';

const DEMO = 'demo';

/**
 * Writes the demonstration lessons, with seats already given to people on the phone, into a database that has no
 * lesson at all. Returns how many it wrote.
 */
export const seedLessonsIfEmpty = async (db: D1Database, now: number): Promise<number> => {
  if ((await db.prepare('SELECT 1 FROM "Lesson" LIMIT 1').first()) !== null) return 0;
  const lessons = demoLessons.map((entry, index) =>
    lessonOfEntry(entry, { number: index + 1, set: DEMO }, tokorozawa, now),
  );
  await saveLessons(db, lessons);
  const bookings = demoLessons.flatMap(({ taken = 0 }, index) => {
    const lesson = lessons[index]?.id ?? '';
    const given = new Set<string>();
    return Array.from({ length: taken }, (_, place) => {
      const id = `${lesson}-${place + 1}`;
      const number = bookingNumber(id, given);
      given.add(number);
      return { id, lesson, number };
    });
  });
  await db
    .prepare(
      `INSERT INTO "Booking" ("id", "lessonId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
       SELECT value ->> 'id', value ->> 'lesson', value ->> 'number', 1, 'booked', 'phone', ?2, ?2 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(bookings), now)
    .run();
  return lessons.length;
};
