import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converse } from '../../src/core/dialogue/converse';
import { fresh, readState, type State } from '../../src/core/dialogue/state';
import type { PersonEvent } from '../../src/core/event';
import type { Answer, Button } from '../../src/core/message';
import type { Move } from '../../src/core/move';
import type { Understood } from '../../src/core/understanding';
import { offered } from '../../src/core/understanding/doubt/doubt';
import { intents, type Slots } from '../../src/core/understanding/intents';
import { registry } from '../../src/dialogues/registry';
import { encode } from '../../src/line/encode/encode';
import { contextAt, TUESDAY_MORNING } from '../support/context';

const context = contextAt();

const slots = fc.record(
  {
    area: fc.constantFrom(
      '東所沢3丁目',
      '並木',
      '西所沢',
      '西所沢駅',
      '柳瀬',
      '359-0021',
      '川越市',
      'ぬぬぬ',
    ),
    near: fc.constantFrom('here', 'home'),
    activity: fc.constantFrom('体操', 'お茶', '麻雀', 'ないこと'),
    day: fc.constantFrom('2026-11-24', '2026-12-03', 'weekend', '2020-01-01'),
    time: fc.constantFrom('am', 'pm', 'now'),
    maxMinutes: fc.constantFrom(1, 10, 500),
    fee: fc.constantFrom<NonNullable<Slots['fee']>>('free', 100),
    feature: fc.constantFrom('wheelchair', 'stairs', 'chair'),
    ordinal: fc.constantFrom<NonNullable<Slots['ordinal']>>(1, 2, 9, 'last'),
    count: fc.constantFrom(1, 2, 9),
    topic: fc.constantFrom('fee', 'way'),
    kind: fc.constantFrom('us', 'fire', 'crime', 'despair'),
  },
  { requiredKeys: [] },
);
const understood = fc.record(
  {
    intent: fc.constantFrom(...intents),
    slots,
    confidence: fc.constant(1),
    why: fc.constant([]),
    doubt: fc.record({
      likely: fc.uniqueArray(fc.constantFrom(...offered), { minLength: 1, maxLength: 3 }),
      said: slots,
    }),
  },
  { requiredKeys: ['intent', 'slots', 'confidence', 'why'] },
);

type Act =
  | { readonly do: 'say'; readonly text: string; readonly understood: Understood }
  | { readonly do: 'tap'; readonly which: number }
  | { readonly do: 'event'; readonly event: PersonEvent }
  | { readonly do: 'wait'; readonly minutes: number };

const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), text: fc.string(), understood }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tap' as const), which: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      event: fc.constantFrom<PersonEvent>(
        { type: 'followed', isBack: false },
        { type: 'followed', isBack: true },
        { type: 'choseUnreadable' },
        { type: 'sentLocation', at: { lat: 35.8027, lng: 139.5183 } },
        { type: 'sentLocation', at: { lat: 0, lng: 0 } },
        { type: 'sentSticker' },
        { type: 'sentMedia', kind: 'photo' },
        { type: 'sentMedia', kind: 'voice' },
        { type: 'chose', move: { dialogue: 'gone', version: 1, step: 'gone', choice: 'gone' } },
        { type: 'chose', move: { dialogue: 'find-place', version: 0, step: 'gone', choice: 'gone' } },
        {
          type: 'chose',
          move: { dialogue: 'find-place', version: 9, step: 'results', choice: 'more', args: { at: 'x' } },
        },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 40, 2000) }),
  },
);

const buttonsOf = (answer: Answer): readonly Button[] => [
  ...answer.messages.flatMap((message) =>
    message.type === 'panel'
      ? message.buttons
      : message.type === 'cards'
        ? message.cards.flatMap((card) => card.buttons)
        : [],
  ),
  ...answer.shortcuts,
];
const movesOf = (answer: Answer): readonly Move[] =>
  buttonsOf(answer).flatMap(({ action }) => (action.do === 'choose' ? [action.move] : []));

/** Plays acts one after the other, and shows each answer. */
const play = (acts: readonly Act[], look: (answer: Answer, state: State) => void): void => {
  let now = TUESDAY_MORNING;
  let state = fresh(now);
  let last: Answer = { messages: [], shortcuts: [] };
  for (const one of acts) {
    if (one.do === 'wait') {
      now += one.minutes * 60_000;
      continue;
    }
    const moves = movesOf(last);
    const move = one.do === 'tap' ? moves[one.which % Math.max(1, moves.length)] : undefined;
    const event: PersonEvent | undefined =
      one.do === 'say'
        ? { type: 'said', text: one.text }
        : one.do === 'event'
          ? one.event
          : move && { type: 'chose', move };
    if (!event) continue;
    const heard: Understood =
      one.do === 'say' ? one.understood : { intent: 'other', slots: {}, confidence: 0, why: [] };
    const decision = converse(registry, state, event, { ...context, now, occurredAt: now }, () => heard);
    look(decision.answer, decision.state);
    // What is remembered passes through the database as text.
    state = readState(JSON.stringify(decision.state), now);
    last = decision.answer;
  }
};

describe('whatever an elder does, in whatever order', () => {
  it('she gets one to five messages that LINE can take, and a next step', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        play(acts, (answer) => {
          expect(answer.messages.length).toBeGreaterThanOrEqual(1);
          expect(answer.messages.length).toBeLessThanOrEqual(5);
          expect(buttonsOf(answer).length).toBeGreaterThanOrEqual(2);
          for (const { type } of encode(answer)) kinds.add(type);
          if (answer.messages.some(({ type }) => type === 'cards')) kinds.add('cards');
        });
      }),
      { numRuns: 500 },
    );
    // The acts reach the interesting ground, so that the promise is not kept by silence.
    expect([...kinds].sort()).toEqual(['cards', 'flex', 'text']);
  });

  it('she is never asked to choose between more than four things at once', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
        play(acts, ({ messages }) => {
          for (const message of messages) {
            if (message.type === 'panel')
              expect(message.buttons.length, JSON.stringify(message)).toBeLessThanOrEqual(4);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('the conversation that is remembered stays small', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        play(acts, (_, state) => expect(JSON.stringify(state).length).toBeLessThan(12_000));
      }),
      { numRuns: 100 },
    );
  });
});
