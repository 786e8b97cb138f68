import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import type { Effect } from '../../src/core/effect';
import { placeOfEntry } from '../../src/core/place-entry';
import type { PlaceWish } from '../../src/core/place-wish/place-wish';
import { answerWishes } from '../../src/service/answer-wishes';
import { saveNewPlace } from '../../src/store/place-changes';
import { demandWithin } from '../../src/store/place-wishes';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';
import { decideWith, tapped } from '../support/turns';

let world: DeliveryWorld;
let count = 0;

beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());

const HOME = tokorozawa.towns.find(({ name }) => name === '東所沢3丁目')?.at ?? { lat: 0, lng: 0 };

const wish: PlaceWish = { activity: '体操', at: HOME, label: '東所沢3丁目', district: '柳瀬' };

const does = async (person: string, effect: Effect): Promise<boolean> => {
  count += 1;
  const [work] = await tapped(world.db, [person], () => `wish-${count}`, world.now());
  if (!work) throw new Error('Nobody is there.');
  return decideWith(world.db, work, [effect], world.now());
};

/** A gathering opens; the minute's job looks at the wishes and what it queues is sent. */
const opens = async (town: string, activities: readonly string[]): Promise<void> => {
  count += 1;
  const entry = { name: `集まり${count}（見本）`, activities, town, when: '毎週火曜 午前10時〜11時' };
  const place = placeOfEntry(entry, { number: count, set: 'test' }, tokorozawa, world.now());
  expect(await saveNewPlace(world.db, place, { by: 'staff', now: world.now() })).toBe(true);
  await minute();
};

const minute = async (): Promise<void> => {
  await answerWishes(world.deps);
  await world.run();
  world.pass(60_000);
};

describe('someone for whom nothing was near', () => {
  it('is told once when a fitting place opens within her walk, and of no other', async () => {
    const [her = ''] = await world.friends(1);
    expect(await does(her, { type: 'keepWish', wish })).toBe(true);
    await does(her, { type: 'keepWish', wish });
    expect(await demandWithin(world.db, ['柳瀬'])).toEqual([
      { district: '柳瀬', activity: '体操', people: 1 },
    ]);
    expect(await demandWithin(world.db, ['吾妻'])).toEqual([]);

    await opens('東所沢3丁目', ['お茶']);
    await opens('荒幡', ['体操']);
    expect(world.copies(her)).toBe(0);

    // A narrower kind of what she asked for.
    await opens('東所沢3丁目', ['トコろん元気百歳体操']);
    expect(world.copies(her)).toBe(1);
    expect(JSON.stringify(world.emulator.world.chats.all.get(her)?.entries)).toContain('くわしく見る');
    await minute();
    await opens('東所沢3丁目', ['体操']);
    expect(world.copies(her)).toBe(1);
    expect(await demandWithin(world.db, 'all')).toEqual([]);
  });

  it('hears nothing once she has taken her wish back', async () => {
    const [her = ''] = await world.friends(1);
    await does(her, { type: 'keepWish', wish });
    await does(her, { type: 'dropWish', wish });
    await opens('東所沢3丁目', ['体操']);
    expect(world.copies(her)).toBe(0);
  });

  it('is told once although two jobs look at the same moment, and others later', async () => {
    const [her = ''] = await world.friends(1);
    await does(her, { type: 'keepWish', wish });
    await world.db.prepare('UPDATE "PlaceWish" SET "seenRevision" = 0').run();
    await Promise.all([answerWishes(world.deps), answerWishes(world.deps)]);
    await minute();
    await minute();
    expect(world.copies(her)).toBe(1);
  });
});
