import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import { hasVisibleProfile, isFriend } from '../state/people';
import type { World } from '../state/world';
import { answer, type LineEnv, refuse } from './call';
import { guard } from './guard';

/** How long a list's `next` goes on, ms. */
const DAY = 24 * 3_600_000;

const often = { rate: perSecond(2000), body: 'none' } as const;

/** Who is there: profiles, followers, and the bot itself. */
export const people = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .get('/v2/bot/profile/:userId', guard(world, { ...often, name: 'profile' }), (c) => {
      const id = c.req.param('userId');
      if (!isUserId(id)) return refuse(c, 400, "The value for the 'userId' parameter is invalid");
      c.get('call').people = [id];
      const person = world.people.get(id);
      if (!person || !hasVisibleProfile(person)) {
        return refuse(c, 404, 'Not found', {
          why: 'LINE shows no profile of this id: unknown, blocked, deleted, or never consented.',
        });
      }
      const { name, language, pictureUrl, statusMessage } = person;
      return answer(c, {
        userId: id,
        displayName: name,
        ...(language === undefined ? {} : { language }),
        ...(pictureUrl === undefined ? {} : { pictureUrl }),
        ...(statusMessage === undefined ? {} : { statusMessage }),
      });
    })
    .get('/v2/bot/followers/ids', guard(world, { ...often, name: 'followers' }), (c) => {
      if (!world.settings.isVerified) {
        return refuse(c, 403, 'Access to this API is not available for your account');
      }
      const limit = Number(c.req.query('limit') ?? 300);
      if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
        return refuse(c, 400, "The value for the 'limit' parameter is invalid");
      }
      const start = c.req.query('start');
      const from = start === undefined ? 0 : placeIn(start, world.now());
      if (from === undefined) return refuse(c, 400, 'Invalid start param');
      const ids = [...world.people.all.values()]
        .filter((person) => isFriend(person) && person.hasConsented)
        .map(({ id }) => id);
      const end = from + limit;
      const next = end < ids.length ? { next: `${end}-${world.now()}` } : {};
      return answer(c, { userIds: ids.slice(from, end), ...next });
    })
    .get('/v2/bot/info', guard(world, { ...often, name: 'bot-info' }), (c) => {
      const { botUserId, basicId, displayName } = world.channel;
      const { chatMode, markAsReadMode } = world.settings;
      return answer(c, { userId: botUserId, basicId, displayName, chatMode, markAsReadMode });
    });

/** Where a `start` of ours goes on; undefined if it is none or too old. */
const placeIn = (start: string, now: number): number | undefined => {
  const [, place, at] = /^(\d+)-(\d+)$/.exec(start) ?? [];
  return place === undefined || now - Number(at) > DAY ? undefined : Number(place);
};
