import type { Effect } from '../effect';
import type { PersonEvent } from '../event';
import { text } from '../message';
import type { Understood } from '../understanding';
import type { Context, Heard } from './dialogue';
import type { Registry } from './registry';
import { fresh, type Position, type State } from './state';
import { type Decision, Turn } from './turn';
import { wording } from './wording';

export type { Decision } from './turn';

/** Reads words; given what was asked last, so that a bare answer is taken as one. */
export type Understand = (words: string, asked: Position | null) => Understood;

/** After this silence an open conversation is picked up with a question instead of in the middle, in ms. */
export const PAUSE = 30 * 60_000;
/** After this silence an open conversation is forgotten, in ms. */
export const FORGET = 24 * 60 * 60_000;

/**
 * Decides one turn: total and pure, so that it can be decided again with the same result after a lost race or a
 * crash. Every event that can be answered gets an answer with a next step.
 */
export const converse = (
  registry: Registry,
  before: State,
  event: PersonEvent,
  context: Context,
  understand: Understand,
): Decision => {
  const state = { ...(context.now - before.touchedAt > FORGET ? fresh(context.now) : before) };
  const turn = new Turn(registry, { ...state, touchedAt: context.now }, context);
  switch (event.type) {
    case 'followed':
      return turn.goTo(event.isBack ? registry.greeting.again : registry.greeting.first, {
        effects: [{ type: 'resumeSending', since: context.occurredAt }],
        isStart: true,
      });
    case 'left':
      return silent(fresh(context.now), [{ type: 'stopSending', since: context.occurredAt }]);
    case 'unsent':
      return silent(before, [{ type: 'eraseMessage', messageId: event.messageId }]);
    case 'ignored':
      return silent(before, []);
    case 'choseUnreadable':
      return turn.goTo(registry.home, { say: [text(wording.oldButton)], isStart: true });
    case 'chose':
      return turn.chose(event.move, event.picked);
    case 'sentLocation':
      return turn.heard({
        type: 'location',
        at: event.at,
        ...(event.label === undefined ? {} : { label: event.label }),
      });
    case 'sentSticker':
      return turn.heard({ type: 'sticker' });
    case 'sentMedia':
      return turn.heard({ type: 'media', kind: event.kind });
    case 'said': {
      const heard: Heard = { type: 'said', text: event.text, understood: understand(event.text, state.at) };
      const first = registry.danger.answer(heard, context, turn.meanwhile);
      if (first) return turn.aside(first);
      const isLate = context.now - before.touchedAt > PAUSE;
      return isLate && turn.isWorthResuming(heard) ? turn.askResume() : turn.heard(heard);
    }
  }
};

const silent = (state: State, effects: readonly Effect[]): Decision => ({
  state,
  answer: { messages: [], shortcuts: [] },
  effects,
});
