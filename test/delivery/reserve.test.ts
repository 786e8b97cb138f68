import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LineClient } from '../../src/line/client';
import { deliver } from '../../src/service/deliver/deliver';
import { approve, outlookFor, submitDraft, writeDraft } from '../../src/service/notices/staff';
import { resumeNotice } from '../../src/store/notices/control';
import { loadNotice } from '../../src/store/notices/notice';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';

/** The month of these tests: what LINE lets through, and who has booked a lesson still to come. */
const LIMIT = 6_000;
const BOOKED = 30;
const PEOPLE = 5_000;

let world: DeliveryWorld;
let people: readonly string[] = [];
let booked: readonly string[] = [];

beforeAll(async () => {
  world = await openDeliveryWorld();
  people = await world.friends(PEOPLE);
  booked = people.slice(0, BOOKED);
  await world.lesson({ course: 'course-1', id: 'saturday', date: '2026-12-12' });
  for (const person of booked) await world.book('saturday', person);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-10', '10:00');
  await world.db.batch(
    ['Delivery', 'Chunk', 'Notice', 'Alert', 'QuotaMonth'].map((table) =>
      world.db.prepare(`DELETE FROM "${table}"`),
    ),
  );
  for (const person of people) world.emulator.world.chats.of(person).entries = [];
  world.emulator.world.quota.byMonth.clear();
  world.emulator.world.change({ quota: { type: 'limited', value: LIMIT } });
});

/** Another tool of the city sends to so many people from the same account. */
const sentElsewhere = (count: number): void => world.emulator.world.quota.count('push', count, world.now());

const callOff = (id: string) =>
  approved(
    world,
    id,
    wordsFor(
      { type: 'lesson', lesson: 'saturday', withWaiting: false },
      { isCancellation: true, forDay: '2026-12-12' },
    ),
  );

const alerts = async (): Promise<readonly string[]> => {
  const { results } = await world.db.prepare('SELECT "kind" FROM "Alert"').all<{ kind: string }>();
  return results.map(({ kind }) => kind);
};

/** How many people each multicast since then was for, in the order LINE took them. */
const sizesSince = (before: number): readonly number[] =>
  world.emulator
    .calls('multicast')
    .slice(before)
    .map(({ peopleCount }) => peopleCount);

describe('a broadcast whose turn comes', () => {
  it('goes out while it leaves what is kept for reminders and cancellations', async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    sentElsewhere(LIMIT - PEOPLE - 2 * BOOKED - LIMIT / 20);
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('is paused before its first call if the month has changed since, and staff read why and may send it', async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    sentElsewhere(LIMIT - PEOPLE - 2 * BOOKED - LIMIT / 20 + 1);
    await world.minutes(2);
    expect(notExactly(world, people, 0)).toEqual([]);
    expect(await loadNotice(world.db, 'fair')).toMatchObject({ status: 'paused', note: 'eats-reserve' });
    expect(await alerts()).toEqual(['notice-eats-reserve']);
    await resumeNotice(world.db, { id: 'fair', revision: 1 }, world.now());
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('goes out all the same if its approver was told what it does to the month', async () => {
    sentElsewhere(LIMIT - PEOPLE);
    await world.run();
    const { title, rule } = wordsFor({ type: 'everyone' });
    const messages = [{ type: 'text', text: 'あしたです。' }] as const;
    const id = await writeDraft(world.deps, 'staff-a', { title, rule, messages });
    await submitDraft(world.deps, { id, revision: 1 });
    const notice = await loadNotice(world.db, id);
    if (!notice) throw new Error('The draft is not there.');
    const { count, quota } = await outlookFor(world.deps, notice);
    expect(quota).toMatchObject({ fits: false, why: 'eats-reserve' });
    const approval = { id, revision: 1, count, approver: 'staff-b', isQuotaKnown: true };
    expect(await approve(world.deps, approval)).toEqual({ moved: true });
    world.pass(121_000);
    await world.minutes(1);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('lets a second one wait that would not fit beside it, and not the other way round', async () => {
    world.emulator.world.change({ quota: { type: 'limited', value: 2 * PEOPLE } });
    await approved(world, 'first', wordsFor({ type: 'everyone' }));
    world.pass(1);
    await approved(world, 'second', wordsFor({ type: 'everyone' }));
    await world.run();
    expect(await loadNotice(world.db, 'first')).toMatchObject({ status: 'done' });
    expect(await loadNotice(world.db, 'second')).toMatchObject({ status: 'paused', note: 'eats-reserve' });
    expect(notExactly(world, people, 1)).toEqual([]);
  });
});

describe('a cancellation', () => {
  it('is sent before a broadcast that was due before it', async () => {
    const before = world.emulator.calls('multicast').length;
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    world.pass(1_000);
    await callOff('off');
    await world.run();
    expect(sizesSince(before)[0]).toBe(BOOKED);
    expect(sizesSince(before)).toHaveLength(PEOPLE / 500 + 1);
  });

  it('overtakes a broadcast in the middle of it, and keeps its messages when the month gets short', async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    const before = world.emulator.calls('multicast').length;
    let calls = 0;
    const line = new LineClient(
      { baseUrl: 'https://api.line.me', accessToken: 'delivery-token' },
      async (input, init) => {
        if (String(input).endsWith('/multicast')) calls += 1;
        if (calls === 3) {
          calls += 1;
          // The minute of this run is over, and meanwhile the month has become short.
          world.pass(6 * 60_000);
          sentElsewhere(700);
          await callOff('off');
        }
        return world.emulator.fetch(input, init);
      },
    );
    await deliver({ ...world.deps, line });
    const middle = sizesSince(before).length;
    expect(middle).toBeLessThan(PEOPLE / 500);
    await world.run();
    expect(sizesSince(before).slice(middle)).toEqual([BOOKED]);
    expect(await loadNotice(world.db, 'off')).toMatchObject({ status: 'done' });
    expect(await loadNotice(world.db, 'fair')).toMatchObject({ status: 'paused', note: 'eats-reserve' });
    world.emulator.world.change({ quota: { type: 'none' } });
    await resumeNotice(world.db, { id: 'fair', revision: 1 }, world.now());
    await world.run();
    expect(notExactly(world, booked, 2)).toEqual([]);
    expect(notExactly(world, people.slice(BOOKED), 1)).toEqual([]);
  });

  it('overtakes the rest of a broadcast that is being sent while it is approved', async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    const before = world.emulator.calls('multicast').length;
    let calls = 0;
    let overtaking: Promise<void> | undefined;
    const line = new LineClient(
      { baseUrl: 'https://api.line.me', accessToken: 'delivery-token' },
      async (input, init) => {
        if (String(input).endsWith('/multicast')) calls += 1;
        // The calls open by then are slow; the next minute's clock comes meanwhile.
        if (calls === 3) overtaking ??= callOff('off').then(() => world.run());
        await overtaking;
        return world.emulator.fetch(input, init);
      },
    );
    await deliver({ ...world.deps, line });
    expect(sizesSince(before).indexOf(BOOKED)).toBe(2);
    expect(notExactly(world, booked, 2)).toEqual([]);
    expect(notExactly(world, people.slice(BOOKED), 1)).toEqual([]);
  });
});
