import type { messagingApi } from '@line/bot-sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Button, type Card, type Message, panel, text } from '../../../src/core/message';
import { encode } from '../../../src/line/encode/encode';
import { checkMessages, limits } from '../../../src/line/limits';
import { jsonBytes } from '../../../src/line/limits/count';
import { someAnswer } from './arbitrary';

const choose = (label: string, args?: Record<string, string>): Button => ({
  label,
  action: {
    do: 'choose',
    move: { dialogue: 'a', version: 1, step: 'a', choice: label, ...(args ? { args } : {}) },
  },
});
const does = (label: string, action: Button['action']): Button => ({ label, action });
const sent = (messages: readonly Message[], shortcuts: readonly Button[] = []) => {
  const line = encode({ messages, shortcuts });
  expect(checkMessages(line)).toEqual([]);
  return line;
};
const textsOf = (messages: readonly messagingApi.Message[]) =>
  messages.map((message) => (message.type === 'text' ? message.text : message.type));
const bubbleOf = (message: messagingApi.Message | undefined): messagingApi.FlexBubble => {
  if (message?.type !== 'flex' || message.contents.type !== 'bubble') throw new Error('No bubble.');
  return message.contents;
};
const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(wordsIn)];
};
const actionsIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'action' ? [part] : actionsIn(part)));
};

const card = (title: string, extra: Partial<Card> = {}): Card => ({
  title,
  facts: [{ label: 'いつ', value: '12月10日（水） 午後1時30分', isMain: true }],
  buttons: [choose('くわしく見る')],
  ...extra,
});

describe('whatever a dialogue answers', () => {
  it('LINE takes it', () => {
    fc.assert(
      fc.property(someAnswer, (answer: Answer) => {
        const messages = encode(answer);
        if (messages.length > 0) expect(checkMessages(messages)).toEqual([]);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('and an ordinary answer keeps every word', () => {
    const lines = ['つぎの集まりです。', 'どれにしますか。'];
    const buttons = [choose('一つめ'), choose('二つめ')];
    const [first, second] = sent([text('こんにちは。'), panel(lines, buttons, 'さがす')]);
    expect(textsOf(first ? [first] : [])).toEqual(['こんにちは。']);
    expect(wordsIn(bubbleOf(second))).toEqual(['さがす', ...lines, '一つめ', '二つめ']);
  });
});

describe('too many words', () => {
  it('of a text go on in a second bubble, at the end of a line', () => {
    const line = `${'あ'.repeat(99)}\n`;
    const texts = textsOf(sent([text(line.repeat(60))]));
    expect(texts).toHaveLength(2);
    expect(texts.join('\n')).toBe(line.repeat(60));
  });

  it('without an end of line are split between two letters', () => {
    const texts = textsOf(sent([text('👨‍👩‍👧‍👦'.repeat(500))]));
    expect(texts.join('')).toBe('👨‍👩‍👧‍👦'.repeat(500));
    expect(texts.map((words) => words.replaceAll('👨‍👩‍👧‍👦', ''))).toEqual(['', '']);
  });

  it('in the name of a place are kept as long as they fit, and marked where they are cut', () => {
    const name = '所沢'.repeat(100);
    expect(wordsIn(bubbleOf(sent([{ type: 'cards', cards: [card(name)] }])[0]))).toContain(name);
    const [huge] = wordsIn(bubbleOf(sent([{ type: 'cards', cards: [card('所沢'.repeat(9_000))] }])[0]));
    expect(huge).toMatch(/^(所沢)+所?…$/);
  });

  it('on a button are shown in full, though LINE reads out the first forty', () => {
    const label = 'すこしながい名前のついたつどいの場'.repeat(3);
    const bubble = bubbleOf(sent([panel(['a'], [choose(label)])])[0]);
    expect(wordsIn(bubble)).toContain(label);
    expect(actionsIn(bubble)).toEqual([
      expect.objectContaining({ label: `${label.slice(0, 39)}…`, displayText: label }),
    ]);
  });
});

describe('too many things', () => {
  it('of which texts stand beside each other become one message', () => {
    const messages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(text);
    expect(textsOf(sent(messages))).toEqual(['a\n\nb\n\nc', 'd', 'e', 'f', 'g']);
  });

  it('keep the first message, which says what happened, and the last, which ask', () => {
    const panels = ['a', 'b', 'c', 'd', 'e', 'f'].map((line) => panel([line]));
    const messages = sent(panels, [choose('もどる')]);
    expect(messages.map((message) => wordsIn(message)[0])).toEqual(['a', 'c', 'd', 'e', 'f']);
    expect(messages.at(-1)?.quickReply?.items).toHaveLength(1);
  });

  it('above the keyboard keep the ways out', () => {
    const shortcuts = Array.from({ length: 20 }, (_, index) => choose(`${index}`));
    const labels = sent([text('a')], shortcuts)[0]?.quickReply?.items?.map(({ action }) => action?.label);
    expect(labels).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '16', '17', '18', '19']);
  });

  it('as cards are twelve at most, shorter before they are fewer', () => {
    const facts = Array.from({ length: 10 }, () => ({ label: 'いつ', value: '毎週火曜日 '.repeat(40) }));
    const cards = Array.from({ length: 15 }, (_, index) => card(`${index}`, { facts }));
    const [message] = sent([{ type: 'cards', cards }]);
    if (message?.type !== 'flex' || message.contents.type !== 'carousel') throw new Error('No carousel.');
    expect(message.contents.contents).toHaveLength(12);
    expect(jsonBytes(message.contents)).toBeLessThanOrEqual(limits.flexCarousel.max);
  });
});

describe('what cannot be shown', () => {
  it('is left out: blank lines, empty cards, nameless facts, messages without a word', () => {
    const blank: Card = { title: ' ', facts: [], buttons: [] };
    const messages = sent([
      text(' \n'),
      panel(['', 'a', '　']),
      panel([]),
      { type: 'cards', cards: [blank, card('b', { facts: [{ label: '', value: 'c' }] })] },
      { type: 'cards', cards: [blank] },
    ]);
    expect(messages.map(wordsIn)).toEqual([['a'], ['b', 'c', 'くわしく見る']]);
    expect(encode({ messages: [text('')], shortcuts: [choose('もどる')] })).toEqual([]);
  });

  it('is no reason to lose the rest: half an emoji, a button that could not do what it says', () => {
    const dead = [
      does('電話', { do: 'call', number: 'なし' }),
      does('ホームページ', { do: 'open', url: 'www.example.jp' }),
      does('ながい', { do: 'open', url: `https://a.jp/${'a'.repeat(1000)}` }),
      choose('きおく', { all: 'あ'.repeat(300) }),
      does('日', {
        do: 'pickDate',
        move: { dialogue: 'a', version: 1, step: 'a', choice: 'a' },
        from: '2026-12-02',
        to: '2026-12-01',
      }),
    ];
    const bubble = bubbleOf(sent([panel(['a\uD83D'], [...dead, choose('つぎ')])], dead)[0]);
    expect(wordsIn(bubble)).toEqual(['a\uFFFD', 'つぎ']);
  });
});

describe('a button', () => {
  const actionOf = (action: Button['action']) => actionsIn(sent([panel(['a'], [does('a', action)])]))[0];
  const move = { dialogue: 'a', version: 1, step: 'a', choice: 'a' };

  it('opens addresses that were written in Japanese', () => {
    expect(actionOf({ do: 'open', url: 'https://例え.jp/あ い|う?q=100%' })).toMatchObject({
      uri: 'https://xn--r8jz45g.jp/%E3%81%82%20%E3%81%84%7C%E3%81%86?q=100%25',
    });
    expect(actionOf({ do: 'open', url: 'https://a.jp/?q=35.8%2C139.4' })).toMatchObject({
      uri: 'https://a.jp/?q=35.8%2C139.4',
    });
  });

  it('calls numbers that were written in wide digits', () => {
    expect(actionOf({ do: 'call', number: '０４（２９９８）１１１１' })).toMatchObject({
      uri: 'tel:0429981111',
    });
    expect(actionOf({ do: 'call', number: '#9110' })).toMatchObject({ uri: 'tel:%239110' });
  });

  it('picks a date even when there is only one', () => {
    expect(actionOf({ do: 'pickDate', move, from: '2026-12-01', to: '2026-12-01' })).toMatchObject({
      initial: '2026-12-01',
      min: '2026-12-01',
    });
  });
});
