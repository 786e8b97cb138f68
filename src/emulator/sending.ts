import type { ChatEntry } from './control/views';
import { isTyped, type Typed } from './json';
import type { SendKind } from './state/quota';
import type { SentMessage } from './state/retry-keys';
import { contentOf } from './state/tally';
import type { World } from './state/world';

/** The types whose sending gives a token to quote them by. */
const QUOTABLE: ReadonlySet<string> = new Set([
  'text',
  'textV2',
  'sticker',
  'image',
  'video',
  'template',
  'flex',
]);

/** What is sent, to whom, and how. */
export interface Sending {
  readonly via: SendKind;
  readonly messages: readonly unknown[];
  /** Chats that it reaches: people, or one group or room. */
  readonly chatIds: readonly string[];
  readonly isSilent: boolean;
  readonly traffic: number;
}

/** Puts the messages into the chats and answers with their ids, as in the first chat. */
export const putIntoChats = (world: World, sending: Sending): readonly SentMessage[] => {
  const { via, chatIds, isSilent, traffic } = sending;
  const messages = sending.messages.filter(isTyped);
  const at = world.now();
  world.tally.add(contentOf(messages), chatIds);
  let sent: SentMessage[] | undefined;
  for (const chatId of chatIds) {
    const isFirst = sent === undefined;
    for (const message of messages) {
      const id = world.messageIds.next();
      const entry: ChatEntry = { id, at, from: 'bot', message, via, traffic, isRead: false, isUnsent: false };
      world.chats.put(chatId, isSilent ? { ...entry, isSilent } : entry);
      if (isFirst) sent = [...(sent ?? []), sentMessage(world, chatId, id, message)];
    }
  }
  // Nobody was reached: LINE answers as if somebody had been.
  return sent ?? messages.map((message) => sentMessage(world, undefined, world.messageIds.next(), message));
};

const sentMessage = (world: World, chatId: string | undefined, id: string, message: Typed): SentMessage =>
  QUOTABLE.has(message.type) ? { id, quoteToken: quoteToken(world, chatId, id) } : { id };

/** A token by which this message can be quoted in this chat, again and again. */
export const quoteToken = (world: World, chatId: string | undefined, messageId: string): string => {
  const token = `q${world.chance.token(23)}${messageId.slice(-12)}`;
  if (chatId !== undefined) world.quoteTokens.add(token, chatId, messageId);
  return token;
};
