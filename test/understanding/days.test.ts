import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { addDays, daysInMonth, mondayOf, partsOf, tokyoDate, weekdayOf } from '../../src/core/calendar';
import { createUnderstanding } from '../../src/core/understanding';

const { understand } = createUnderstanding(tokorozawa);
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2034, 11, 31) });
const dayOf = (text: string, now: number): string | undefined =>
  understand(`${text}、何か催しはありますか`, { now }).slots.day;
const letters = '日月火水木金土';
const at = (date: string): number => Date.parse(`${date}T10:00:00+09:00`);

describe('a day that is said', () => {
  it('lies as far ahead as its word says, on every day of the calendar', () => {
    const words = [
      ['今日', 0],
      ['あした', 1],
      ['明日', 1],
      ['あさって', 2],
      ['しあさって', 3],
      ['三日後', 3],
      ['一週間後', 7],
    ] as const;
    fc.assert(
      fc.property(instant, fc.constantFrom(...words), (now, [word, ahead]) => {
        expect(dayOf(word, now)).toBe(addDays(tokyoDate(now), ahead));
      }),
      { numRuns: 300 },
    );
  });

  it('falls on its weekday, in its week, with Monday first', () => {
    const weeks = [
      ['今週', 0],
      ['来週', 1],
      ['再来週', 2],
    ] as const;
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...weeks),
        fc.integer({ min: 0, max: 6 }),
        (now, [word, weeksAhead], weekday) => {
          const day = dayOf(`${word}の${letters[weekday]}曜日`, now) ?? '';
          expect(weekdayOf(day)).toBe(weekday);
          expect(mondayOf(day)).toBe(addDays(mondayOf(tokyoDate(now)), 7 * weeksAhead));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the next such weekday where she says the coming one', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 6 }), (now, weekday) => {
        const day = dayOf(`今度の${letters[weekday]}曜`, now) ?? '';
        expect(weekdayOf(day)).toBe(weekday);
        expect(day > tokyoDate(now) && day <= addDays(tokyoDate(now), 7)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is the next such day of the month, which need not be this month', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 31 }), (now, dayOfMonth) => {
        const day = dayOf(`${dayOfMonth}日`, now) ?? '';
        expect(partsOf(day).day).toBe(dayOfMonth);
        expect(day >= tokyoDate(now) && day <= addDays(tokyoDate(now), 92)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is the last of the month at the end of every month, leap years too', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const { year, month } = partsOf(tokyoDate(now));
        expect(partsOf(dayOf('月末', now) ?? '')).toEqual({ year, month, day: daysInMonth(year, month) });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps month and day however they are written, and does not invent one', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (now, month, day) => {
          const said = [`${month}月${day}日`, `${month}/${day}`];
          for (const words of said) {
            const read = dayOf(words, now) ?? '';
            expect(partsOf(read)).toMatchObject({ month, day });
            expect(read >= addDays(tokyoDate(now), -31) && read < addDays(tokyoDate(now), 366)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(dayOf('2月30日', at('2026-11-24'))).toBeUndefined();
  });

  it('crosses the year and meets the leap day', () => {
    expect(dayOf('あした', at('2026-12-31'))).toBe('2027-01-01');
    expect(dayOf('1月5日', at('2026-12-24'))).toBe('2027-01-05');
    expect(dayOf('二月二十九日', at('2027-03-01'))).toBe('2028-02-29');
    expect(dayOf('来月末', at('2026-12-10'))).toBe('2027-01-31');
    expect(dayOf('敬老の日', at('2026-11-24'))).toBe('2027-09-20');
    expect(dayOf('土日', at('2026-11-24'))).toBe('weekend');
    expect(dayOf('きのうの続きではなくて11月10日', at('2026-11-24'))).toBe('2026-11-10');
  });
});
