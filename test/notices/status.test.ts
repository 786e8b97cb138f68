import { describe, expect, it } from 'vitest';
import {
  deliveryStatusIn,
  isClosed,
  isEditable,
  mayMove,
  moves,
  type NoticeStatus,
  sourcesOf,
  statuses,
} from '../../src/core/notice';

/** Every move there is, written out once more by hand: the table and this list must say the same. */
const allowed: readonly (readonly [NoticeStatus, NoticeStatus])[] = [
  ['draft', 'pending-approval'],
  ['draft', 'cancelled'],
  ['pending-approval', 'approved'],
  ['pending-approval', 'returned'],
  ['pending-approval', 'cancelled'],
  ['returned', 'draft'],
  ['returned', 'cancelled'],
  ['approved', 'scheduled'],
  ['approved', 'cancelled'],
  ['scheduled', 'expanding'],
  ['scheduled', 'cancelled'],
  ['expanding', 'sending'],
  ['expanding', 'returned'],
  ['expanding', 'stopped'],
  ['expanding', 'done'],
  ['sending', 'paused'],
  ['sending', 'done'],
  ['sending', 'stopped'],
  ['paused', 'sending'],
  ['paused', 'stopped'],
];

const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));
const isAllowed = ([from, to]: readonly [NoticeStatus, NoticeStatus]): boolean =>
  allowed.some(([a, b]) => a === from && b === to);

describe('a notice', () => {
  it.each(pairs.filter(isAllowed))('may go from %s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(true);
    expect(sourcesOf(to)).toContain(from);
  });

  it.each(pairs.filter((pair) => !isAllowed(pair)))('may never go from %s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(false);
    expect(sourcesOf(to)).not.toContain(from);
  });

  it('is never sent without an approved status before it', () => {
    const reached = new Set<NoticeStatus>(['draft']);
    const withoutApproval = (from: NoticeStatus): void => {
      for (const to of moves[from]) {
        if (to === 'approved' || reached.has(to)) continue;
        reached.add(to);
        withoutApproval(to);
      }
    };
    withoutApproval('draft');
    expect([...reached].sort()).toEqual(['cancelled', 'draft', 'pending-approval', 'returned']);
  });

  it('is edited only as a draft or after it was returned', () => {
    expect(statuses.filter(isEditable)).toEqual(['draft', 'returned']);
  });

  it('stays closed once it is done, cancelled or stopped', () => {
    expect(statuses.filter(isClosed)).toEqual(['done', 'cancelled', 'stopped']);
  });
});

describe('a person’s copy', () => {
  it('is pending, sending, sent or failed, and never called delivered', () => {
    const states = ['pending', 'sending', 'sent', 'failed', 'uncertain', 'stopped'] as const;
    expect(states.map(deliveryStatusIn)).toEqual([
      'pending',
      'sending',
      'sent',
      'failed',
      'sending',
      'pending',
    ]);
  });
});
