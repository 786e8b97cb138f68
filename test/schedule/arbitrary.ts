import fc from 'fast-check';
import type { CivilDate, TimeRange, Weekday } from '../../src/core/calendar';
import { dateOfDayNumber, dayNumberOf } from '../../src/core/calendar';
import type { Exception, Rule, Schedule, Week } from '../../src/core/schedule';

const first = dayNumberOf('2025-12-01');

/** Dates around two year ends and the leap day of 2028. */
export const someDate: fc.Arbitrary<CivilDate> = fc
  .integer({ min: first, max: first + 900 })
  .map(dateOfDayNumber);

export const weekdays: fc.Arbitrary<Weekday[]> = fc.subarray([1, 2, 3, 4, 5, 6, 0] as Weekday[], {
  minLength: 1,
});

const weeks: fc.Arbitrary<Week[]> = fc.subarray([1, 2, 3, 4, 5, 'last'] as Week[], { minLength: 1 });

const clock = (min: number, max: number) =>
  fc
    .integer({ min: min * 2, max: max * 2 })
    .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

/** Times of day at which people meet. */
export const timeRange: fc.Arbitrary<TimeRange> = fc.oneof(
  clock(8, 18).map((from) => ({ from })),
  fc.tuple(clock(8, 13), clock(14, 20)).map(([from, to]) => ({ from, to })),
);

const terms = {
  time: timeRange,
  months: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 }),
  holidays: fc.constantFrom('held' as const, 'skipped' as const, 'unknown' as const),
};

const days: fc.Arbitrary<(number | 'last')[]> = fc.subarray(
  [1, 5, 15, 28, 29, 30, 31, 'last'] as (number | 'last')[],
  {
    minLength: 1,
  },
);

/** Rules of every kind. */
export const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record(
    { kind: fc.constant('weekly' as const), weekdays, ...terms },
    { requiredKeys: ['kind', 'weekdays', 'holidays'] },
  ),
  fc.record(
    { kind: fc.constant('nth-weekday' as const), weeks, weekdays, ...terms },
    { requiredKeys: ['kind', 'weeks', 'weekdays', 'holidays'] },
  ),
  fc.record(
    { kind: fc.constant('alternate-weeks' as const), weekdays, anchor: someDate, ...terms },
    { requiredKeys: ['kind', 'weekdays', 'holidays'] },
  ),
  fc.record(
    { kind: fc.constant('month-days' as const), days, ...terms },
    { requiredKeys: ['kind', 'days', 'holidays'] },
  ),
  fc.record(
    {
      kind: fc.constant('dates' as const),
      dates: fc.uniqueArray(someDate, { minLength: 1, maxLength: 4 }).map((dates) => dates.sort()),
      ...terms,
    },
    { requiredKeys: ['kind', 'dates', 'holidays'] },
  ),
);

const exception: fc.Arbitrary<Exception> = fc.oneof(
  fc.record(
    { kind: fc.constant('off' as const), date: someDate, from: clock(8, 18) },
    { requiredKeys: ['kind', 'date'] },
  ),
  fc.record(
    { kind: fc.constant('extra' as const), date: someDate, time: timeRange },
    { requiredKeys: ['kind', 'date'] },
  ),
  fc.record(
    { kind: fc.constant('moved' as const), date: someDate, toDate: someDate, time: timeRange },
    { requiredKeys: ['kind', 'date'] },
  ),
);

const pause = fc
  .record({ from: someDate, length: fc.integer({ min: 0, max: 60 }) })
  .map(({ from, length }) => ({ from, to: dateOfDayNumber(dayNumberOf(from) + length) }));

/** Whole schedules with everything that may happen to them. */
export const schedule: fc.Arbitrary<Schedule> = fc.record(
  {
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    exceptions: fc.array(exception, { maxLength: 6 }),
    pauses: fc.array(pause, { maxLength: 2 }),
    start: someDate,
    end: someDate,
  },
  { requiredKeys: ['rules'] },
);
