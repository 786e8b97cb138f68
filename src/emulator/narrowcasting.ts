import { isFields, listIn, textIn } from './json';
import { putIntoChats } from './sending';
import type { Narrowcast } from './state/narrowcasts';
import { isFriend } from './state/people';
import type { World } from './state/world';

type Ids = ReadonlySet<string>;

/** Why a narrowcast's recipients cannot be, in LINE's words; undefined if they can. */
export const wrongRecipient = (world: World, body: unknown): string | undefined => {
  for (const leaf of leaves(recipientIn(body))) {
    const id = leaf.audienceGroupId;
    const requestId = textIn(leaf, 'requestId');
    if (leaf.type === 'audience' && typeof id === 'number') {
      if (world.audiences.all.get(id)?.status !== 'READY') return `Invalid audience group id: ${id}`;
    }
    if (leaf.type === 'redelivery' && world.narrowcasts.get(requestId ?? '')?.phase !== 'succeeded') {
      return `Invalid request id: ${requestId}`;
    }
  }
  return undefined;
};

/** How many people a narrowcast may reach, for the quota it sets aside. */
export const reachOf = (world: World, body: unknown): number => {
  const reach = recipientsOf(world, body).length;
  const { max } = limitIn(body);
  return max === undefined ? reach : Math.min(reach, max);
};

/** Tells the world what a narrowcast does in each of its phases. */
export const startNarrowcasts = (world: World): void => {
  world.agenda.on('narrowcast-start', (requestId) => {
    const found = world.narrowcasts.get(requestId);
    if (found) start(world, found);
  });
  world.agenda.on('narrowcast-finish', (requestId) => {
    const found = world.narrowcasts.get(requestId);
    if (found) finish(world, found);
  });
};

/** Why a narrowcast fails after it was accepted. */
interface Failure {
  readonly errorCode: 1 | 2 | 5;
  readonly failedDescription: string;
}

const start = (world: World, narrowcast: Narrowcast): void => {
  const { requestId, body } = narrowcast;
  const now = world.now();
  world.quota.reserved.delete(requestId);
  const share = shareOf(world, body);
  if ('errorCode' in share) {
    Object.assign(narrowcast, { phase: 'failed', completedAt: now, ...share });
    return;
  }
  narrowcast.phase = 'sending';
  narrowcast.recipients = share;
  world.quota.reserved.set(requestId, share.length);
  const at = now + world.settings.asyncDelay / 2;
  world.agenda.add({ at, kind: 'narrowcast-finish', about: requestId });
};

/** Who gets it in the end, after thresholds, the narrowcast's own limit and the month's quota. */
const shareOf = (world: World, body: unknown): readonly string[] | Failure => {
  const { settings, quota } = world;
  const all = recipientsOf(world, body);
  if (!isUploadedOnly(world, body) && all.length < settings.narrowcastRecipients) {
    return { errorCode: 2, failedDescription: 'There are not enough recipients to deliver the message.' };
  }
  const { max, upToRemaining, forbidsPartial } = limitIn(body);
  const wanted = all.slice(0, max);
  if (settings.quota.type === 'none') return wanted;
  const left = Math.max(0, quota.left(world.now(), settings.quota.value));
  if (left >= wanted.length) return wanted;
  if (!upToRemaining) return { errorCode: 1, failedDescription: 'The monthly limit is reached.' };
  if (forbidsPartial) return { errorCode: 5, failedDescription: 'Partial delivery is forbidden.' };
  return wanted.slice(0, left);
};

/** Audiences of uploaded ids alone may be of any size. */
const isUploadedOnly = (world: World, body: unknown): boolean => {
  const parts = leaves(recipientIn(body)).map(({ audienceGroupId }) =>
    typeof audienceGroupId === 'number' ? world.audiences.all.get(audienceGroupId) : undefined,
  );
  return parts.length > 0 && parts.every((audience) => audience?.type === 'UPLOAD');
};

const finish = (world: World, narrowcast: Narrowcast): void => {
  const { requestId, body, recipients } = narrowcast;
  const now = world.now();
  world.quota.reserved.delete(requestId);
  world.sendings.set(requestId, { via: 'narrowcast', at: now, chatIds: recipients });
  putIntoChats(world, {
    via: 'narrowcast',
    messages: listIn(body, 'messages'),
    chatIds: recipients,
    isSilent: isFields(body) && body.notificationDisabled === true,
    traffic: narrowcast.traffic,
  });
  world.quota.count('narrowcast', recipients.length, now);
  narrowcast.phase = 'succeeded';
  narrowcast.completedAt = now;
};

const recipientIn = (body: unknown): unknown => (isFields(body) ? body.recipient : undefined);

const limitIn = (body: unknown) => {
  const { max, upToRemainingQuota, forbidPartialDelivery } =
    isFields(body) && isFields(body.limit) ? body.limit : {};
  return {
    max: typeof max === 'number' ? max : undefined,
    upToRemaining: upToRemainingQuota === true,
    forbidsPartial: forbidPartialDelivery === true,
  };
};

/** The audiences and redeliveries of a recipient, whatever joins them. */
const leaves = (node: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (!isFields(node)) return [];
  if (node.type !== 'operator') return [node];
  return [...listIn(node, 'and'), ...listIn(node, 'or'), node.not].flatMap(leaves);
};

/** Friends who fit. Attributes are guesses of LINE's, so everybody fits them here. */
const recipientsOf = (world: World, body: unknown): readonly string[] => {
  const friends = world.people.friends().map(({ id }) => id);
  const recipient = recipientIn(body);
  if (recipient === undefined || recipient === null) return friends;
  const wanted = chosen(world, recipient, new Set(friends));
  return [...wanted].filter((id) => {
    const person = world.people.get(id);
    return person !== undefined && isFriend(person);
  });
};

const chosen = (world: World, node: unknown, everyone: Ids): Ids => {
  if (!isFields(node)) return new Set();
  if (node.type === 'audience' && typeof node.audienceGroupId === 'number') {
    return world.audiences.all.get(node.audienceGroupId)?.ids ?? new Set();
  }
  if (node.type === 'redelivery') {
    return new Set(world.narrowcasts.get(textIn(node, 'requestId') ?? '')?.recipients);
  }
  const both = listIn(node, 'and').map((part) => chosen(world, part, everyone));
  if (both.length > 0) return new Set([...(both[0] ?? [])].filter((id) => both.every((set) => set.has(id))));
  const any = listIn(node, 'or').map((part) => chosen(world, part, everyone));
  if (any.length > 0) return new Set(any.flatMap((set) => [...set]));
  const not = chosen(world, node.not, everyone);
  return new Set([...everyone].filter((id) => !not.has(id)));
};
