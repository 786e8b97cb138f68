import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { tokyoInstant } from '../../src/core/calendar';
import { officeOf } from '../../src/core/office';
import { officeOpening } from '../../src/core/office-hours';

const hours = { from: '09:00', to: '17:00', yearEnd: { from: '12-29', to: '01-03' } };
const at = (date: string, time: string) => officeOpening(hours, tokyoInstant(date, time));

describe('someone who wants to speak to a person', () => {
  it.each([
    ['on a weekday at ten', '2026-11-24', '10:00', { isOpen: true, to: '17:00' }],
    ['early on a weekday', '2026-11-24', '07:30', { isOpen: false, next: '2026-11-24', from: '09:00' }],
    ['in the evening', '2026-11-24', '17:00', { isOpen: false, next: '2026-11-25', from: '09:00' }],
    ['on a Friday night', '2026-11-27', '20:00', { isOpen: false, next: '2026-11-30', from: '09:00' }],
    ['on a holiday', '2026-11-23', '10:00', { isOpen: false, next: '2026-11-24', from: '09:00' }],
    ['at the turn of the year', '2026-12-29', '10:00', { isOpen: false, next: '2027-01-04', from: '09:00' }],
  ])('%s hears whether somebody answers, and else when', (_, date, time, opening) => {
    expect(at(date, time)).toEqual(opening);
  });

  it('is given the office of the place she asked us to keep, if its number is verified', () => {
    const near = (town: string) => {
      const found = tokorozawa.towns.find(({ name }) => name === town)?.at;
      if (!found) throw new Error(`There is no ${town}.`);
      return officeOf(tokorozawa, { area: { label: town, at: found, isCentre: true } });
    };
    expect(near('荒幡').phone).toBe('04-2929-6965');
    expect(near('東所沢3丁目').phone).toBe(tokorozawa.desk.phone);
    expect(officeOf(tokorozawa, {}).phone).toBe(tokorozawa.desk.phone);
  });
});
