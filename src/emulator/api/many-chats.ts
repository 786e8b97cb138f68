import { Hono } from 'hono';
import { checkBroadcast, checkMulticast } from '../../line/limits';
import { listIn } from '../json';
import { putIntoChats } from '../sending';
import { perHour, perSecond } from '../state/buckets';
import { isFriend } from '../state/people';
import type { SendKind } from '../state/quota';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';
import { MONTH_IS_SPENT, sendingIn } from './one-chat';
import { acceptRetry, refuseRetry } from './retry';
import { countUnits } from './units';

/** Multicast and broadcast: the same messages to many people, all or nothing. */
export const manyChats = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/v2/bot/message/multicast',
      guard(world, { name: 'multicast', rate: perSecond(200), body: 'json', takesRetryKey: true }),
      (c) => multicast(world, c),
    )
    .post(
      '/v2/bot/message/broadcast',
      guard(world, { name: 'broadcast', rate: perHour(60), body: 'json', takesRetryKey: true }),
      (c) => broadcast(world, c),
    );

const multicast = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const refused = refuseRetry(world, c) ?? refuseIf(c, checkMulticast(body));
  if (refused) return refused;
  const reached = new Set<string>();
  let unknown = -1;
  listIn(body, 'to').forEach((id, place) => {
    const person = typeof id === 'string' ? world.people.get(id) : undefined;
    if (person === undefined) unknown = unknown === -1 ? place : unknown;
    else if (isFriend(person)) reached.add(person.id);
  });
  if (unknown !== -1 && world.settings.doesMulticastRefuseUnknown) {
    return refuse(
      c,
      400,
      `The property, to[${unknown}], in the request body is invalid (line: -, column: -)`,
      {
        why: 'Nobody with this id ever met the bot; nothing was sent to anybody.',
      },
    );
  }
  return sendToAll(world, c, 'multicast', [...reached]);
};

const broadcast = (world: World, c: LineContext): Response => {
  const refused = refuseRetry(world, c) ?? refuseIf(c, checkBroadcast(c.get('call').body));
  if (refused) return refused;
  const reached = world.people.friends().map(({ id }) => id);
  c.get('call').people = reached;
  return sendToAll(world, c, 'broadcast', reached);
};

const refuseIf = (c: LineContext, refusal: Parameters<typeof refuseFor>[1] | undefined) =>
  refusal && refuseFor(c, refusal);

const sendToAll = (world: World, c: LineContext, via: SendKind, chatIds: readonly string[]): Response => {
  const now = world.now();
  if (!world.quota.allows(chatIds.length, now, world.settings.quota)) {
    return refuse(c, 429, MONTH_IS_SPENT);
  }
  const call = c.get('call');
  if (via === 'broadcast') world.sendings.set(call.requestId, { via, at: now, chatIds });
  putIntoChats(world, { ...sendingIn(c), via, chatIds });
  world.quota.count(via, chatIds.length, now);
  if (via === 'multicast') countUnits(world, c, chatIds.length);
  call.reached = chatIds.length;
  acceptRetry(world, c);
  return answer(c);
};
