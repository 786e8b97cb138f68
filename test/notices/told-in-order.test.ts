import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { panel } from '../../src/core/message';
import type { Phone } from '../../src/emulator/phone/phone';
import { deliver } from '../../src/service/deliver/deliver';
import { inviteSupporter } from '../../src/service/notices/invites';
import { approve, submitDraft, writeCorrection, writeDraft } from '../../src/service/notices/staff';
import { listNotices } from '../../src/store/notices/notice';
import { endScope } from '../../src/store/notices/supporters';
import { type DeliveryWorld, notExactly, openDeliveryWorld } from '../support/delivery-world';
import { Life } from '../support/mortal';

const SCOPE = { kind: 'course', target: 'course-1' } as const;

let world: DeliveryWorld;
let hanako: Phone;
let booked: readonly string[] = [];
let waiting: readonly string[] = [];

beforeAll(async () => {
  world = await openDeliveryWorld();
  booked = await world.friends(3);
  waiting = await world.friends(2);
  hanako = world.emulator.person('Hanako');
  await hanako.follow();
  const code = await inviteSupporter(world.deps, [SCOPE], 'staff-a');
  await hanako.say(`サポーター ${code}`);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-10', '10:00');
  await world.db.batch(
    ['Booking', 'Lesson', 'Notice', 'Delivery', 'Chunk'].map((table) =>
      world.db.prepare(`DELETE FROM "${table}"`),
    ),
  );
  for (const person of [...booked, ...waiting]) world.emulator.world.chats.of(person).entries = [];
  await world.lesson({ course: 'course-1', id: 'today' });
  for (const person of booked) await world.book('today', person);
  for (const person of waiting) await world.book('today', person, 'waiting');
});

/** Whom the last calls told, in their order. */
const toldSince = (before: number) =>
  world.emulator
    .calls('multicast')
    .slice(before)
    .map(({ people }) => [...people].sort());

const callOff = async (): Promise<void> => {
  await hanako.tap('サポーターのご用を見る');
  await hanako.tap('きょうの「スマホ教室」を中止にする');
  await hanako.tap('送る');
  world.pass(121_000);
};

describe('a class that is off', () => {
  it.each([4, 9, 14, 19])(
    'is told to who booked before who waits, and once each, although the worker dies at contact %i',
    async (dieAt) => {
      await callOff();
      const before = world.emulator.calls('multicast').length;
      await deliver(world.mortal(new Life(dieAt, 'after'))).catch(() => {});
      expect(notExactly(world, waiting, 0)).toEqual([]);
      await world.minutes(4);
      expect(notExactly(world, [...booked, ...waiting], 1)).toEqual([]);
      const told = toldSince(before).filter((people) => !people.includes(hanako.id));
      // A call whose answer the dead worker did not write down is made again, with the same key.
      expect(told.at(0)).toEqual([...booked].sort());
      expect(told.at(-1)).toEqual([...waiting].sort());
      expect(JSON.stringify(hanako.messages.slice(-1))).toContain('5人に送りました');
    },
  );

  it('is not told to who waits once the supporter lost her role in between', async () => {
    await callOff();
    await world.run();
    expect(notExactly(world, booked, 1)).toEqual([]);
    await endScope(world.db, hanako.id, SCOPE, world.now());
    await world.minutes(3);
    await world.db.prepare('UPDATE "SupporterScope" SET "endedAt" = NULL').run();
    expect(notExactly(world, waiting, 0)).toEqual([]);
    expect(await listNotices(world.db, ['scheduled', 'expanding', 'sending'], 5)).toEqual([]);
  });
});

describe('a class that staff call off for those who booked and those who wait', () => {
  it('is counted whole before approval and told in the same order, whatever they stopped, and so is its correction', async () => {
    for (const person of [booked[0], waiting[0]]) {
      await world.db
        .prepare(
          `INSERT INTO "NoticeChoice" ("personId", "what", "value", "since") VALUES (?1, 'stop', 'broadcasts', 1)`,
        )
        .bind(person ?? '')
        .run();
    }
    const words = { title: '中止', messages: [panel(['きょうは中止です。'], [], '中止')] };
    const rule = { type: 'lesson', lesson: 'today', withWaiting: true } as const;
    const send = async (id: string) => {
      await submitDraft(world.deps, { id, revision: 1 });
      const approval = { id, revision: 1, count: 5, approver: 'staff-b' };
      expect(await approve(world.deps, approval)).toEqual({ moved: true });
      world.pass(121_000);
    };
    const day = { isCancellation: true, forDay: '2026-12-10' };
    const id = await writeDraft(world.deps, 'staff-a', { ...words, rule, ...day });
    const before = world.emulator.calls('multicast').length;
    await send(id);
    await world.minutes(3);
    expect(toldSince(before)).toEqual([[...booked].sort(), [...waiting].sort()]);
    const corrected = await writeCorrection(world.deps, 'staff-a', id, words);
    await send(corrected ?? '');
    await world.minutes(1);
    expect(notExactly(world, [...booked, ...waiting], 2)).toEqual([]);
    await world.db.prepare('DELETE FROM "NoticeChoice"').run();
  });
});

describe('a class that moves', () => {
  it('is told to who waits as well, after those who booked', async () => {
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('みんなに知らせる');
    await hanako.tap('場所が変わります');
    await hanako.say('1階の和室にかわりました');
    expect(JSON.stringify(hanako.messages.slice(-1))).toContain('5人に送ります');
    await hanako.tap('送る');
    world.pass(121_000);
    const before = world.emulator.calls('multicast').length;
    await world.minutes(3);
    expect(toldSince(before)).toEqual([[...booked].sort(), [...waiting].sort()]);
  });
});

describe('who waits and gets a seat while those who have one are told', () => {
  it('is told as well, once', async () => {
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('みんなに知らせる');
    await hanako.tap('場所が変わります');
    await hanako.say('1階の和室にかわりました');
    await hanako.tap('送る');
    world.pass(121_000);
    await world.run();
    expect(notExactly(world, booked, 1)).toEqual([]);
    await world.db
      .prepare(`UPDATE "Booking" SET "state" = 'booked', "changedAt" = ?1 WHERE "state" = 'waiting'`)
      .bind(world.now())
      .run();
    await world.minutes(3);
    expect(notExactly(world, [...booked, ...waiting], 1)).toEqual([]);
  });
});

describe('who was offered a seat and did not answer', () => {
  it('is told once that it went on, and can stand in line again', async () => {
    await world.db.batch([
      world.db.prepare('DELETE FROM "Booking"'),
      world.db.prepare(`UPDATE "Lesson" SET "date" = '2026-12-12', "startsAt" = "startsAt" + 172800000,
        "closesAt" = "closesAt" + 172800000, "endsAt" = "endsAt" + 172800000`),
    ]);
    await world.book('today', hanako.id);
    await world.db
      .prepare(`UPDATE "Booking" SET "state" = 'offered', "until" = ?1, "offers" = 1`)
      .bind(world.now() + 60_000)
      .run();
    await world.run();
    world.pass(61_000);
    await world.db
      .prepare(`UPDATE "Booking" SET "state" = 'lapsed', "liveKey" = NULL, "changedAt" = ?1`)
      .bind(world.now())
      .run();
    const before = world.copies(hanako.id);
    await world.minutes(3);
    expect(world.copies(hanako.id)).toBe(before + 1);
    expect(JSON.stringify(hanako.messages.slice(-1))).toContain('次の方におゆずりしました');
    await hanako.tap('もう一度ならぶ');
    expect(JSON.stringify(hanako.messages.slice(-1))).toContain('何人で行きますか');
  });
});
