import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { converse, type Decision } from '../../src/core/dialogue/converse';
import { fresh, type State } from '../../src/core/dialogue/state';
import type { Button } from '../../src/core/message';
import { createUnderstanding } from '../../src/core/understanding';
import { offered } from '../../src/core/understanding/doubt/doubt';
import { registry } from '../../src/dialogues/registry';
import { contextAt, TUESDAY_MORNING } from '../support/context';

const context = contextAt();
const { understand } = createUnderstanding(tokorozawa);
const now = TUESDAY_MORNING;

const hear = (state: State, intent: (typeof offered)[number]): Decision =>
  converse(registry, state, { type: 'said', text: 'ぬぬ' }, context, () => ({
    intent,
    slots: {},
    confidence: 0.2,
    why: [],
    doubt: { likely: [intent, 'find_place'], said: {} },
  }));
const buttonsOf = ({ answer }: Decision): readonly Button[] =>
  answer.messages.flatMap((message) => (message.type === 'panel' ? message.buttons : []));

describe('a sentence that may mean several things', () => {
  it('begins nothing: she is asked, whatever wish it was', () => {
    for (const intent of offered) {
      const decision = hear(fresh(now), intent);
      expect(decision.state.at?.dialogue, intent).toBe('which-wish');
      expect(decision.effects).toEqual([]);
      expect(buttonsOf(decision).length).toBeLessThanOrEqual(4);
      expect(buttonsOf(decision).at(-1)?.label).toBe('人に聞く（電話）');
    }
  });

  it('goes on as if she had said it once she taps, also half a year later and elsewhere', () => {
    const [tapped] = buttonsOf(hear(fresh(now), 'book'));
    expect(tapped?.action.do).toBe('choose');
    if (tapped?.action.do !== 'choose') return;
    const later = now + 180 * 24 * 60 * 60_000;
    const decision = converse(
      registry,
      fresh(later),
      { type: 'chose', move: tapped.action.move },
      { ...context, now: later, occurredAt: later },
      understandNothing,
    );
    expect(decision.state.at).toMatchObject({ dialogue: 'classes', step: 'list' });
    expect(decision.effects).toEqual([]);
  });

  it('is no answer where a question is open, and jumps nowhere', () => {
    const asking = converse(
      registry,
      fresh(now),
      { type: 'said', text: '集まりをさがして' },
      context,
      (words) => understand(words, { now }),
    ).state;
    expect(asking.at).toMatchObject({ dialogue: 'find-place', step: 'askOrigin' });
    for (const intent of offered) {
      const { state, effects } = hear(asking, intent);
      expect(state.at, intent).toEqual(asking.at);
      expect(state.misses).toBe(1);
      expect(effects).toEqual([]);
    }
  });

  it('answers the open question first where it only faintly sounds like steering', () => {
    const asked = converse(
      registry,
      fresh(now),
      { type: 'said', text: 'お手伝いをしたい' },
      context,
      (words) => understand(words, { now }),
    );
    const [first] = buttonsOf(asked).filter(({ action }) => action.do === 'choose');
    const beginning = first?.label.slice(0, -1) ?? '';
    const said = (confidence: number): Decision =>
      converse(registry, asked.state, { type: 'said', text: beginning }, context, () => ({
        intent: 'human',
        slots: {},
        confidence,
        why: [],
      }));
    expect(asked.state.at).toMatchObject({ dialogue: 'volunteer' });
    expect(said(0.3).state.at).not.toEqual(asked.state.at);
    expect(said(0.9).state.at).toEqual(asked.state.at);
  });

  it('is recognised by its weights, or because it names a thing and says nothing about it', () => {
    expect(understand('すみません、予約のことで', { now }).doubt?.likely).toEqual([
      'my_bookings',
      'change',
      'cancel',
    ]);
    expect(understand('12月3日のスマホ教室を予約したい', { now }).doubt).toBeUndefined();
  });

  it('is never asked about where someone is in danger, greets, thanks or answers', () => {
    for (const text of [
      'おじいさんが倒れて息をしていません',
      '市役所から還付金があるのでATMへ行けと電話がきた',
      'こんにちは',
      'ありがとう',
      'はい',
      'けっこうです',
      '2番',
      '西所沢',
    ])
      expect(understand(text, { now }).doubt, text).toBeUndefined();
  });
});

const understandNothing = () => ({ intent: 'other' as const, slots: {}, confidence: 1, why: [] });
