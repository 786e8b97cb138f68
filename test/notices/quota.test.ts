import { describe, expect, it } from 'vitest';
import { quotaFor, reserveOf } from '../../src/core/notice';

const ledger = { limit: 5_000, used: 3_000, expected: 400, booked: 120 };

describe('the month’s messages', () => {
  it('keep room for telling every booked person that her class is off', () => {
    expect(reserveOf(ledger)).toBe(250);
    expect(reserveOf({ ...ledger, booked: 900 })).toBe(900);
  });

  it('let a broadcast through that leaves room for what is expected and the reserve', () => {
    expect(quotaFor(ledger, 1_350, false)).toEqual({ fits: true, left: 0 });
  });

  it('say before approval that a broadcast would eat the reserve, and by how much', () => {
    expect(quotaFor(ledger, 1_351, false)).toEqual({ fits: false, why: 'eats-reserve', short: 1 });
    expect(quotaFor(ledger, 2_001, false)).toEqual({ fits: false, why: 'beyond-limit', short: 1 });
  });

  it('give a cancellation everything that is left', () => {
    expect(quotaFor(ledger, 2_000, true)).toEqual({ fits: true, left: 0 });
    expect(quotaFor(ledger, 2_001, true)).toEqual({ fits: false, why: 'beyond-limit', short: 1 });
  });

  it('are without end on a plan without a limit', () => {
    expect(quotaFor({ used: 9_999_999, expected: 0, booked: 0 }, 100_000, false)).toEqual({ fits: true });
  });
});
