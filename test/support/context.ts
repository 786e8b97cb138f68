import { tokorozawa } from '../../src/city/tokorozawa';
import { demoPlaces } from '../../src/city/tokorozawa/demo-places';
import { noLessons } from '../../src/core/course/lesson-list';
import type { Context } from '../../src/core/dialogue/dialogue';
import { noMatters } from '../../src/core/her-matters';
import { noNotices } from '../../src/core/notice';
import { placeOfEntry } from '../../src/core/place-entry';
import { buildPlaceIndex } from '../../src/core/search';

/** 24 November 2026, 10 in the morning in Tokyo. */
export const TUESDAY_MORNING = Date.parse('2026-11-24T10:00:00+09:00');

const places = demoPlaces.map((entry, index) =>
  placeOfEntry(entry, { number: index + 1, set: 'demo' }, tokorozawa, TUESDAY_MORNING),
);

/** What a dialogue knows on that morning of someone who has just come. */
export const contextAt = (now = TUESDAY_MORNING): Context => ({
  now,
  occurredAt: now,
  city: tokorozawa,
  person: { id: `U${'a'.repeat(32)}` },
  turn: 'turn',
  lessons: noLessons,
  bookings: [],
  notices: noNotices,
  matters: noMatters,
  places: buildPlaceIndex({ revision: 1, places }, tokorozawa.activities),
});
