import { Hono } from 'hono';
import { checkAudienceDescription } from '../../line/limits';
import { textIn } from '../json';
import type { Audience } from '../state/audiences';
import { perMinute } from '../state/buckets';
import type { World } from '../state/world';
import { audienceView, jobView } from './audience-view';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const GROUP = '/v2/bot/audienceGroup';
const rate = perMinute(60);
const read = { rate, body: 'none' } as const;

/** How many audiences stand on a page of the list. */
const PAGE = { usual: 20, most: 40 };

/** Audiences looked at, renamed and deleted. Shared ones come from other tools, so there are none here. */
export const audienceList = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .get(`${GROUP}/list`, guard(world, { ...read, name: 'list-audiences' }), (c) => list(world, c))
    .get(`${GROUP}/shared/list`, guard(world, { ...read, name: 'list-shared-audiences' }), (c) =>
      answer(c, page([], c) ?? {}),
    )
    .get(`${GROUP}/shared/:id`, guard(world, { ...read, name: 'get-shared-audience' }), missing)
    .get(`${GROUP}/:id`, guard(world, { ...read, name: 'get-audience' }), (c) => {
      const found = find(world, c);
      if (!found) return missing(c);
      return answer(c, {
        audienceGroup: audienceView(found, world.now()),
        jobs: found.jobs.map((job) => jobView(found, job)),
      });
    })
    .put(
      `${GROUP}/:id/updateDescription`,
      guard(world, { name: 'describe-audience', rate, body: 'json' }),
      (c) => {
        const { body } = c.get('call');
        const refusal = checkAudienceDescription(body);
        if (refusal) return refuseFor(c, refusal);
        const found = find(world, c);
        if (!found) return missing(c);
        found.description = textIn(body, 'description') ?? '';
        return answer(c);
      },
    )
    .delete(`${GROUP}/:id`, guard(world, { ...read, name: 'delete-audience' }), (c) =>
      world.audiences.all.delete(Number(c.req.param('id'))) ? answer(c, {}, 202) : missing(c),
    );

const find = (world: World, c: LineContext): Audience | undefined =>
  world.audiences.all.get(Number(c.req.param('id')));

const missing = (c: LineContext): Response =>
  refuse(c, 400, 'audience group not found', { details: [{ message: 'AUDIENCE_GROUP_NOT_FOUND' }] });

const list = (world: World, c: LineContext): Response => {
  const status = c.req.query('status');
  const words = c.req.query('description');
  const found = [...world.audiences.all.values()].filter(
    (audience) =>
      (status === undefined || audience.status === status) &&
      (words === undefined || audience.description.includes(words)),
  );
  const views = found.map((audience) => audienceView(audience, world.now()));
  const shown = page(views, c);
  return shown ? answer(c, shown) : refuse(c, 400, "The value for the 'page' parameter is invalid");
};

const page = (all: readonly object[], c: LineContext): object | undefined => {
  const number = Number(c.req.query('page') ?? 1);
  const size = Math.min(Number(c.req.query('size') ?? PAGE.usual), PAGE.most);
  if (!Number.isInteger(number) || number < 1 || !(size >= 1)) return undefined;
  return {
    audienceGroups: all.slice((number - 1) * size, number * size),
    hasNextPage: all.length > number * size,
    totalCount: all.length,
    readWriteAudienceGroupTotalCount: all.length,
    page: number,
    size,
  };
};
