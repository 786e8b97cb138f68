import { Hono } from 'hono';
import { z } from 'zod';
import { isFields } from '../json';
import { perSecond } from '../state/buckets';
import { COUPONS, type Coupon } from '../state/coupons';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse } from './call';
import { guard } from './guard';

const COUPON = '/v2/bot/coupon';
const rate = perSecond(200);
const read = { rate, body: 'none' } as const;

/** What a coupon needs; LINE's documents bound title and description alone. */
const asked = z.looseObject({
  title: z.string().min(1).max(60),
  description: z.string().max(1000).optional(),
  startTimestamp: z.number(),
  endTimestamp: z.number(),
  maxUseCountPerTicket: z.number(),
  timezone: z.string(),
  visibility: z.enum(['UNLISTED', 'PUBLIC']),
  acquisitionCondition: z.looseObject({ type: z.string() }),
});

/** Coupons: made, listed, looked at and closed. */
export const coupons = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(COUPON, guard(world, { name: 'create-coupon', rate, body: 'json' }), (c) => create(world, c))
    .get(COUPON, guard(world, { ...read, name: 'list-coupons' }), (c) => {
      const wanted = c.req.queries('status');
      const items = [...world.coupons.values()]
        .filter((coupon) => !wanted || wanted.includes(statusOf(coupon)))
        .map(({ id, asked: { title } }) => ({ couponId: id, title }));
      return answer(c, { items });
    })
    .get(`${COUPON}/:id`, guard(world, { ...read, name: 'get-coupon' }), (c) => {
      const coupon = world.coupons.get(c.req.param('id'));
      if (!coupon) return refuse(c, 404, 'Not found');
      const { id, asked: given, at } = coupon;
      const createdTimestamp = Math.floor(at / 1000);
      return answer(c, { ...given, couponId: id, createdTimestamp, status: statusOf(coupon) });
    })
    .put(`${COUPON}/:id/close`, guard(world, { ...read, name: 'close-coupon' }), (c) => {
      const coupon = world.coupons.get(c.req.param('id'));
      if (!coupon) return refuse(c, 404, 'Not found');
      if (coupon.isClosed) return refuse(c, 400, 'The coupon is already closed');
      coupon.isClosed = true;
      return answer(c);
    });

const statusOf = ({ isClosed }: Coupon): 'RUNNING' | 'CLOSED' => (isClosed ? 'CLOSED' : 'RUNNING');

const create = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const checked = asked.safeParse(body);
  if (!checked.success || !isFields(body)) {
    const details = (checked.error?.issues ?? []).map(({ path, message }) => ({
      message,
      property: path.join('.'),
    }));
    return refuse(c, 400, `The request body has ${details.length} error(s)`, { details });
  }
  const running = [...world.coupons.values()].filter(({ isClosed }) => !isClosed);
  if (running.length >= COUPONS) return refuse(c, 400, 'The maximum number of coupons has been reached');
  const id = world.chance.uuid();
  world.coupons.set(id, { id, asked: body, at: world.now(), isClosed: false });
  return answer(c, { couponId: id });
};
