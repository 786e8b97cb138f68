import { describe, expect, it } from 'vitest';
import { KEY_LIFE, type LineAnswer, LONGEST_PAUSE, pauseAfter, ruleOn } from '../../src/core/notice';

const NOW = 1_795_000_000_000;
const chunk = { people: 500, attempts: 1, firstTriedAt: NOW - 1_000 };
const rule = (answer: LineAnswer, more: Partial<typeof chunk> = {}) =>
  ruleOn(answer, { ...chunk, ...more }, NOW, 0.5);

describe('an answer of LINE’s', () => {
  it('that accepts the call, now or before, means sent', () => {
    expect(rule({ type: 'accepted' })).toEqual({ do: 'close', state: 'sent' });
  });

  it.each(['busy', 'broken', 'silent'] as const)('that is %s means again later with the same key', (type) => {
    expect(rule({ type })).toEqual({ do: 'retry', at: NOW + 2_000 });
  });

  it('that the month is used up pauses everything for a person', () => {
    expect(rule({ type: 'quota-spent' })).toEqual({ do: 'halt', why: 'monthly-limit' });
  });

  it.each([401, 403])('of %i says nothing about the people, so nobody is given up', (status) => {
    expect(rule({ type: 'refused', status })).toEqual({ do: 'halt', why: 'not-allowed' });
  });

  it('of 400 to many people leads to the one who is unknown', () => {
    expect(rule({ type: 'refused', status: 400 })).toEqual({ do: 'split' });
    expect(rule({ type: 'refused', status: 400 }, { people: 1 })).toEqual({ do: 'close', state: 'failed' });
  });

  it.each([404, 410, 413, 415])('of %i is final', (status) => {
    expect(rule({ type: 'refused', status })).toEqual({ do: 'close', state: 'failed' });
  });

  it('that stays unclear until the key is a day old is left to a person', () => {
    const firstTriedAt = NOW - KEY_LIFE + 60_000;
    expect(rule({ type: 'silent' }, { firstTriedAt })).toEqual({ do: 'close', state: 'uncertain' });
  });
});

describe('the pause before the next try', () => {
  it('doubles each time, up to ten minutes', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseAfter(attempts, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(pauseAfter(30, 0.5)).toBe(LONGEST_PAUSE);
  });

  it('differs by a quarter to either side, as chance has it', () => {
    expect(pauseAfter(1, 0)).toBe(1_500);
    expect(pauseAfter(1, 1)).toBe(2_500);
  });
});
