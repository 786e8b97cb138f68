import type { PersonRecord } from '../state/people';
import { makeEvent } from '../webhooks/event';
import { type CannotDo, type Did, eventOf, type Stage } from './acts';

/** She watched a video with a tracking id to its end. */
export const playVideo = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  trackingId: string,
): Promise<Did | CannotDo> => {
  const isThere = world.chats
    .of(person.id)
    .entries.some(({ message }) => message.type === 'video' && message.trackingId === trackingId);
  if (!isThere) return { cannot: 'No video in her chat has this tracking id.' };
  await outbox.send(eventOf(world, person, 'videoPlayComplete', { videoPlayComplete: { trackingId } }));
  return {};
};

/** She comes near a beacon. */
export const meetBeacon = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  beacon: { readonly hwid: string; readonly type: string; readonly dm?: string | undefined },
): Promise<Did | CannotDo> => {
  await outbox.send(eventOf(world, person, 'beacon', { beacon }));
  return {};
};

/** She came back from the bot's sign-in page. A token that is not hers or too old makes no webhook at all. */
export const linkAccount = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  { linkToken, nonce }: { readonly linkToken: string; readonly nonce: string },
): Promise<Did | CannotDo> => {
  const found = world.linkTokens.get(linkToken);
  if (!found || found.personId !== person.id || found.expiresAt <= world.now()) {
    return { cannot: 'LINE does not know this link token, or it is not hers, or it is too old.' };
  }
  world.linkTokens.delete(linkToken);
  await outbox.send(eventOf(world, person, 'accountLink', { link: { result: 'ok', nonce } }));
  return {};
};

/** Linking failed on LINE's side: an event without a source. */
export const failToLink = async ({ world, outbox }: Stage, nonce: string): Promise<Did | CannotDo> => {
  await outbox.send(makeEvent(world, 'accountLink', undefined, { link: { result: 'failed', nonce } }));
  return {};
};

/** She joins, leaves or renews a paid membership. */
export const changeMembership = async (
  { world, outbox }: Stage,
  person: PersonRecord,
  membership: { readonly type: string; readonly membershipId: number },
): Promise<Did | CannotDo> => {
  await outbox.send(eventOf(world, person, 'membership', { membership }));
  return {};
};
