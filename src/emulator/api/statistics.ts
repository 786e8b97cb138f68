import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { tokyoDay } from '../state/months';
import type { SendKind } from '../state/quota';
import type { World } from '../state/world';
import { answer, type LineEnv, refuse } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;
const counted: readonly SendKind[] = ['reply', 'push', 'multicast', 'broadcast'];

/** How much was sent: the month's quota, and counts by day. */
export const statistics = (world: World): Hono<LineEnv> => {
  const app = new Hono<LineEnv>()
    .get('/v2/bot/message/quota', guard(world, { ...often, name: 'quota' }), (c) =>
      answer(c, world.settings.quota),
    )
    .get('/v2/bot/message/quota/consumption', guard(world, { ...often, name: 'quota-consumption' }), (c) =>
      answer(c, { totalUsage: world.quota.used(world.now()) }),
    )
    .get('/v2/bot/message/aggregation/info', guard(world, { ...often, name: 'aggregation-info' }), (c) =>
      answer(c, { numOfCustomAggregationUnits: world.units.names(world.now()).length }),
    )
    .get('/v2/bot/message/aggregation/list', guard(world, { ...often, name: 'aggregation-list' }), (c) => {
      const limit = Number(c.req.query('limit') ?? 100);
      if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
        return refuse(c, 400, "The value for the 'limit' parameter is invalid");
      }
      const from = Number(c.req.query('start') ?? 0);
      if (!Number.isInteger(from) || from < 0) return refuse(c, 400, 'Invalid start param');
      const names = world.units.names(world.now());
      const next = from + limit < names.length ? { next: String(from + limit) } : {};
      return answer(c, { customAggregationUnits: names.slice(from, from + limit), ...next });
    });
  for (const kind of counted) {
    app.get(`/v2/bot/message/delivery/${kind}`, guard(world, { ...often, name: `delivery-${kind}` }), (c) => {
      const day = c.req.query('date') ?? '';
      if (!isDay(day)) return refuse(c, 400, "The value for the 'date' parameter is invalid");
      // Counts are ready on the next day.
      if (day >= tokyoDay(world.now())) return answer(c, { status: 'unready' });
      return answer(c, { status: 'ready', success: world.quota.sentOn(kind, day) });
    });
  }
  return app;
};

/** Whether this is a day of the calendar written `yyyyMMdd`. */
export const isDay = (words: string): boolean => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(words) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};
