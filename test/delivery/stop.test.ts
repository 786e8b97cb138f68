import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LineClient } from '../../src/line/client';
import { deliver } from '../../src/service/deliver/deliver';
import { Pace } from '../../src/service/deliver/pace';
import { OPEN_AT_ONCE } from '../../src/service/deliver/send-due';
import { pauseNotice, resumeNotice, stopNotice } from '../../src/store/notices/control';
import { expandNext } from '../../src/store/notices/expand';
import { moveNotice } from '../../src/store/notices/moves';
import { loadNotice } from '../../src/store/notices/notice';
import { progressOf } from '../../src/store/notices/progress';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';
import { Life, mortalDatabase } from '../support/mortal';

let world: DeliveryWorld;
let people: readonly string[] = [];

beforeAll(async () => {
  world = await openDeliveryWorld();
  people = await world.friends(9_200);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-10', '10:00');
  await world.db.batch(
    ['Delivery', 'Chunk', 'Notice'].map((table) => world.db.prepare(`DELETE FROM "${table}"`)),
  );
  for (const person of people) world.emulator.world.chats.of(person).entries = [];
});

const lineWith = (fetcher: typeof fetch): LineClient =>
  new LineClient({ baseUrl: 'https://api.line.me', accessToken: 'delivery-token' }, fetcher);

describe('calls', () => {
  it('begin at LINE’s rate and never above it, also when something lies between turn and call', async () => {
    let now = 0;
    const began: number[] = [];
    const pace = new Pace({
      now: () => now,
      wait: async (milliseconds) => {
        now += milliseconds;
      },
    });
    for (let call = 0; call < 900; call += 1) {
      if (call === 300) now += 700;
      const turn = await pace.turn();
      if (call === 450) pace.slowDown();
      if (call === 460) pace.recover();
      if (call === 600) now += 90;
      turn.begin();
      began.push(now);
    }
    const inSecondFrom = (from: number) => began.filter((at) => at >= from && at < from + 1_000).length;
    expect(Math.max(...began.map(inSecondFrom))).toBeLessThanOrEqual(200);
    expect(900 / (now - 500)).toBeGreaterThan(0.18);
  });
});

/** A LINE that notes how many calls have begun, for staff who decide while others are under way. */
const watchedLine = () => {
  let begun = 0;
  const line = lineWith(async (input, init) => {
    if (String(input).endsWith('/multicast')) begun += 1;
    return world.emulator.fetch(input, init);
  });
  return {
    line,
    begun: () => begun,
    /** Resolves once so many calls were taken, by LINE's own record. */
    taken: async (calls: number): Promise<void> => {
      const before = world.emulator.calls('multicast').length;
      while (world.emulator.calls('multicast').length < before + calls) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
};

describe('a broadcast that staff decide about in the middle of it', () => {
  const begin = async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    const before = world.emulator.calls('multicast').length;
    const watched = watchedLine();
    const middle = watched.taken(7);
    const running = deliver({ ...world.deps, line: watched.line });
    await middle;
    return { watched, running, taken: () => world.emulator.calls('multicast').length - before };
  };
  const read = { id: 'fair', revision: 1 };

  it('begins no call after a stop but those that were open, and says exactly how many have it', async () => {
    const { watched, running, taken } = await begin();
    await stopNotice(world.db, read, 'a mistake', world.now());
    const begunAtStop = watched.begun();
    await running;
    await world.minutes(2);
    expect(watched.begun() - begunAtStop).toBeLessThanOrEqual(OPEN_AT_ONCE);
    expect(taken()).toBe(watched.begun());
    const reached = people.filter((person) => world.copies(person) === 1).length;
    expect(reached).toBe(taken() * 500);
    expect(reached).toBeLessThan(people.length);
    expect(await progressOf(world.db, 'fair')).toMatchObject({
      people: people.length,
      stopped: people.length - reached,
      uncertain: 0,
      byStatus: { sent: reached, sending: 0, failed: 0 },
    });
  });

  it('leaves nothing claimed while it is paused, and afterwards reaches everybody else once', async () => {
    const { watched, running, taken } = await begin();
    await pauseNotice(world.db, read, 'asked', world.now());
    const begunAtPause = watched.begun();
    await running;
    await world.minutes(2);
    expect(watched.begun() - begunAtPause).toBeLessThanOrEqual(OPEN_AT_ONCE);
    expect(await loadNotice(world.db, 'fair')).toMatchObject({ status: 'paused', note: 'asked' });
    const { byStatus } = await progressOf(world.db, 'fair');
    expect(byStatus).toMatchObject({ sent: taken() * 500, sending: 0 });
    expect(byStatus.pending).toBeGreaterThan(0);
    await resumeNotice(world.db, read, world.now());
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
    expect(taken()).toBe(19);
  });

  it('stops as soon although LINE is slow', async () => {
    await approved(world, 'slow', wordsFor({ type: 'everyone' }));
    let [calls, callsAtStop] = [0, 0];
    const slow: typeof fetch = async (input, init) => {
      if (!String(input).endsWith('/multicast')) return world.emulator.fetch(input, init);
      calls += 1;
      if (calls === 8) {
        await stopNotice(world.db, { id: 'slow', revision: 1 }, 'a mistake', world.now());
        callsAtStop = calls;
      }
      const answer = await world.emulator.fetch(input, init);
      world.pass(1_000);
      return answer;
    };
    await deliver({ ...world.deps, line: lineWith(slow) });
    await world.minutes(2);
    expect(calls - callsAtStop).toBeLessThan(OPEN_AT_ONCE);
    expect(people.filter((person) => world.copies(person) === 1)).toHaveLength(calls * 500);
  });
});

describe('a notice that is paused while its last call is open', () => {
  it('is done once it is resumed, without another call', async () => {
    const [person = ''] = people;
    await approved(world, 'last', wordsFor({ type: 'person', person }));
    const read = { id: 'last', revision: 1 };
    const pausing: typeof fetch = async (input, init) => {
      await pauseNotice(world.db, read, 'asked', world.now());
      return world.emulator.fetch(input, init);
    };
    await deliver({ ...world.deps, line: lineWith(pausing) });
    expect(await loadNotice(world.db, 'last')).toMatchObject({ status: 'paused' });
    await resumeNotice(world.db, read, world.now());
    await world.run();
    expect(await loadNotice(world.db, 'last')).toMatchObject({ status: 'done' });
    expect(world.copies(person)).toBe(1);
  });
});

describe('who blocks the bot', () => {
  it('while a broadcast is paused is in no call any more, and counted as one who does not get it', async () => {
    await approved(world, 'paused', wordsFor({ type: 'everyone' }));
    const pausing: typeof fetch = async (input, init) => {
      await pauseNotice(world.db, { id: 'paused', revision: 1 }, 'asked', world.now());
      return world.emulator.fetch(input, init);
    };
    await deliver({ ...world.deps, line: lineWith(pausing) });
    const leaver = people.find((person) => world.copies(person) === 0) ?? '';
    world.pass(3_600_000);
    await world.db
      .prepare('UPDATE "Person" SET "leftAt" = ?2 WHERE "id" = ?1')
      .bind(leaver, world.now())
      .run();
    const before = world.emulator.calls('multicast').length;
    await resumeNotice(world.db, { id: 'paused', revision: 1 }, world.now());
    await world.run();
    await world.db.prepare('UPDATE "Person" SET "leftAt" = NULL').run();
    const calls = world.emulator.calls('multicast').slice(before);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.some(({ requestBody }) => requestBody.includes(leaver))).toBe(false);
    expect(
      notExactly(
        world,
        people.filter((person) => person !== leaver),
        1,
      ),
    ).toEqual([]);
    expect((await progressOf(world.db, 'paused')).byStatus).toMatchObject({ failed: 1, pending: 0 });
  });
});

describe('an audience that takes many steps to write down', () => {
  it('is written down once each, wherever its worker dies', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let dieAt = 1; dieAt <= 10; dieAt += 1) {
        const id = `steps-${when}-${dieAt}`;
        await world.db.batch(
          ['Delivery', 'Chunk', 'Notice'].map((table) => world.db.prepare(`DELETE FROM "${table}"`)),
        );
        await approved(world, id, wordsFor({ type: 'everyone' }));
        const read = { id, revision: 1 };
        await moveNotice(world.db, read, 'scheduled', world.now(), { dueAt: world.now() });
        await moveNotice(world.db, read, 'expanding', world.now(), { dueAt: world.now() });
        await expandAll(id, new Life(dieAt, when)).catch(() => {});
        await expandAll(id, new Life());
        expect(await loadNotice(world.db, id), id).toMatchObject({ status: 'sending' });
        const written = await world.db
          .prepare(
            `SELECT (SELECT count(*) FROM "Delivery") AS "copies", count(*) AS "chunks", sum("people") AS "people",
               max("people") AS "most" FROM "Chunk"`,
          )
          .first();
        expect(written, id).toEqual({ copies: 9_200, chunks: 19, people: 9_200, most: 500 });
      }
    }
  }, 120_000);
});

/** What a worker does that writes an audience down in steps of 2,000. */
const expandAll = async (id: string, life: Life): Promise<void> => {
  const db = mortalDatabase(world.db, life);
  for (;;) {
    const notice = await loadNotice(db, id);
    if (notice?.status !== 'expanding') return;
    await expandNext(db, notice, world.now(), 2_000);
  }
};
