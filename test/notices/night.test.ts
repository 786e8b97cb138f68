import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { tokyoInstant } from '../../src/core/calendar';
import { isQuiet, mayDisturb, nextAllowed } from '../../src/core/notice';

const { quietHours } = tokorozawa;
const at = (time: string, date = '2026-12-10') => tokyoInstant(date, time);
const event = { isCancellation: false, forDay: '2026-12-11' };
const cancellation = { isCancellation: true, forDay: '2026-12-10' };

describe('at night', () => {
  it.each([
    ['20:59', false],
    ['21:00', true],
    ['23:59', true],
    ['00:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('the bot at %s is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), quietHours)).toBe(quiet);
  });

  it('an event of tomorrow waits until eight in the morning', () => {
    expect(mayDisturb(event, at('22:00'), quietHours)).toBe(false);
    expect(nextAllowed(event, at('22:00'), quietHours)).toBe(at('08:00', '2026-12-11'));
    expect(nextAllowed(event, at('03:00'), quietHours)).toBe(at('08:00'));
  });

  it('a class that is off this morning is told from half past six', () => {
    expect(mayDisturb(cancellation, at('06:29'), quietHours)).toBe(false);
    expect(mayDisturb(cancellation, at('06:30'), quietHours)).toBe(true);
    expect(nextAllowed(cancellation, at('05:00'), quietHours)).toBe(at('06:30'));
  });

  it('a class that is off tomorrow does not wake anybody tonight, but early tomorrow', () => {
    const tomorrow = { isCancellation: true, forDay: '2026-12-11' };
    expect(mayDisturb(tomorrow, at('22:00'), quietHours)).toBe(false);
    expect(nextAllowed(tomorrow, at('22:00'), quietHours)).toBe(at('06:30', '2026-12-11'));
  });

  it('a class that is off next week waits until eight', () => {
    const nextWeek = { isCancellation: true, forDay: '2026-12-17' };
    expect(nextAllowed(nextWeek, at('06:45'), quietHours)).toBe(at('08:00'));
  });

  it('by day everything goes at once', () => {
    expect(nextAllowed(event, at('13:00'), quietHours)).toBe(at('13:00'));
  });
});
