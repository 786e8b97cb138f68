import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { panel } from '../../src/core/message';
import { districtAt } from '../../src/core/notice';
import { LineClient } from '../../src/line/client';
import { deliver } from '../../src/service/deliver/deliver';
import {
  approve,
  outlookFor,
  submitDraft,
  writeCorrection,
  writeDraft,
} from '../../src/service/notices/staff';
import { listAudience } from '../../src/store/notices/audience';
import { stopNotice } from '../../src/store/notices/control';
import { editNotice } from '../../src/store/notices/moves';
import { loadNotice, subjectOf } from '../../src/store/notices/notice';
import { progressOf } from '../../src/store/notices/progress';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';
import { Life } from '../support/mortal';

let world: DeliveryWorld;
let people: readonly string[] = [];

beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.emulator.world.faults.clear();
  world.setClock('2026-12-10', '10:00');
  await world.db.batch(
    ['Delivery', 'Chunk', 'Notice', 'NoticeChoice', 'Alert', 'Person'].map((table) =>
      world.db.prepare(`DELETE FROM "${table}"`),
    ),
  );
  people = await world.friends(40);
});

const draft = { title: '健康まつり', messages: [panel(['あしたです。'], [], '健康まつり')] };

/** A broadcast as staff write it and hand it in; returns what its approver reads. */
const submitted = async (rule: Parameters<typeof wordsFor>[0] = { type: 'everyone' }) => {
  const id = await writeDraft(world.deps, 'staff-a', { ...draft, rule });
  await submitDraft(world.deps, { id, revision: 1 });
  const notice = await loadNotice(world.db, id);
  if (!notice) throw new Error('The draft is not there.');
  return { id, revision: 1, count: (await outlookFor(world.deps, notice)).count };
};

describe('where the nearest peer failed', () => {
  it('150 signed webhooks in a minute from one address: 50 refused — ours takes them all', async () => {
    const phones = Array.from({ length: 150 }, (_, index) => world.emulator.person(`Elder ${index}`));
    for (let first = 0; first < phones.length; first += 10) {
      await Promise.all(phones.slice(first, first + 10).map((phone) => phone.say('こんにちは')));
    }
    const webhooks = world.emulator.webhooks().slice(-150);
    expect(webhooks.filter(({ status }) => status !== 200)).toHaveLength(0);
    expect(phones.filter((phone) => phone.messages.length !== 1)).toHaveLength(0);
  }, 120_000);

  it('the same broadcast sent three times on a triple click — ours is approved and sent once', async () => {
    const read = await submitted();
    const clicks = await Promise.all(
      [1, 2, 3].map(() => approve(world.deps, { ...read, approver: 'staff-b' })),
    );
    expect(clicks.filter(({ moved }) => moved)).toHaveLength(1);
    world.pass(121_000);
    await Promise.all([world.run(), world.run()]);
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('a redelivered event answered twice — ours is answered once', async () => {
    const elder = world.emulator.person('Redelivered');
    world.emulator.world.faults.add({ on: 'webhook', kind: 'duplicate', times: 1 });
    await elder.say('ありがとう');
    await world.emulator.idle();
    expect(elder.messages).toHaveLength(1);
  });

  it.each(['server-error', 'rate-limit'] as const)(
    'LINE answers %s: "sent", nobody reached — ours says sent only when it is',
    async (kind) => {
      world.emulator.world.faults.add({ on: 'call', kind });
      await approved(world, 'n', wordsFor({ type: 'everyone' }));
      await world.run();
      expect(notExactly(world, people, 0)).toEqual([]);
      expect((await progressOf(world.db, 'n')).byStatus.sent).toBe(0);
      world.emulator.world.faults.clear();
      await world.minutes(15);
      expect(notExactly(world, people, 1)).toEqual([]);
      expect((await progressOf(world.db, 'n')).byStatus.sent).toBe(40);
    },
  );

  it('a scheduled send that meets one 500 becomes a draft for ever — ours goes on by itself', async () => {
    const at = world.now() + 3_600_000;
    await approved(world, 'n', wordsFor({ type: 'everyone' }, { sendAt: at }));
    await world.minutes(5);
    expect(notExactly(world, people, 0)).toEqual([]);
    world.pass(3_600_000);
    world.emulator.world.faults.add({ on: 'call', kind: 'server-error', times: 1 });
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
    expect((await loadNotice(world.db, 'n'))?.status).toBe('done');
  });

  it('a segment with OR reaches people outside it — ours reaches exactly the two districts', async () => {
    const choose = (person: string | undefined, district: string) =>
      world.db
        .prepare(
          `INSERT INTO "NoticeChoice" ("personId", "what", "value", "since") VALUES (?1, 'area', ?2, 1)`,
        )
        .bind(person ?? '', district)
        .run();
    await choose(people[0], '柳瀬');
    await choose(people[1], '富岡');
    await choose(people[1], '柳瀬');
    await choose(people[2], '三ケ島');
    await approved(world, 'n', wordsFor({ type: 'districts', districts: ['柳瀬', '富岡'] }));
    await world.run();
    expect(people.filter((person) => world.copies(person) === 1)).toEqual(people.slice(0, 2));
    expect(notExactly(world, people.slice(2), 0)).toEqual([]);
  });

  it('the audience count fails — ours is exact, says why, and asks again when it has changed', async () => {
    const read = await submitted();
    expect(read.count).toBe(40);
    await world.friends(1);
    expect(await approve(world.deps, { ...read, approver: 'staff-b' })).toEqual({
      moved: false,
      because: 'audience-changed',
      count: 41,
    });
    expect(await approve(world.deps, { ...read, count: 41, approver: 'staff-b' })).toEqual({ moved: true });
    expect(await loadNotice(world.db, read.id)).toMatchObject({
      audienceCount: 41,
      audienceReasons: { friend: 41 },
    });
  });

  it('a plain staff key sends to everyone — ours needs another person than the author', async () => {
    const read = await submitted();
    expect(await approve(world.deps, { ...read, approver: 'staff-a' })).toEqual({
      moved: false,
      because: 'own-approval',
    });
    world.pass(600_000);
    await world.run();
    expect(notExactly(world, people, 0)).toEqual([]);
  });

  it('a worker killed in mid-broadcast stays stuck or sends again from the start — ours goes on', async () => {
    await approved(world, 'n', wordsFor({ type: 'everyone' }));
    await deliver(world.mortal(new Life(9, 'after'))).catch(() => {});
    await world.minutes(3);
    expect(notExactly(world, people, 1)).toEqual([]);
  });

  it('stickers, photos, voice and locations never answered — ours are, each once', async () => {
    const elder = world.emulator.person('Sends pictures');
    await elder.sendSticker();
    await elder.sendPhoto();
    await elder.sendVoice();
    await elder.sendLocation({ latitude: 35.79, longitude: 139.46 });
    await world.emulator.idle();
    const answered = world.emulator.calls('reply').filter(({ people: [first] }) => first === elder.id);
    expect(answered).toHaveLength(4);
  });
});

describe('real accidents, and the rule each gives', () => {
  it('a stock terror text sent in earnest — a drill has no live path', async () => {
    await world.db.prepare('UPDATE "Person" SET "isTester" = true WHERE "id" = ?1').bind(people[0]).run();
    const id = await writeDraft(world.deps, 'staff-a', {
      ...draft,
      rule: { type: 'everyone' },
      isDrill: true,
    });
    await submitDraft(world.deps, { id, revision: 1 });
    expect(await approve(world.deps, { id, revision: 1, count: 40, approver: 'staff-b' })).toEqual({
      moved: false,
      because: 'drill-goes-to-testers-only',
    });
    const notice = await loadNotice(world.db, id);
    if (!notice) throw new Error('The drill is not there.');
    expect(await listAudience(world.db, subjectOf(notice, world.now()), 50)).toEqual([people[0]]);
  });

  it('alerts of two years ago at one in the morning — too late is never sent, and never at night', async () => {
    await approved(world, 'old', wordsFor({ type: 'everyone' }, { notAfter: world.now() + 3_600_000 }));
    world.setClock('2028-01-20', '10:00');
    await world.minutes(2);
    await approved(world, 'night', wordsFor({ type: 'everyone' }));
    world.setClock('2028-01-21', '01:12');
    await approved(world, 'night-2', wordsFor({ type: 'everyone' }));
    await world.minutes(3);
    expect((await loadNotice(world.db, 'old'))?.status).toBe('cancelled');
    expect(notExactly(world, people, 0)).toEqual([]);
    world.setClock('2028-01-21', '08:00');
    await world.minutes(1);
    expect(notExactly(world, people, 2)).toEqual([]);
  });

  it('a machine that runs wild — nobody gets more than six an hour', async () => {
    for (let index = 0; index < 10; index += 1) {
      await approved(world, `wild-${index}`, wordsFor({ type: 'person', person: people[0] ?? '' })).catch(
        () => {},
      );
      await world.run();
    }
    expect(world.copies(people[0] ?? '')).toBe(6);
    world.pass(3_700_000);
    await approved(world, 'later', wordsFor({ type: 'person', person: people[0] ?? '' }));
    await world.run();
    expect(world.copies(people[0] ?? '')).toBe(7);
  });

  it('a draft of last month reused — it can no longer be sent', async () => {
    const read = await submitted();
    world.setClock('2026-12-25', '10:00');
    expect(await approve(world.deps, { ...read, approver: 'staff-b' })).toEqual({
      moved: false,
      because: 'too-old',
    });
  });

  it('words changed after they were read — nobody can, and another revision is refused', async () => {
    const read = await submitted();
    const words = wordsFor({ type: 'everyone' }, { title: 'changed' });
    const editor = { kind: 'staff', id: 'staff-c' } as const;
    expect(await editNotice(world.db, read, editor, words, world.now())).toEqual({
      moved: false,
      because: 'status',
      is: 'pending-approval',
    });
    expect(await approve(world.deps, { ...read, revision: 2, approver: 'staff-b' })).toMatchObject({
      moved: false,
      because: 'revision',
    });
  });

  it('a wrong notice sent — its correction reaches exactly those whom it reached', async () => {
    const more = await world.friends(1_000);
    const everyone = [...people, ...more];
    await approved(world, 'wrong', wordsFor({ type: 'everyone' }));
    let calls = 0;
    const once: typeof fetch = async (input, init) => {
      calls += 1;
      if (calls > 1) throw new TypeError('fetch failed');
      return world.emulator.fetch(input, init);
    };
    const line = new LineClient({ baseUrl: 'https://api.line.me', accessToken: 'delivery-token' }, once);
    // What lies between two calls passes as it is; what comes back later comes back in another day.
    const wait = async (ms: number) => world.pass(ms < 1_000 ? ms : 60_000_000);
    const stopping = { ...world.deps, line, wait };
    await deliver(stopping);
    await world.db.prepare(`UPDATE "Chunk" SET "mayBeOut" = false WHERE "state" = 'pending'`).run();
    world.setClock('2026-12-10', '11:00');
    await stopNotice(world.db, { id: 'wrong', revision: 1 }, 'wrong date', world.now());
    await world.run();
    const reached = everyone.filter((person) => world.copies(person) === 1);
    expect(reached.length).toBeGreaterThan(0);
    expect(reached.length).toBeLessThan(everyone.length);
    const id = await writeCorrection(world.deps, 'staff-a', 'wrong', draft);
    if (id === undefined) throw new Error('There is no correction.');
    await submitDraft(world.deps, { id, revision: 1 });
    expect(
      await approve(world.deps, { id, revision: 1, count: reached.length, approver: 'staff-b' }),
    ).toEqual({ moved: true });
    world.pass(121_000);
    await world.minutes(2);
    expect(notExactly(world, reached, 2)).toEqual([]);
    expect(everyone.filter((person) => world.copies(person) === 0)).toHaveLength(
      everyone.length - reached.length,
    );
  });

  it('mails to the wrong list — whoever came into the audience after the approval is not in it', async () => {
    await world.lesson({ course: 'c', id: `l-${randomUUID()}`, date: '2026-12-12' });
    const read = await submitted();
    await approve(world.deps, { ...read, approver: 'staff-b' });
    world.pass(60_000);
    const [late] = await world.friends(1);
    world.pass(61_000);
    await world.run();
    expect(notExactly(world, people, 1)).toEqual([]);
    expect(world.copies(late ?? '')).toBe(0);
  });

  it('the people of a district are those who live or look there', () => {
    expect(districtAt(world.deps.city, { lat: 35.8027, lng: 139.5183 })).toBe('柳瀬');
  });
});
