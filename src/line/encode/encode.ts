import type { messagingApi } from '@line/bot-sdk';
import type { Answer, Card, Message } from '../../core/message';
import { quickAction } from './action';
import { cardBubble, panelBubble } from './parts';

/** How much of a message stands in the list of chats and is read aloud; LINE allows 1500 UTF-16 units. */
const ALT_LIMIT = 400;

/** Makes LINE's messages out of an answer; the small buttons go on the last one, where alone LINE shows them. */
export const encode = (answer: Answer): messagingApi.Message[] => {
  const messages = answer.messages.map(message);
  const last = messages.at(-1);
  if (!last || answer.shortcuts.length === 0) return messages;
  const items = answer.shortcuts.map(
    (button): messagingApi.QuickReplyItem => ({ type: 'action', action: quickAction(button) }),
  );
  return [...messages.slice(0, -1), { ...last, quickReply: { items } }];
};

const message = (from: Message): messagingApi.Message => {
  switch (from.type) {
    case 'text':
      return { type: 'text', text: from.text };
    case 'panel':
      return flex([from.title, ...from.lines, ...from.buttons.map(({ label }) => label)], panelBubble(from));
    case 'cards': {
      const bubbles = from.cards.map(cardBubble);
      const [only] = bubbles;
      const contents: messagingApi.FlexContainer =
        only && bubbles.length === 1 ? only : { type: 'carousel', contents: bubbles };
      return flex(from.cards.map(summary), contents);
    }
  }
};

const summary = (card: Card): string => {
  const main = card.facts.find((fact) => fact.isMain);
  return [card.lead, card.title, main?.value].filter((part) => part !== undefined).join(' ');
};

const flex = (
  lines: readonly (string | undefined)[],
  contents: messagingApi.FlexContainer,
): messagingApi.FlexMessage => ({
  type: 'flex',
  altText: shortened(lines.filter((line) => line !== undefined && line !== '').join('\n')),
  contents,
});

const shortened = (words: string): string =>
  words.length <= ALT_LIMIT ? words : `${words.slice(0, ALT_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
