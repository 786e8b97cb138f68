import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../src/core/calendar';
import type { Rule, Schedule } from '../../src/core/schedule';
import { cancelledBetween, datesKnown, nextOccurrence, occurrencesBetween } from '../../src/core/schedule';
import { schedule as anySchedule, someDate } from './arbitrary';
import { asText, bruteForce } from './brute-force';

const dates = (schedule: Schedule, from: string, to: string) =>
  occurrencesBetween(schedule, from, to).map((occurrence) => occurrence.date);
const only = (rule: Rule): Schedule => ({ rules: [rule] });
const afternoon = { from: '13:30', to: '15:00' };

describe('the dates of a schedule', () => {
  it('agree with a brute-force calendar, whatever the schedule', () => {
    fc.assert(
      fc.property(anySchedule, someDate, fc.integer({ min: 0, max: 400 }), (schedule, from, length) => {
        const to = addDays(from, length);
        expect(occurrencesBetween(schedule, from, to).map(asText)).toEqual(bruteForce(schedule, from, to));
      }),
      { numRuns: 500 },
    );
  });

  it('begin with the next occurrence', () => {
    fc.assert(
      fc.property(anySchedule, someDate, (schedule, from) => {
        const next = nextOccurrence(schedule, from);
        const [first] = occurrencesBetween(schedule, from, addDays(from, 400));
        expect(next).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('give the second and fourth Tuesday', () => {
    const schedule = only({
      kind: 'nth-weekday',
      weeks: [2, 4],
      weekdays: [2],
      holidays: 'held',
      time: afternoon,
    });
    expect(dates(schedule, '2026-12-01', '2027-01-31')).toEqual([
      '2026-12-08',
      '2026-12-22',
      '2027-01-12',
      '2027-01-26',
    ]);
  });

  it('give a fifth week only to the months that have one', () => {
    const schedule = only({ kind: 'nth-weekday', weeks: [5], weekdays: [6], holidays: 'held' });
    expect(dates(schedule, '2026-10-01', '2027-01-31')).toEqual(['2026-10-31', '2027-01-30']);
  });

  it('give the last Friday of February in a leap year', () => {
    const schedule = only({ kind: 'nth-weekday', weeks: ['last'], weekdays: [5], holidays: 'held' });
    expect(dates(schedule, '2028-02-01', '2028-02-29')).toEqual(['2028-02-25']);
  });

  it('have a 29th of February only every four years, and a 31st only in long months', () => {
    const leap = only({ kind: 'month-days', days: [29], months: [2], holidays: 'held' });
    expect(dates(leap, '2026-01-01', '2029-12-31')).toEqual(['2028-02-29']);
    const thirtyFirst = only({ kind: 'month-days', days: [31], holidays: 'held' });
    expect(dates(thirtyFirst, '2026-11-01', '2027-03-31')).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
    ]);
    const last = only({ kind: 'month-days', days: ['last'], holidays: 'held' });
    expect(dates(last, '2028-02-01', '2028-04-30')).toEqual(['2028-02-29', '2028-03-31', '2028-04-30']);
  });

  it('go on every other week over the end of the year', () => {
    const schedule = only({ kind: 'alternate-weeks', weekdays: [3], anchor: '2026-12-02', holidays: 'held' });
    expect(dates(schedule, '2026-12-01', '2027-01-31')).toEqual([
      '2026-12-02',
      '2026-12-16',
      '2026-12-30',
      '2027-01-13',
      '2027-01-27',
    ]);
    expect(dates(schedule, '2026-11-01', '2026-11-30')).toEqual(['2026-11-04', '2026-11-18']);
  });

  it('leave out holidays, hold on holidays, or say that nobody knows', () => {
    const monday = (holidays: Rule['holidays']) => only({ kind: 'weekly', weekdays: [1], holidays });
    expect(dates(monday('skipped'), '2026-11-16', '2026-11-30')).toEqual(['2026-11-16', '2026-11-30']);
    expect(dates(monday('held'), '2026-11-16', '2026-11-30')).toContain('2026-11-23');
    expect(occurrencesBetween(monday('unknown'), '2026-11-23', '2026-11-23')).toEqual([
      { date: '2026-11-23', holidayUnsure: true },
    ]);
  });

  it('are not invented where the schedule does not give them', () => {
    const irregular = only({ kind: 'irregular', holidays: 'unknown' });
    const sometimes = only({ kind: 'alternate-weeks', weekdays: [0], holidays: 'unknown' });
    expect(nextOccurrence(irregular, '2026-11-24')).toBeUndefined();
    expect(nextOccurrence(sometimes, '2026-11-24')).toBeUndefined();
    expect(datesKnown(irregular)).toBe('none');
    expect(datesKnown({ rules: [] })).toBe('none');
    expect(datesKnown({ rules: [], exceptions: [{ kind: 'extra', date: '2026-12-01' }] })).toBe('all');
    expect(
      datesKnown({ rules: [...sometimes.rules, { kind: 'weekly', weekdays: [1], holidays: 'held' }] }),
    ).toBe('some');
  });
});

describe('what is changed by hand', () => {
  const tuesdays: Rule = { kind: 'weekly', weekdays: [2], holidays: 'held', time: afternoon };

  it('cancels one date and says so', () => {
    const schedule: Schedule = {
      rules: [tuesdays],
      exceptions: [{ kind: 'off', date: '2026-12-01', reason: '会場の都合' }],
    };
    expect(nextOccurrence(schedule, '2026-11-25')?.date).toBe('2026-12-08');
    expect(cancelledBetween(schedule, '2026-11-25', '2026-12-31')).toEqual([
      { date: '2026-12-01', time: afternoon, reason: '会場の都合' },
    ]);
  });

  it('cancels only one of two sittings of a day', () => {
    const morning: Rule = { ...tuesdays, time: { from: '10:00', to: '11:00' } };
    const schedule: Schedule = {
      rules: [morning, tuesdays],
      exceptions: [{ kind: 'off', date: '2026-12-01', from: '10:00' }],
    };
    expect(occurrencesBetween(schedule, '2026-12-01', '2026-12-01')).toEqual([
      { date: '2026-12-01', time: afternoon },
    ]);
  });

  it('moves a sitting to another day and another time', () => {
    const schedule: Schedule = {
      rules: [tuesdays],
      exceptions: [
        { kind: 'moved', date: '2026-12-01', toDate: '2026-12-03', time: { from: '10:00' } },
        { kind: 'moved', date: '2026-12-08', time: { from: '14:00', to: '16:00' } },
      ],
    };
    expect(occurrencesBetween(schedule, '2026-12-01', '2026-12-08')).toEqual([
      { date: '2026-12-03', time: { from: '10:00' }, movedFrom: '2026-12-01' },
      { date: '2026-12-08', time: { from: '14:00', to: '16:00' } },
    ]);
  });

  it('holds an extra date in the middle of a pause', () => {
    const schedule: Schedule = {
      rules: [tuesdays],
      pauses: [{ from: '2026-12-21', to: '2027-01-11' }],
      exceptions: [{ kind: 'extra', date: '2027-01-05', time: { from: '10:00' } }],
    };
    expect(dates(schedule, '2026-12-15', '2027-01-12')).toEqual(['2026-12-15', '2027-01-05', '2027-01-12']);
  });

  it('stops at the end and rests until further notice', () => {
    expect(
      dates({ rules: [tuesdays], start: '2026-12-02', end: '2026-12-15' }, '2026-11-01', '2027-02-01'),
    ).toEqual(['2026-12-08', '2026-12-15']);
    expect(
      nextOccurrence({ rules: [tuesdays], pauses: [{ from: '2026-01-01' }] }, '2026-11-24'),
    ).toBeUndefined();
  });
});

describe('the next occurrence', () => {
  const tuesdays = only({ kind: 'weekly', weekdays: [2], holidays: 'held', time: afternoon });

  it('is still today while it lasts, and next week when it is over', () => {
    expect(nextOccurrence(tuesdays, '2026-11-24', { fromTime: '14:30' })?.date).toBe('2026-11-24');
    expect(nextOccurrence(tuesdays, '2026-11-24', { fromTime: '15:00' })?.date).toBe('2026-12-01');
  });

  it('stays today where the time is unknown', () => {
    const untimed = only({ kind: 'weekly', weekdays: [2], holidays: 'held' });
    expect(nextOccurrence(untimed, '2026-11-24', { fromTime: '20:00' })?.date).toBe('2026-11-24');
  });

  it('fits what is asked of it, or is none', () => {
    const twice = {
      rules: [...tuesdays.rules, { kind: 'weekly', weekdays: [6], holidays: 'held' } as const],
    };
    const onSaturday = nextOccurrence(twice, '2026-11-24', { accepts: ({ date }) => weekdayOf(date) === 6 });
    expect(onSaturday?.date).toBe('2026-11-28');
    expect(nextOccurrence(tuesdays, '2026-11-25', { to: '2026-11-30' })).toBeUndefined();
  });
});
