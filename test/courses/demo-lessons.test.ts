import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { seedLessonsIfEmpty } from '../../src/cli/local/seed-lessons';
import { isHoliday, tokyoDate, weekdayOf } from '../../src/core/calendar';
import type { Lesson } from '../../src/core/course/course';
import { openingAt, seatsToTake } from '../../src/core/course/seats';
import { lessonKeeperOf } from '../../src/store/lessons/keeper';
import { DAY, HOUR, NOW } from '../support/lessons';

let database: LocalDatabase;
let lessons: readonly Lesson[] = [];

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
  await seedLessonsIfEmpty(database.db, NOW);
  const reading = lessonKeeperOf(database.db).reading(true);
  lessons = reading.take(await reading.statement.all()).lessons;
});
afterAll(() => database.close());

describe('the demonstration lessons', () => {
  it('are at least twenty-four in the next two months, in several districts, and all say that they are samples', () => {
    const ahead = lessons.filter(({ startsAt }) => startsAt > NOW && startsAt < NOW + 62 * DAY);
    expect(ahead.length).toBeGreaterThanOrEqual(24);
    expect(new Set(lessons.map(({ venue }) => venue.district)).size).toBeGreaterThanOrEqual(8);
    expect(
      lessons.filter(({ course, venue }) => !/見本/.test(course.name) || !/見本/.test(venue.name)),
    ).toEqual([]);
  });

  it('fall on working days and lie where their town lies', () => {
    for (const { date, venue } of lessons) {
      expect(isHoliday(date) || weekdayOf(date) % 6 === 0).toBe(false);
      expect(venue.at).toBeDefined();
      expect(venue.district).toBeDefined();
    }
  });

  it('are partly full, partly closing today and partly opening tomorrow', () => {
    const open = lessons.filter((lesson) => openingAt(lesson, NOW) === 'open');
    expect(open.filter((lesson) => seatsToTake(lesson, NOW) === 0).length).toBeGreaterThanOrEqual(3);
    expect(
      lessons.filter(({ closesAt }) => tokyoDate(closesAt - 1) === tokyoDate(NOW)).length,
    ).toBeGreaterThan(0);
    const later = lessons.filter((lesson) => openingAt(lesson, NOW) === 'notYet');
    expect(later.length).toBeGreaterThanOrEqual(3);
    expect(later.every((lesson) => openingAt(lesson, NOW + 24 * HOUR) === 'open')).toBe(true);
  });

  it('are written once', async () => {
    expect(await seedLessonsIfEmpty(database.db, NOW)).toBe(0);
  });
});
