import { describe, expect, it } from 'vitest';
import { tokyoInstant } from '../../src/core/calendar';
import { dialogueOf } from '../../src/core/dialogue/registry';
import { typedButton } from '../../src/core/dialogue/typed-button';
import { type Message, panel } from '../../src/core/message';
import type { Place } from '../../src/core/place';
import type { Rule } from '../../src/core/schedule';
import { buildPlaceIndex } from '../../src/core/search';
import { registry } from '../../src/dialogues/registry';
import { contextAt } from '../support/context';
import { seenLesson } from '../support/lessons';

const wordsOf = (messages: readonly Message[] | undefined): string =>
  (messages ?? [])
    .flatMap((message) =>
      message.type === 'panel' ? [...message.lines, ...message.buttons.map(({ label }) => `[${label}]`)] : [],
    )
    .join('\n');

const tuesdays: Rule = {
  kind: 'weekly',
  weekdays: [2],
  time: { from: '10:00', to: '11:00' },
  holidays: 'held',
};

/** What she is answered, on Tuesday 24 November, about a place that meets on Tuesdays from ten to eleven. */
const answered = (about: string, how: Partial<Place> = {}, time = '09:00', day?: string): string => {
  const context = contextAt(tokyoInstant('2026-11-24', time));
  const [place] = context.places.places;
  if (!place) throw new Error('There is no place.');
  const one: Place = { ...place, schedule: { rules: [tuesdays] }, ...how };
  const places = buildPlaceIndex({ revision: 1, places: [one] }, context.city.activities);
  const asked = { about, ...(day === undefined ? {} : { day }) };
  const data = { wishes: {}, seen: 0, shown: [one.id], place: one.id, asked };
  const answer = dialogueOf(registry, 'find-place')?.ask('answer', data, 1, { ...context, places }, false);
  return wordsOf(answer);
};

describe('whether a place is on', () => {
  it('is said with its time while it is still to come', () => {
    expect(answered('open')).toMatch(/^はい。きょう 11月24日（火） 午前10時〜11時にあります。/);
  });

  it('is not said of what is over for today', () => {
    const words = answered('open', {}, '15:00');
    expect(words).not.toContain('はい');
    expect(words).toContain('もう終わりました');
    expect(words).toContain('つぎは、12月1日（火）');
  });

  it.each(['open', 'time', 'going'])('is never promised where somebody found it shut (%s)', (about) => {
    const words = answered(about, { doubtedAt: 1 });
    expect(words).not.toContain('はい');
    expect(words).toContain('先にお電話ください');
    expect(words).toMatch(/\[電話 /);
  });

  it('is not said of a day that was called off', () => {
    const off = { kind: 'off', date: '2026-11-24' } as const;
    const words = answered('open', { schedule: { rules: [tuesdays], exceptions: [off] } });
    expect(words).not.toContain('はい');
    expect(words).toContain('きょう 11月24日（火）はお休みです');
  });

  it('is unknown where its dates are, and reads as a sentence', () => {
    for (const rules of [
      [],
      [{ kind: 'irregular', holidays: 'held' }],
      [tuesdays, { kind: 'irregular', holidays: 'held' }],
    ] as const) {
      const words = answered('open', { schedule: { rules } }, '09:00', '2026-11-26');
      expect(words).toContain('わかりません');
      expect(words).not.toContain('ありません');
    }
    expect(answered('time', { schedule: { rules: [] } })).not.toContain('つぎは');
  });
});

it('Whatever she asks about a class that is off, she is told that it is off', () => {
  const lesson = { ...seenLesson(), isCancelled: true };
  const context = { ...contextAt(), lessons: { revision: 1, lessons: [lesson] } };
  for (const about of ['time', 'open', 'way', 'bring', 'phone']) {
    const data = { wish: {}, seen: 0, shown: [], isProxy: false, lesson: lesson.id, asked: { about } };
    const words = wordsOf(dialogueOf(registry, 'classes')?.ask('answer', data, 1, context, false));
    expect(words, about).toContain('中止になりました');
    expect(words, about).not.toContain('午前10時');
  }
});

describe('words typed instead of a button', () => {
  const button = (label: string, choice: string) => ({
    label,
    action: { do: 'choose', move: { dialogue: 'd', version: 1, step: 's', choice } } as const,
  });
  const asked = [panel(['x'], [button('はい、申しこみます', 'yes'), button('いいえ、やめておきます', 'no')])];
  const typed = (text: string) =>
    typedButton(
      { type: 'said', text, understood: { intent: 'other', slots: {}, confidence: 1, why: [] } },
      asked,
    )?.choice;

  it('may be the beginning of what stands on it', () => {
    expect(typed('申しこみ')).toBe('yes');
    expect(typed('やめて')).toBe('no');
  });

  it.each(['みます', 'こみます', 'きます', 'おきます', 'ます', 'いえ'])('are not its end: %s', (words) => {
    expect(typed(words)).toBeUndefined();
  });
});
