import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { joinedGroup } from '../state/groups';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;

/** How many members stand on a page. */
const PAGE = 100;

/** Groups and rooms the bot is in: who is there, and leaving. */
export const groups = (world: World): Hono<LineEnv> => {
  const app = new Hono<LineEnv>();
  for (const kind of ['group', 'room'] as const) {
    const path = `/v2/bot/${kind}/:id`;
    const find = (c: LineContext) => {
      const found = joinedGroup(world.groups, c.req.param('id') ?? '');
      return found?.kind === kind ? found : undefined;
    };
    app
      .get(`${path}/members/count`, guard(world, { ...often, name: `${kind}-count` }), (c) => {
        const found = find(c);
        return found ? answer(c, { count: found.members.size }) : refuse(c, 404, 'Not found');
      })
      .get(`${path}/members/ids`, guard(world, { ...often, name: `${kind}-members` }), (c) => {
        const found = find(c);
        if (!world.settings.isVerified) {
          return refuse(c, 403, 'Access to this API is not available for your account');
        }
        if (!found) return refuse(c, 404, 'Not found');
        const from = Number(c.req.query('start') ?? 0);
        if (!Number.isInteger(from) || from < 0) return refuse(c, 400, 'Invalid start param');
        const ids = [...found.members].filter((id) => world.people.get(id)?.hasConsented);
        const next = from + PAGE < ids.length ? { next: String(from + PAGE) } : {};
        return answer(c, { memberIds: ids.slice(from, from + PAGE), ...next });
      })
      .get(`${path}/member/:userId`, guard(world, { ...often, name: `${kind}-member` }), (c) => {
        const userId = c.req.param('userId');
        const person = find(c)?.members.has(userId) ? world.people.get(userId) : undefined;
        if (!person?.hasConsented) return refuse(c, 404, 'Not found');
        const { name, pictureUrl } = person;
        return answer(c, {
          displayName: name,
          userId,
          ...(pictureUrl === undefined ? {} : { pictureUrl }),
        });
      })
      .post(`${path}/leave`, guard(world, { ...often, name: `leave-${kind}` }), (c) => {
        const found = find(c);
        if (!found) return refuse(c, 404, 'Not found');
        found.hasBot = false;
        return answer(c);
      });
  }
  app.get('/v2/bot/group/:id/summary', guard(world, { ...often, name: 'group-summary' }), (c) => {
    const found = joinedGroup(world.groups, c.req.param('id'));
    if (found?.kind !== 'group') return refuse(c, 404, 'Not found');
    return answer(c, { groupId: found.id, groupName: found.name });
  });
  return app;
};
