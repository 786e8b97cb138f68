import { Hono } from 'hono';
import { perHour } from '../state/buckets';
import { tokyoDay } from '../state/months';
import { sendKinds } from '../state/quota';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse } from './call';
import { guard } from './guard';
import { isDay } from './statistics';

const rare = { rate: perHour(60), body: 'none' } as const;

/** LINE says nothing about fewer people than this. */
const FEWEST = 20;

/** For how long LINE tells what came of a send, and over how many days a menu can be looked at. */
const EVENT_LIFE = 14 * 24 * 3_600_000;
const MENU_DAYS = 396;

/**
 * What LINE would know of the account's reach. Nobody is watched here: what people look at and click is not counted,
 * so those figures are null, as LINE gives them for few people.
 */
export const insight = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .get('/v2/bot/insight/followers', guard(world, { ...rare, name: 'insight-followers' }), (c) =>
      byDay(world, c, () => {
        const all = [...world.people.all.values()].filter(({ isDeleted }) => !isDeleted);
        const blocks = all.filter(({ friendship }) => friendship === 'blocked').length;
        const friends = all.filter(({ friendship }) => friendship === 'friend').length;
        return { followers: friends + blocks, targetedReaches: friends, blocks };
      }),
    )
    .get('/v2/bot/insight/message/delivery', guard(world, { ...rare, name: 'insight-deliveries' }), (c) =>
      byDay(world, c, (day) =>
        Object.fromEntries(
          sendKinds.map((kind) => [
            `api${kind[0]?.toUpperCase()}${kind.slice(1)}`,
            world.quota.sentOn(kind, day),
          ]),
        ),
      ),
    )
    .get('/v2/bot/insight/demographic', guard(world, { ...rare, name: 'insight-demographic' }), (c) => {
      const isEnough = world.people.friends().length >= FEWEST;
      const unknown = { genders: [], ages: [], areas: [], appTypes: [], subscriptionPeriods: [] };
      return answer(c, isEnough ? { available: true, ...unknown } : { available: false });
    })
    .get('/v2/bot/insight/message/event', guard(world, { ...rare, name: 'insight-events' }), (c) => {
      const requestId = c.req.query('requestId') ?? '';
      const sent = world.sendings.get(requestId);
      if (!sent || world.now() - sent.at > EVENT_LIFE) {
        return refuse(c, 400, "The value for the 'requestId' parameter is invalid");
      }
      return answer(c, {
        overview: {
          requestId,
          timestamp: Math.floor(sent.at / 1000),
          delivered: sent.chatIds.length,
          ...UNSEEN,
        },
        messages: [],
        clicks: [],
      });
    })
    .get(
      '/v2/bot/insight/message/event/aggregation',
      guard(world, { ...rare, name: 'insight-units' }),
      (c) => {
        const unit = c.req.query('customAggregationUnit') ?? '';
        const { from = '', to = '' } = c.req.query();
        if (!/^[a-zA-Z0-9_]{1,30}$/.test(unit) || !isDay(from) || !isDay(to) || from > to) {
          return refuse(c, 400, 'The value for a parameter is invalid');
        }
        return answer(c, { overview: UNSEEN, messages: [], clicks: [] });
      },
    )
    .get(
      '/v2/bot/insight/richmenu/:richMenuId/summary',
      guard(world, { ...rare, name: 'insight-menu' }),
      (c) => menu(world, c),
    )
    .get(
      '/v2/bot/insight/richmenu/:richMenuId/daily',
      guard(world, { ...rare, name: 'insight-menu-daily' }),
      (c) => menu(world, c),
    );

const UNSEEN = {
  uniqueImpression: null,
  uniqueClick: null,
  uniqueMediaPlayed: null,
  uniqueMediaPlayed100Percent: null,
};

/** Figures of a day; they are ready on the next one. */
const byDay = (world: World, c: LineContext, figures: (day: string) => object): Response => {
  const today = tokyoDay(world.now());
  const day = c.req.query('date') ?? tokyoDay(world.now() - 24 * 3_600_000);
  if (!isDay(day)) return refuse(c, 400, "The value for the 'date' parameter is invalid");
  return answer(c, day >= today ? { status: 'unready' } : { status: 'ready', ...figures(day) });
};

const menu = (world: World, c: LineContext): Response => {
  const richMenuId = c.req.param('richMenuId') ?? '';
  if (!world.richMenus.all.has(richMenuId)) return refuse(c, 404, 'Not found');
  const { from = '', to = '' } = c.req.query();
  const days = isDay(from) && isDay(to) ? (dayAt(to) - dayAt(from)) / (24 * 3_600_000) : Number.NaN;
  if (!(days >= 0 && days < MENU_DAYS)) return refuse(c, 400, 'The value for a parameter is invalid');
  return answer(c, { richMenuId, metricsFrom: null, metricsTo: null });
};

const dayAt = (day: string): number =>
  Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);
