import { type Fields, isTyped, type Typed, textIn } from '../json';
import type { World } from '../state/world';

/** A webhook event as it will stand in the body. */
export type WebhookEvent = Typed & { readonly webhookEventId: string; readonly timestamp: number };

/** Where an event comes from. */
export type Origin =
  | { readonly type: 'user'; readonly userId: string }
  | { readonly type: 'group'; readonly groupId: string; readonly userId?: string }
  | { readonly type: 'room'; readonly roomId: string; readonly userId?: string };

/** The origin that a `source` of LINE's names; undefined if it names none. */
export const originIn = (source: unknown): Origin | undefined => {
  if (!isTyped(source)) return undefined;
  const [userId, groupId, roomId] = ['userId', 'groupId', 'roomId'].map((name) => textIn(source, name));
  if (source.type === 'user' && userId !== undefined) return { type: 'user', userId };
  const person = userId === undefined ? {} : { userId };
  if (source.type === 'group' && groupId !== undefined) return { type: 'group', groupId, ...person };
  if (source.type === 'room' && roomId !== undefined) return { type: 'room', roomId, ...person };
  return undefined;
};

/** The types of event that LINE lets the bot answer. */
const ANSWERABLE: ReadonlySet<string> = new Set([
  'message',
  'messageEdited',
  'follow',
  'join',
  'memberJoined',
  'postback',
  'videoPlayComplete',
  'beacon',
  'accountLink',
  'membership',
]);

/** The id of the chat an answer to this origin goes to. */
export const chatOf = (origin: Origin): string =>
  origin.type === 'user' ? origin.userId : origin.type === 'group' ? origin.groupId : origin.roomId;

/** Makes an event of that type, with a fresh reply token where LINE gives one. */
export const makeEvent = (
  world: World,
  type: string,
  origin: Origin | undefined,
  content: Fields,
): WebhookEvent => {
  const now = world.now();
  const event = {
    type,
    mode: 'active',
    timestamp: now,
    ...(origin === undefined ? {} : { source: visible(world, origin) }),
    webhookEventId: world.chance.ulid(now),
    deliveryContext: { isRedelivery: false },
    ...content,
  };
  if (origin === undefined || !ANSWERABLE.has(type)) return event;
  const replyToken = world.chance.hex(32);
  world.replyTokens.issue(replyToken, chatOf(origin), now);
  return { ...event, replyToken };
};

/** Someone who never consented comes without her id. */
const visible = (world: World, origin: Origin): Fields => {
  const { userId, ...rest } = { userId: undefined, ...origin };
  const isKnown = userId !== undefined && world.people.get(userId)?.hasConsented !== false;
  return isKnown ? { ...rest, userId } : rest;
};

/** The same event as it comes in standby: the bot cannot answer. */
export const inStandby = (event: WebhookEvent): WebhookEvent => {
  const { replyToken, ...rest } = { replyToken: undefined, ...event };
  return { ...rest, mode: 'standby' };
};

/** The same event delivered again. */
export const redelivered = (event: WebhookEvent): WebhookEvent => ({
  ...event,
  deliveryContext: { isRedelivery: true },
});
