import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { answer, type LineEnv, refuse } from './call';
import { guard } from './guard';

const NOT_OPEN = 'Access to this API is not available for your account';
const often = { rate: perSecond(2000), body: 'none' } as const;
const seldom = { rate: perSecond(200), body: 'none' } as const;

/** What LINE opens only to accounts with a contract of their own: this one has no memberships and no phone numbers. */
export const notOpen = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/bot/pnp/push',
      guard(world, { name: 'push-by-phone', rate: perSecond(2000), body: 'json' }),
      (c) => refuse(c, 403, NOT_OPEN),
    )
    .get('/v2/bot/message/delivery/pnp', guard(world, { ...often, name: 'delivery-by-phone' }), (c) =>
      refuse(c, 403, NOT_OPEN),
    )
    .get('/v2/bot/membership/list', guard(world, { ...seldom, name: 'list-memberships' }), (c) =>
      answer(c, { memberships: [] }),
    )
    .get(
      '/v2/bot/membership/subscription/:userId',
      guard(world, { ...seldom, name: 'membership-of-person' }),
      (c) =>
        isUserId(c.req.param('userId'))
          ? answer(c, { subscriptions: [] })
          : refuse(c, 400, "The value for the 'userId' parameter is invalid"),
    )
    .get('/v2/bot/membership/:id/users/ids', guard(world, { ...often, name: 'members-of-membership' }), (c) =>
      refuse(c, 404, 'Not found'),
    );
