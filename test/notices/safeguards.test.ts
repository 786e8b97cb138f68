import { describe, expect, it } from 'vitest';
import { DRAFT_LIFE, liveRefusal, mainReasons } from '../../src/core/notice';

const NOW = 1_795_000_000_000;
const candidate = {
  status: 'pending-approval',
  isDrill: false,
  isForTesters: false,
  editedAt: NOW - 60_000,
  authorId: 'staff-a',
} as const;

describe('going live', () => {
  it('is open to what another person read', () => {
    expect(liveRefusal(candidate, 'staff-b', NOW)).toBeUndefined();
  });

  it('is closed to a text of a fortnight ago', () => {
    expect(liveRefusal({ ...candidate, editedAt: NOW - DRAFT_LIFE - 1 }, 'staff-b', NOW)).toBe('too-old');
  });

  it('is closed to a drill, unless it goes to testers', () => {
    expect(liveRefusal({ ...candidate, isDrill: true }, 'staff-b', NOW)).toBe('drill-goes-to-testers-only');
    expect(liveRefusal({ ...candidate, isDrill: true, isForTesters: true }, 'staff-b', NOW)).toBeUndefined();
  });

  it('is closed to one’s own words', () => {
    expect(liveRefusal(candidate, 'staff-a', NOW)).toBe('own-approval');
  });
});

describe('an audience', () => {
  it('is explained by the three reasons that hold for most people', () => {
    expect(mainReasons({ friend: 1, booked: 12, near: 5, waiting: 3 })).toEqual([
      { reason: 'booked', count: 12 },
      { reason: 'near', count: 5 },
      { reason: 'waiting', count: 3 },
    ]);
  });
});
