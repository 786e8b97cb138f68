import type { D1Database } from '@cloudflare/workers-types';
import { tokyoInstant } from '../../src/core/calendar';
import type { Lesson, Seating } from '../../src/core/course/course';
import type { PlannedLesson } from '../../src/store/lessons/save-lessons';

/** Tuesday 24 November 2026, 10:00 in Tokyo. */
export const NOW = tokyoInstant('2026-11-24', '10:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A smartphone class on 10 December with twenty seats, as far as a test does not say otherwise. */
export const lessonWith = (change: Partial<PlannedLesson> = {}): PlannedLesson => {
  const date = change.date ?? '2026-12-10';
  const from = change.from ?? '10:00';
  const startsAt = tokyoInstant(date, from);
  const id = change.id ?? 'lesson';
  return {
    id,
    course: {
      id: 'course',
      kind: 'スマホ教室',
      name: 'はじめてのスマホ教室（見本）',
      needsContact: false,
      source: { set: 'test', key: 'course' },
    },
    date,
    from,
    to: '12:00',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    venue: {
      name: '柳瀬まちづくりセンター（見本）',
      room: '2階 会議室',
      town: '東所沢3丁目',
      at: { lat: 35.7955, lng: 139.5141 },
      isApproximate: false,
      district: '柳瀬',
    },
    seats: 20,
    opensAt: NOW - DAY,
    closesAt: startsAt - 18 * HOUR,
    fee: { kind: 'free' },
    bring: 'いつものスマホ',
    device: 'any',
    isCancelled: false,
    source: { set: 'test', key: id },
    ...change,
  };
};

/** Nobody has a seat. */
export const nobody: Seating = { booked: 0, kept: [], waiting: { ones: 0, twos: 0 }, numbers: new Set() };

/** A lesson as a conversation sees it. */
export const seenLesson = (change: Partial<Lesson> = {}): Lesson => ({
  ...lessonWith(change),
  seating: change.seating ?? nobody,
});

/** Empties what bookings leave behind. */
export const clearBookings = async (db: D1Database): Promise<void> => {
  await db.batch(
    ['Contact', 'Booking', 'Lesson', 'Course', 'Interaction', 'Person'].map((table) =>
      db.prepare(`DELETE FROM "${table}"`),
    ),
  );
};
