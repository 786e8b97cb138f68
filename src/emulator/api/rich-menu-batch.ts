import { Hono } from 'hono';
import { checkBatch } from '../../line/limits';
import { isFields, listIn, textIn } from '../json';
import { startMenuLinks } from '../menu-links';
import { perHour, perSecond } from '../state/buckets';
import { PROGRESS_LIFE } from '../state/narrowcasts';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

/** Batches: everyone with one menu gets another, a while after the call. */
export const richMenuBatch = (world: World): Hono<LineEnv> => {
  startMenuLinks(world);
  return new Hono<LineEnv>()
    .post(
      '/v2/bot/richmenu/batch',
      guard(world, { name: 'rich-menu-batch', rate: perHour(3), body: 'json' }),
      (c) => accept(world, c),
    )
    .post(
      '/v2/bot/richmenu/validate/batch',
      guard(world, { name: 'validate-rich-menu-batch', rate: perSecond(2000), body: 'json' }),
      (c) => {
        const refusal = checkBatch(c.get('call').body);
        return refusal ? refuseFor(c, refusal) : answer(c);
      },
    )
    .get(
      '/v2/bot/richmenu/progress/batch',
      guard(world, { name: 'rich-menu-batch-progress', rate: perHour(100), body: 'none' }),
      (c) => {
        const found = world.richMenuBatches.get(c.req.query('requestId') ?? '');
        if (!found || world.now() - found.acceptedAt > PROGRESS_LIFE) return refuse(c, 404, 'Not found');
        const { phase, acceptedAt, completedAt } = found;
        return answer(c, {
          phase,
          acceptedTime: new Date(acceptedAt).toISOString(),
          ...(completedAt === undefined ? {} : { completedTime: new Date(completedAt).toISOString() }),
        });
      },
    );
};

const accept = (world: World, c: LineContext): Response => {
  const { body, requestId } = c.get('call');
  const refusal = checkBatch(body);
  if (refusal) return refuseFor(c, refusal);
  const operations = listIn(body, 'operations');
  const missing = operations
    .filter(isFields)
    .flatMap((operation) => [textIn(operation, 'from'), textIn(operation, 'to')])
    .find((id) => id !== undefined && !world.richMenus.all.has(id));
  if (missing !== undefined) return refuse(c, 400, 'richmenu not found', { why: `${missing} is not there.` });
  const now = world.now();
  const resumeKey = textIn(body, 'resumeRequestKey');
  const before = [...world.richMenuBatches.values()].find((batch) => batch.resumeKey === resumeKey);
  if (resumeKey !== undefined && before && now - before.acceptedAt < PROGRESS_LIFE) {
    return refuse(c, 400, 'The resume request key is already used', {
      why: 'A key resumes a batch that failed; the one with this key did not.',
    });
  }
  world.richMenuBatches.set(requestId, {
    requestId,
    acceptedAt: now,
    operations,
    phase: 'ongoing',
    ...(resumeKey === undefined ? {} : { resumeKey }),
  });
  world.agenda.add({ at: now + world.settings.asyncDelay, kind: 'rich-menu-batch', about: requestId });
  return answer(c, {}, 202);
};
