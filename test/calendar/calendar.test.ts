import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  dateOfDayNumber,
  dateText,
  dayNumberOf,
  daysBetween,
  holidayName,
  holidaysNamed,
  inTokyo,
  isCivilDate,
  isClockTime,
  isHoliday,
  mondayOf,
  nextWeekday,
  occasionText,
  partsOf,
  partsOfDayNumber,
  timeRangeText,
  timeText,
  tokyoDate,
  tokyoInstant,
  weekdayOf,
} from '../../src/core/calendar';

const anyDate = fc.integer({ min: 0, max: 29_000 }).map(dateOfDayNumber);

describe('civil dates', () => {
  it('know leap days and the ends of years', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2026-02-29')).toBe(false);
    expect(isCivilDate('2100-02-29')).toBe(false);
    expect(isCivilDate('2026-13-01')).toBe(false);
    expect(isCivilDate('2026-1-1')).toBe(false);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(civilDate(2026, 2, 30)).toBeUndefined();
  });

  it('agree with the calendar on the wall', () => {
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(nextWeekday('2026-11-24', 2)).toBe('2026-11-24');
    expect(nextWeekday('2026-11-24', 1)).toBe('2026-11-30');
  });

  it('count there and back again', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(dateOfDayNumber(dayNumberOf(date))).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(date, 1) > date).toBe(true);
        expect(partsOfDayNumber(dayNumberOf(date))).toEqual(partsOf(date));
      }),
    );
  });
});

describe('Tokyo', () => {
  it('is nine hours ahead: late evening in London is already tomorrow', () => {
    expect(inTokyo(Date.UTC(2026, 10, 24, 15, 0))).toEqual({ date: '2026-11-25', time: '00:00' });
    expect(tokyoDate(Date.UTC(2026, 11, 31, 14, 59))).toBe('2026-12-31');
    expect(tokyoInstant('2026-11-25', '00:00')).toBe(Date.UTC(2026, 10, 24, 15, 0));
  });

  it('gives an instant back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), (minutes) => {
        const { date, time } = inTokyo(minutes * 60_000);
        expect(tokyoInstant(date, time)).toBe(minutes * 60_000);
      }),
    );
  });
});

describe('holidays', () => {
  it('include substitute days', () => {
    expect(isHoliday('2026-11-23')).toBe(true);
    expect(holidayName('2027-01-01')).toBe('元日');
    expect(isHoliday('2027-03-22')).toBe(true);
    expect(isHoliday('2026-11-24')).toBe(false);
    expect(holidaysNamed('敬老の日', 2027)).toEqual(['2027-09-20']);
  });
});

describe('the wording of dates', () => {
  it('always has the weekday, and says the near days by name', () => {
    expect(dateText('2026-12-02')).toBe('12月2日（水）');
    expect(dateText('2026-11-24', '2026-11-24')).toBe('きょう 11月24日（火）');
    expect(dateText('2026-11-25', '2026-11-24')).toBe('あした 11月25日（水）');
    expect(dateText('2027-01-05', '2026-11-24')).toBe('1月5日（火）');
    expect(dateText('2027-06-03', '2026-11-24')).toBe('2027年6月3日（木）');
  });

  it('always says 午前 or 午後, and noon as 正午', () => {
    expect(timeText('13:30')).toBe('午後1時30分');
    expect(timeText('09:00')).toBe('午前9時');
    expect(timeText('12:00')).toBe('正午');
    expect(timeText('12:30')).toBe('午後0時30分');
    expect(timeRangeText({ from: '13:30', to: '15:00' })).toBe('午後1時30分〜3時');
    expect(timeRangeText({ from: '10:00', to: '12:00' })).toBe('午前10時〜正午');
    expect(timeRangeText({ from: '10:00', to: '14:30' })).toBe('午前10時〜午後2時30分');
    expect(timeRangeText({ from: '10:00' })).toBe('午前10時から');
    expect(occasionText('2026-12-02', { from: '13:30', to: '15:00' })).toBe('12月2日（水） 午後1時30分〜3時');
  });

  it('knows times from other digits', () => {
    expect(isClockTime('24:00')).toBe(true);
    expect(isClockTime('24:01')).toBe(false);
    expect(isClockTime('9:00')).toBe(false);
  });
});
