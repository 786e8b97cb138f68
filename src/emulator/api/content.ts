import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import type { Content } from '../state/content';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;
const PATH = '/v2/bot/message/:messageId/content';

/** What people sent: fetched while it is there, not before it is converted, never after it was taken back. */
export const content = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .get(PATH, guard(world, { ...often, name: 'content' }), (c) =>
      bytes(world, c, ['image', 'video', 'audio', 'file']),
    )
    .get(`${PATH}/preview`, guard(world, { ...often, name: 'content-preview' }), (c) =>
      bytes(world, c, ['image', 'video']),
    )
    .get(`${PATH}/transcoding`, guard(world, { ...often, name: 'transcoding' }), (c) => {
      const found = find(world, c, ['video', 'audio']);
      if (found instanceof Response) return found;
      return answer(c, { status: found.readyAt <= world.now() ? 'succeeded' : 'processing' });
    });

const find = (world: World, c: LineContext, kinds: readonly Content['kind'][]): Content | Response => {
  const found = world.contents.get(c.req.param('messageId') ?? '');
  if (!found || !kinds.includes(found.kind)) {
    return refuse(c, 404, 'not found', { why: 'No such message of a person brought a file of this kind.' });
  }
  return found.isGone ? refuse(c, 410, 'The content is gone') : found;
};

const bytes = (world: World, c: LineContext, kinds: readonly Content['kind'][]): Response => {
  const found = find(world, c, kinds);
  if (found instanceof Response) return found;
  if (found.readyAt > world.now()) {
    c.get('call').why = 'LINE is still converting it; there is nothing to fetch yet.';
    return c.body(null, 202);
  }
  c.get('call').answerText = `(${found.bytes.length} bytes)`;
  return c.body(found.bytes, 200, { 'content-type': found.contentType });
};
