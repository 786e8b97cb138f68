import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { answer, type LineEnv, refuse } from './call';
import { guard } from './guard';

/** How long a link token holds, ms. */
const LIFE = 10 * 60_000;

/** The token with which a person links her account of the bot's own service. */
export const accountLink = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>().post(
    '/v2/bot/user/:userId/linkToken',
    guard(world, { name: 'link-token', rate: perSecond(2000), body: 'none' }),
    (c) => {
      const personId = c.req.param('userId');
      if (!isUserId(personId)) return refuse(c, 400, "The value for the 'userId' parameter is invalid");
      c.get('call').people = [personId];
      const person = world.people.get(personId);
      if (!person || person.isDeleted) return refuse(c, 404, 'Not found');
      const linkToken = world.chance.token(32);
      world.linkTokens.set(linkToken, { personId, expiresAt: world.now() + LIFE });
      return answer(c, { linkToken });
    },
  );
