import fc from 'fast-check';
import type { Action, Answer, Button, Card, Message } from '../../../src/core/message';
import type { Move } from '../../../src/core/move';

/** Words of any length and script, blank ones and broken emoji among them. */
const words = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n', '　', '\uD83D', '\uDE00', 'a\uD83D') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('あ', '体操の会\n', '👨‍👩‍👧‍👦', 'e\u0301', '"\\'),
          fc.integer({ min: 1, max: longest }),
        )
        .map(([letter, size]) => letter.repeat(Math.ceil(size / letter.length))),
    },
  );

const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

const move: fc.Arbitrary<Move> = fc.record(
  {
    dialogue: short,
    version: fc.integer({ min: 1, max: 99 }),
    step: short,
    choice: short,
    args: fc.dictionary(short, words(400), { maxKeys: 3 }),
  },
  { requiredKeys: ['dialogue', 'version', 'step', 'choice'] },
);

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.tuple(fc.webUrl(), words(1500)).map(([start, rest]) => `${start}?q=${rest}`),
  fc.constantFrom(
    '',
    'www.example.jp',
    'ftp://a.jp',
    'https://',
    'https://日本語.jp/あ|い',
    'https://a.jp/100%',
  ),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('choose' as const), move }),
  fc.record({
    do: fc.constant('call' as const),
    number: fc.oneof(
      fc.constantFrom('04-2998-1111', '０４（２９９８）１１１１', '#9110', '', 'なし'),
      words(50),
    ),
  }),
  fc.record({ do: fc.constant('open' as const), url }),
  fc.record({ do: fc.constant('sendLocation' as const) }),
  fc.record({ do: fc.constant('pickDate' as const), move, from: day, to: day }),
);

const button: fc.Arbitrary<Button> = fc.record(
  { label: words(400), action, isMain: fc.boolean() },
  { requiredKeys: ['label', 'action'] },
);

const buttons = fc.oneof(
  { weight: 5, arbitrary: fc.array(button, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(button, { minLength: 10, maxLength: 30 }) },
);

const fact = fc.record(
  { label: words(200), value: words(20_000), isMain: fc.boolean() },
  { requiredKeys: ['label', 'value'] },
);

const card: fc.Arbitrary<Card> = fc.record(
  {
    title: words(400),
    lead: words(400),
    facts: fc.oneof(fc.array(fact, { maxLength: 8 }), fc.array(fact, { minLength: 30, maxLength: 60 })),
    buttons,
  },
  { requiredKeys: ['title', 'facts', 'buttons'] },
);

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: words(20_000) }),
  fc.record(
    {
      type: fc.constant('panel' as const),
      tone: fc.constantFrom('calm' as const, 'urgent' as const),
      title: words(400),
      lines: fc.array(words(12_000), { maxLength: 12 }),
      buttons,
    },
    { requiredKeys: ['type', 'tone', 'lines', 'buttons'] },
  ),
  fc.record({ type: fc.constant('cards' as const), cards: fc.array(card, { maxLength: 15 }) }),
);

/** Answers of every kind, far longer and more than any dialogue of ours means to give. */
export const someAnswer: fc.Arbitrary<Answer> = fc.record({
  messages: fc.array(message, { maxLength: 9 }),
  shortcuts: buttons,
});
