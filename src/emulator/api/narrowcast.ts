import { Hono } from 'hono';
import { checkNarrowcast } from '../../line/limits';
import { isFields } from '../json';
import { reachOf, startNarrowcasts, wrongRecipient } from '../narrowcasting';
import { perHour, perSecond } from '../state/buckets';
import { PROGRESS_LIFE } from '../state/narrowcasts';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';
import { MONTH_IS_SPENT } from './one-chat';
import { acceptRetry, refuseRetry } from './retry';

/** Narrowcast: accepted at once, sent a while later, and asked after by its request id. */
export const narrowcast = (world: World): Hono<LineEnv> => {
  startNarrowcasts(world);
  return new Hono<LineEnv>()
    .post(
      '/v2/bot/message/narrowcast',
      guard(world, { name: 'narrowcast', rate: perHour(60), body: 'json', takesRetryKey: true }),
      (c) => accept(world, c),
    )
    .get(
      '/v2/bot/message/progress/narrowcast',
      guard(world, { name: 'narrowcast-progress', rate: perSecond(2000), body: 'none' }),
      (c) => progress(world, c),
    );
};

const accept = (world: World, c: LineContext): Response => {
  const call = c.get('call');
  const { body } = call;
  const again = refuseRetry(world, c);
  if (again) return again;
  const refusal = checkNarrowcast(body);
  if (refusal) return refuseFor(c, refusal);
  const wrong = wrongRecipient(world, body);
  if (wrong !== undefined) return refuse(c, 400, wrong);
  const now = world.now();
  const { settings, quota } = world;
  const friends = world.people.friends().length;
  const isByAttributes = isFields(body) && isFields(body.filter) && body.filter.demographic !== undefined;
  if (isByAttributes && friends < settings.narrowcastReach) {
    return refuse(c, 403, 'Your account does not have enough friends', {
      why: `Attributes need ${settings.narrowcastReach} friends; there are ${friends}.`,
    });
  }
  if (settings.quota.type === 'limited' && quota.left(now, settings.quota.value) <= 0) {
    return refuse(c, 429, MONTH_IS_SPENT);
  }
  const { requestId } = call;
  world.narrowcasts.set(requestId, {
    requestId,
    acceptedAt: now,
    body,
    traffic: call.seq,
    phase: 'waiting',
    recipients: [],
  });
  // Until it is over nobody else may use what it may need.
  quota.reserved.set(requestId, reachOf(world, body));
  acceptRetry(world, c);
  world.agenda.add({ at: now + settings.asyncDelay / 2, kind: 'narrowcast-start', about: requestId });
  return answer(c, {}, 202);
};

const progress = (world: World, c: LineContext): Response => {
  const requestId = c.req.query('requestId') ?? '';
  const found = world.narrowcasts.get(requestId);
  if (!found || world.now() - found.acceptedAt > PROGRESS_LIFE) return refuse(c, 404, 'Not found');
  const { phase, acceptedAt, completedAt, recipients, errorCode, failedDescription } = found;
  const counts =
    phase === 'waiting'
      ? {}
      : {
          successCount: phase === 'succeeded' ? recipients.length : 0,
          failureCount: 0,
          targetCount: recipients.length,
        };
  return answer(c, {
    phase,
    ...counts,
    ...(failedDescription === undefined ? {} : { failedDescription }),
    ...(errorCode === undefined ? {} : { errorCode }),
    acceptedTime: new Date(acceptedAt).toISOString(),
    ...(completedAt === undefined ? {} : { completedTime: new Date(completedAt).toISOString() }),
  });
};
