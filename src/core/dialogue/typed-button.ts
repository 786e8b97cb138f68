import type { Button, Message } from '../message';
import type { Move } from '../move';
import type { Heard } from './dialogue';
import { wording } from './wording';

/** The buttons of a question that lead somewhere in the conversation, in the order she sees them. */
const buttonsOf = (asked: readonly Message[]): readonly (Button & { readonly move: Move })[] =>
  asked
    .flatMap((message) => {
      if (message.type === 'panel') return message.buttons;
      // Cards of things have numbers of their own; the last card, which has no facts, asks like a panel.
      return message.type === 'cards'
        ? message.cards.filter(({ facts }) => facts.length === 0).flatMap(({ buttons }) => buttons)
        : [];
    })
    .flatMap((button) => (button.action.do === 'choose' ? [{ ...button, move: button.action.move }] : []));

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();

const only = (found: readonly { readonly move: Move }[]): Move | undefined =>
  found.length === 1 ? found[0]?.move : undefined;

/** The parts of a label that its marks divide: 「はい、申しこみます」 has two. */
const partsOf = (label: string): readonly string[] =>
  label
    .normalize('NFKC')
    .split(/[\s\p{P}\p{S}]/u)
    .map(bare);

/**
 * A label within her words; or her words, without what politeness adds, as the beginning of a part of one: 「平日がいい」. The
 * middle or end of a label are no answer: 「みます」 must not book.
 */
const isPartly = (said: string, label: string): boolean => {
  const core = said.replace(wording.politeEnding, '');
  const isTelling = core.length >= (/\p{Script=Han}/u.test(core) ? 2 : 3);
  const whole = bare(label);
  return (
    (whole.length >= 3 && said.includes(whole)) ||
    (isTelling && partsOf(label).some((part) => part.startsWith(core)))
  );
};

/** The button whose very label she typed; it goes before everything else that her words might mean. */
export const labelledButton = (heard: Heard, asked: readonly Message[]): Move | undefined => {
  if (heard.type !== 'said') return undefined;
  const said = bare(heard.text);
  const same = said === '' ? [] : buttonsOf(asked).filter(({ label }) => bare(label) === said);
  return same.length === 1 ? same[0]?.move : undefined;
};

/**
 * Words work wherever buttons do: the button's own label, its number, or a plain yes to the main one. Undefined if
 * they fit no button, or more than one.
 */
export const typedButton = (heard: Heard, asked: readonly Message[]): Move | undefined => {
  if (heard.type !== 'said') return undefined;
  const buttons = buttonsOf(asked);
  const { intent, slots } = heard.understood;
  if (intent === 'choice' && slots.ordinal !== undefined) {
    return (slots.ordinal === 'last' ? buttons.at(-1) : buttons[slots.ordinal - 1])?.move;
  }
  if (intent === 'yes') return buttons.find(({ isMain }) => isMain)?.move;
  const said = bare(heard.text);
  if (said === '') return undefined;
  const same = buttons.filter(({ label }) => bare(label) === said);
  if (same.length === 0) return only(buttons.filter(({ label }) => isPartly(said, label)));
  return only(same);
};
