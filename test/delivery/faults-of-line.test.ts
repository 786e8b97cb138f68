import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LineClient } from '../../src/line/client';
import { deliver } from '../../src/service/deliver/deliver';
import { OPEN_AT_ONCE } from '../../src/service/deliver/send-due';
import { pauseNotice, resumeNotice, stopNotice } from '../../src/store/notices/control';
import { loadNotice } from '../../src/store/notices/notice';
import { progressOf } from '../../src/store/notices/progress';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';

let world: DeliveryWorld;
let people: readonly string[] = [];
let count = 0;

beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.emulator.world.faults.clear();
  world.setClock('2026-12-10', '10:00');
  await world.db.batch([
    world.db.prepare('DELETE FROM "Delivery"'),
    world.db.prepare('DELETE FROM "Chunk"'),
    world.db.prepare('DELETE FROM "Notice"'),
    world.db.prepare('DELETE FROM "Alert"'),
    world.db.prepare('DELETE FROM "Person"'),
  ]);
  people = await world.friends(1_700);
  count += 1;
});

const begin = async (): Promise<string> => {
  const id = `fair-${count}`;
  await approved(world, id, wordsFor({ type: 'everyone' }));
  return id;
};

const lineWith = (fetcher: typeof fetch, accessToken = 'delivery-token'): LineClient =>
  new LineClient({ baseUrl: 'https://api.line.me', accessToken }, fetcher);

const alerts = async (): Promise<readonly string[]> => {
  const { results } = await world.db.prepare('SELECT "kind" FROM "Alert"').all<{ kind: string }>();
  return results.map(({ kind }) => kind);
};

describe('a broadcast to 1,700 people', () => {
  it('reaches each of them once, in four calls', async () => {
    const id = await begin();
    const before = world.emulator.calls('multicast').length;
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
    expect(world.emulator.calls('multicast').length - before).toBe(4);
    expect((await loadNotice(world.db, id))?.status).toBe('done');
    expect((await progressOf(world.db, id)).byStatus).toEqual({
      pending: 0,
      sending: 0,
      sent: 1_700,
      failed: 0,
    });
  });

  it('is not sent twice when LINE takes it and its answer is lost', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'answer-lost', times: 3 });
    const id = await begin();
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
    expect((await progressOf(world.db, id)).byStatus.sent).toBe(1_700);
  });

  it('arrives although LINE fails three times with 500', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'server-error', times: 3 });
    const id = await begin();
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
    expect((await loadNotice(world.db, id))?.status).toBe('done');
  });

  it('arrives although LINE does not answer at first', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'time-out', times: 2 });
    await begin();
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('goes on more slowly, with the same keys, when LINE says that it is too fast', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'rate-limit', times: 5 });
    await begin();
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
    const keys = world.emulator
      .calls('multicast')
      .slice(-9)
      .map(({ requestHeaders }) => requestHeaders['x-line-retry-key']);
    expect(new Set(keys).size).toBe(4);
  });

  it('stops when the month is used up, tells staff, and goes on where it was once they say so', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'monthly-limit' });
    const id = await begin();
    await world.minutes(3);
    expect(notExactly(world, people, 0)).toEqual([]);
    const paused = await loadNotice(world.db, id);
    expect(paused).toMatchObject({ status: 'paused', note: 'monthly-limit' });
    expect(await alerts()).toEqual(['notice-monthly-limit']);
    world.emulator.world.faults.clear();
    world.setClock('2027-01-04', '10:00');
    await resumeNotice(world.db, { id, revision: 1 }, world.now());
    await world.minutes(1);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('reaches all others when LINE does not know one of them, and only she is marked', async () => {
    world.emulator.world.settings.doesMulticastRefuseUnknown = true;
    const unknown = `U${'f'.repeat(32)}`;
    await world.db.prepare('INSERT INTO "Person" ("id", "createdAt") VALUES (?1, 1)').bind(unknown).run();
    const id = await begin();
    await world.minutes(2);
    world.emulator.world.settings.doesMulticastRefuseUnknown = false;
    expect(notExactly(world, people, 1)).toEqual([]);
    expect((await progressOf(world.db, id)).byStatus).toMatchObject({ sent: 1_700, failed: 1 });
    const { results } = await world.db
      .prepare('SELECT "personId" FROM "Delivery" WHERE "failedBecause" IS NOT NULL')
      .all();
    expect(results).toEqual([{ personId: unknown }]);
  });

  it('pauses after the calls that are under way, and goes on where it was', async () => {
    const more = await world.friends(8_000);
    const id = await begin();
    let calls = 0;
    const pausing: typeof fetch = async (input, init) => {
      calls += 1;
      if (calls === 1) await pauseNotice(world.db, { id, revision: 1 }, 'asked', world.now());
      return world.emulator.fetch(input, init);
    };
    await deliver({ ...world.deps, line: lineWith(pausing) });
    expect(await loadNotice(world.db, id)).toMatchObject({ status: 'paused', note: 'asked' });
    expect(calls).toBeLessThanOrEqual(OPEN_AT_ONCE);
    await world.minutes(2);
    expect(calls).toBeLessThanOrEqual(OPEN_AT_ONCE);
    await resumeNotice(world.db, { id, revision: 1 }, world.now());
    await world.run();
    expect(notExactly(world, [...people, ...more], 1)).toEqual([]);
  });

  it('stops for good, and what was not sent is never sent', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'rate-limit' });
    const id = await begin();
    await world.run();
    expect((await stopNotice(world.db, { id, revision: 1 }, 'a mistake', world.now())).moved).toBe(true);
    world.emulator.world.faults.clear();
    await world.minutes(5);
    expect(notExactly(world, people, 0)).toEqual([]);
    expect(await progressOf(world.db, id)).toMatchObject({ stopped: 1_700, byStatus: { sent: 0 } });
  });

  it('that nobody can bring forward for a quarter of an hour is told to staff', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'server-error' });
    await begin();
    await world.minutes(10);
    expect(await alerts()).toEqual([]);
    await world.minutes(10);
    expect(await alerts()).toContain('notice-stuck');
    expect(world.logged).toContain('notice.progress.stuck');
    world.emulator.world.faults.clear();
    await world.minutes(15);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('whose fate is unknown for a day is left to a person instead of being sent twice', async () => {
    world.emulator.world.faults.add({ on: 'call', kind: 'answer-lost' });
    const id = await begin();
    await world.run();
    world.emulator.world.faults.clear();
    world.setClock('2026-12-11', '10:30');
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
    expect(await progressOf(world.db, id)).toMatchObject({ uncertain: 1_700 });
    expect(await alerts()).toEqual(['chunk-uncertain']);
  });

  it('is not lost when our token is refused', async () => {
    const id = await begin();
    await deliver({ ...world.deps, line: lineWith(world.emulator.fetch, 'withdrawn-token') });
    expect(await loadNotice(world.db, id)).toMatchObject({ status: 'paused', note: 'not-allowed' });
    await resumeNotice(world.db, { id, revision: 1 }, world.now());
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
  });
});
