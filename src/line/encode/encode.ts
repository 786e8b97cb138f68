import type { messagingApi } from '@line/bot-sdk';
import {
  type Answer,
  type Button,
  type Card,
  type Message,
  type PanelMessage,
  panel,
} from '../../core/message';
import { limits } from '../limits/table';
import { quickAction } from './action';
import { fittedContainer, fittedPanel } from './fit';
import { hasWords, pieces, shortened, withoutMiddle } from './shorten';
import type { Letters } from './tokens';

/** How much of a message stands in the list of chats and is read aloud; LINE allows 1500 UTF-16 units. */
const ALT_LIMIT = 400;

/** Of too many messages the first says what happened and the last ones ask and show; they stay. */
const LAST_MESSAGES = limits.messages.max - 1;
/** Of too many small buttons the last ones lead out; they stay. */
const LAST_SHORTCUTS = 4;

/**
 * Makes LINE's messages out of an answer; the small buttons go on the last one, where alone LINE shows them. Whatever
 * is longer or more than LINE takes is split, shortened or left out, so that she is never left without an answer.
 * `large` letters are a step larger everywhere, for who asked for them.
 */
export const encode = (answer: Answer, letters: Letters = 'normal'): messagingApi.Message[] => {
  const messages = fewEnough(answer.messages.flatMap((one) => message(one, letters)));
  const last = messages.at(-1);
  const items = withoutMiddle(answer.shortcuts.flatMap(item), limits.quickReplyItems.max, LAST_SHORTCUTS);
  if (!last || items.length === 0) return messages;
  return [...messages.slice(0, -1), { ...last, quickReply: { items: [...items] } }];
};

const item = (button: Button): messagingApi.QuickReplyItem[] => {
  const action = quickAction(button);
  return action ? [{ type: 'action', action }] : [];
};

const message = (from: Message, letters: Letters): messagingApi.Message[] => {
  switch (from.type) {
    case 'text':
      // The letters of a plain bubble are LINE's to choose, so larger ones need a panel.
      if (letters === 'large') return message(panel(from.text.split('\n')), letters);
      return hasWords(from.text)
        ? pieces(from.text, limits.text.max).map((text) => ({ type: 'text', text }))
        : [];
    case 'panel':
      return flex(wordsOf(from), () => fittedPanel(from, letters));
    case 'cards': {
      const cards = from.cards.filter((card) => hasWords(summary(card)));
      return flex(cards.map(summary), () => fittedContainer(cards, letters));
    }
  }
};

const wordsOf = ({ title, lines, buttons }: PanelMessage): readonly (string | undefined)[] => [
  title,
  ...lines,
  ...buttons.map(({ label }) => label),
];

const summary = (card: Card): string => {
  const main = card.facts.find((fact) => fact.isMain);
  return [card.lead, card.title, main?.value].filter(hasWords).join(' ');
};

const flex = (
  lines: readonly (string | undefined)[],
  contents: () => messagingApi.FlexContainer,
): messagingApi.FlexMessage[] => {
  const altText = shortened(lines.filter(hasWords).join('\n'), ALT_LIMIT);
  return altText === '' ? [] : [{ type: 'flex', altText, contents: contents() }];
};

/** Texts beside each other become one while there are too many messages; then those in the middle are left out. */
const fewEnough = (messages: readonly messagingApi.Message[]): messagingApi.Message[] => {
  const { max } = limits.messages;
  const few: messagingApi.Message[] = [];
  for (const [index, next] of messages.entries()) {
    const before = few.at(-1);
    const isOneTooMany = few.length + messages.length - index > max;
    const joined = isOneTooMany && before && joinedTexts(before, next);
    if (joined) few[few.length - 1] = joined;
    else few.push(next);
  }
  return [...withoutMiddle(few, max, LAST_MESSAGES)];
};

const joinedTexts = (
  one: messagingApi.Message,
  other: messagingApi.Message,
): messagingApi.TextMessage | undefined => {
  if (one.type !== 'text' || other.type !== 'text') return undefined;
  const text = `${one.text}\n\n${other.text}`;
  return text.length <= limits.text.max ? { type: 'text', text } : undefined;
};
