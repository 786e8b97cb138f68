import type { MediaKind } from '../control/contract';
import type { Fields, Typed } from '../json';
import { quoteToken } from '../sending';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';
import { makeEvent, type WebhookEvent } from '../webhooks/event';
import type { Outbox } from '../webhooks/outbox';

/** Something LINE would not let her do, in plain words. */
export interface CannotDo {
  readonly cannot: string;
}

/** What she did: the id of the message it made, if it made one. */
export interface Did {
  readonly messageId?: string;
}

/** What a person's acts need. */
export interface Stage {
  readonly world: World;
  readonly outbox: Outbox;
}

/** A photo, film, sound or file on its way to the bot. */
export interface Media {
  readonly kind: MediaKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly name?: string;
  /** ms */
  readonly duration?: number;
}

const BLOCKED: CannotDo = { cannot: 'She has blocked the account; LINE asks her to unblock it first.' };

/** An event of this person's own chat. */
export const eventOf = (
  world: World,
  person: PersonRecord,
  type: string,
  content: Fields = {},
): WebhookEvent => makeEvent(world, type, { type: 'user', userId: person.id }, content);

const note = (world: World, person: PersonRecord, type: string): void =>
  world.chats.add(person.id, {
    id: `s${world.messageIds.next()}`,
    at: world.now(),
    from: 'system',
    message: { type },
  });

/** Adds the account as a friend, or takes a block back. */
export const follow = async ({ world, outbox }: Stage, person: PersonRecord): Promise<Did> => {
  const isUnblocked = person.friendship === 'blocked';
  person.friendship = 'friend';
  world.tell({ type: 'people' });
  note(world, person, isUnblocked ? 'unblocked' : 'followed');
  await outbox.send(eventOf(world, person, 'follow', { follow: { isUnblocked } }));
  return {};
};

/** Blocks the account; the bot hears of it, and can no longer reach her. */
export const block = async ({ world, outbox }: Stage, person: PersonRecord): Promise<Did | CannotDo> => {
  if (person.friendship === 'blocked') return { cannot: 'She has blocked the account already.' };
  person.friendship = 'blocked';
  world.tell({ type: 'people' });
  note(world, person, 'blocked');
  await outbox.send(eventOf(world, person, 'unfollow'));
  return {};
};

/** Sends a message of any type: the `message` of the webhook without its id. */
export const sendMessage = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  content: Typed,
  id: string = world.messageIds.next(),
): Promise<Did | CannotDo> => {
  if (person.friendship === 'blocked') return BLOCKED;
  person.lastSaidAt = world.now();
  const message: Typed = {
    id,
    ...content,
    ...(QUOTABLE.has(content.type) ? { quoteToken: quoteToken(world, person.id, id) } : {}),
    markAsReadToken: readToken(world, person.id, id),
  };
  const isRead = world.settings.chatMode === 'bot' || world.settings.markAsReadMode === 'auto';
  world.chats.add(person.id, { id, at: world.now(), from: 'person', message, isRead });
  await outbox.send(eventOf(world, person, 'message', { message }));
  return { messageId: id };
};

const QUOTABLE: ReadonlySet<string> = new Set(['text', 'sticker', 'image', 'video']);

const readToken = (world: World, chatId: string, messageId: string): string => {
  const token = world.chance.token(32);
  world.readTokens.set(token, { chatId, messageId });
  return token;
};

/** Writes something. */
export const say = (
  stage: Stage,
  person: PersonRecord,
  text: string,
  more: Fields = {},
): Promise<Did | CannotDo> => {
  delete stage.world.chats.of(person.id).draft;
  return sendMessage(stage, person, { ...more, type: 'text', text });
};

/** Sends a file; its content can be fetched by the bot until she takes it back. */
export const sendMedia = (
  stage: Stage,
  person: PersonRecord,
  { kind, bytes, contentType, name, duration }: Media,
): Promise<Did | CannotDo> => {
  const { world } = stage;
  const id = world.messageIds.next();
  if (person.friendship === 'blocked') return Promise.resolve(BLOCKED);
  const isSlow = kind === 'video' || kind === 'audio';
  world.contents.set(id, {
    bytes,
    contentType,
    kind,
    readyAt: world.now() + (isSlow ? world.settings.asyncDelay : 0),
    isGone: false,
  });
  const fileOnly = kind === 'file' ? { fileName: name ?? 'file', fileSize: bytes.length } : undefined;
  return sendMessage(
    stage,
    person,
    {
      type: kind,
      ...(fileOnly ?? { contentProvider: { type: 'line' } }),
      ...(duration === undefined ? {} : { duration }),
    },
    id,
  );
};

/** Takes one of her own messages back. */
export const unsend = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  messageId: string,
): Promise<Did | CannotDo> => {
  const entry = world.chats.entry(person.id, messageId);
  if (entry?.from !== 'person' || entry.isUnsent)
    return { cannot: 'There is no message of hers with this id.' };
  world.chats.change(person.id, messageId, {
    isUnsent: true,
    message: { type: entry.message.type, id: messageId },
  });
  const content = world.contents.get(messageId);
  if (content) world.contents.set(messageId, { ...content, bytes: new Uint8Array(), isGone: true });
  await outbox.send(eventOf(world, person, 'unsend', { unsend: { messageId } }));
  return {};
};

/** Presses a button that carries data for the bot. */
export const postback = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  content: Fields,
): Promise<Did | CannotDo> => {
  if (person.friendship === 'blocked') return BLOCKED;
  await outbox.send(eventOf(world, person, 'postback', { postback: content }));
  return {};
};
