import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Phone } from '../../src/emulator/phone/phone';
import { inviteSupporter } from '../../src/service/notices/invites';
import { listNotices, loadNotice } from '../../src/store/notices/notice';
import { endScope } from '../../src/store/notices/supporters';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';

let world: DeliveryWorld;
let hanako: Phone;
let classMates: readonly string[] = [];

/** All that stands on the person's screen after her last message. */
const seen = (phone: Phone): string => JSON.stringify(phone.messages.slice(-4));
const textOf = (person: string): string => JSON.stringify(world.emulator.world.chats.of(person).entries);

beforeAll(async () => {
  world = await openDeliveryWorld();
  classMates = await world.friends(12);
  hanako = world.emulator.person('Hanako');
  await hanako.follow();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-10', '10:00');
  await world.db.batch([
    world.db.prepare('DELETE FROM "Booking"'),
    world.db.prepare('DELETE FROM "Lesson"'),
    world.db.prepare('DELETE FROM "Notice"'),
    world.db.prepare('DELETE FROM "Delivery"'),
    world.db.prepare('DELETE FROM "Chunk"'),
  ]);
  for (const person of classMates) world.emulator.world.chats.of(person).entries = [];
  await world.lesson({ course: 'course-1', id: 'today' });
  for (const person of classMates) await world.book('today', person);
});

const becomeSupporter = async (): Promise<void> => {
  const code = await inviteSupporter(world.deps, [{ kind: 'course', target: 'course-1' }], 'staff-a');
  await hanako.say(`サポーター ${code}`);
};

describe('a supporter', () => {
  it('becomes one by the code that staff gave her, once', async () => {
    const code = await inviteSupporter(world.deps, [{ kind: 'course', target: 'course-1' }], 'staff-a');
    await hanako.say(`サポーター ${code}`);
    expect(seen(hanako)).toContain('サポーターになりました');
    const other = world.emulator.person('Somebody else');
    await other.say(`サポーター ${code}`);
    expect(seen(other)).toContain('番号がちがうか');
    const { results } = await world.db.prepare('SELECT "personId" FROM "SupporterScope"').all();
    expect(results).toEqual([{ personId: hanako.id }]);
  });

  it('calls today’s class off in two taps: every list changes at once, then the booked are told', async () => {
    await becomeSupporter();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「スマホ教室」を中止にする');
    expect(seen(hanako)).toContain('12人に送ります');
    await hanako.tap('送る');
    expect(seen(hanako)).toContain('2分たったら、12人に送ります');
    const lesson = await world.db.prepare('SELECT "isCancelled" FROM "Lesson"').first();
    expect(lesson).toEqual({ isCancelled: 1 });
    await world.run();
    expect(classMates.filter((person) => world.copies(person) > 0)).toEqual([]);
    world.pass(121_000);
    await world.minutes(2);
    expect(classMates.filter((person) => world.copies(person) !== 1)).toEqual([]);
    expect(textOf(classMates[0] ?? '')).toContain('中止のお知らせ');
    expect(textOf(hanako.id)).toContain('12人に送りました');
  });

  it('tells her class that the room has moved in five taps at most, exactly as she saw it', async () => {
    await becomeSupporter();
    let taps = 0;
    const tap = async (label: string) => {
      taps += 1;
      await hanako.tap(label);
    };
    await tap('サポーターのご用を見る');
    await tap('みんなに知らせる');
    await tap('場所が変わります');
    await hanako.say('1階の和室にかわりました');
    await tap('送る');
    expect(taps).toBeLessThanOrEqual(5);
    const previewed = JSON.stringify(
      hanako.messages.find((message) => JSON.stringify(message).includes('和室')),
    );
    world.pass(121_000);
    await world.minutes(1);
    const arrived = world.emulator.world.chats.of(classMates[0] ?? '').entries.at(-1)?.message;
    expect(JSON.stringify(arrived)).toBe(previewed);
  });

  it('tells two people that one of them cannot be reached', async () => {
    await becomeSupporter();
    await world.db
      .prepare('DELETE FROM "Booking" WHERE "personId" NOT IN (?1, ?2)')
      .bind(classMates[0], classMates[1])
      .run();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('みんなに知らせる');
    await hanako.tap('持ち物のこと');
    await hanako.say('めがねを持ってきてください');
    await hanako.tap('送る');
    await world.db.prepare('UPDATE "Person" SET "leftAt" = 1 WHERE "id" = ?1').bind(classMates[1]).run();
    world.pass(121_000);
    await world.minutes(2);
    await world.db.prepare('UPDATE "Person" SET "leftAt" = NULL').run();
    expect(textOf(hanako.id)).toContain('1人に送りました');
    expect(textOf(hanako.id)).toContain('1人は受けとれません');
  });

  it('stops it within two minutes: nobody is told and the class is on again', async () => {
    await becomeSupporter();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「スマホ教室」を中止にする');
    await hanako.tap('送る');
    await hanako.tap('止める');
    expect(seen(hanako)).toContain('だれにも送っていません');
    world.pass(300_000);
    await world.minutes(2);
    expect(classMates.filter((person) => world.copies(person) > 0)).toEqual([]);
    expect(await world.db.prepare('SELECT "isCancelled" FROM "Lesson"').first()).toEqual({ isCancelled: 0 });
    await hanako.tap('止める');
    expect(seen(hanako)).toContain('もう送り始めた');
  });

  it('who taps three times sends once', async () => {
    await becomeSupporter();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「スマホ教室」を中止にする');
    await Promise.all([hanako.tap('送る'), hanako.tap('送る'), hanako.tap('送る')]);
    world.pass(121_000);
    await world.minutes(2);
    expect(classMates.filter((person) => world.copies(person) !== 1)).toEqual([]);
  });

  it('is told of a phone number or a foreign link before anything is sent', async () => {
    await becomeSupporter();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('みんなに知らせる');
    await hanako.tap('自由に書く');
    await hanako.say('わからない人は 090-1234-5678 に電話してください');
    expect(seen(hanako)).toContain('電話番号やお名前のような文字');
    await hanako.say('くわしくは https://example.com/free を見てください');
    expect(seen(hanako)).toContain('市のページではないリンク');
    expect(await listNotices(world.db, ['approved', 'pending-approval', 'scheduled'], 5)).toEqual([]);
  });

  it('with more than thirty people waits for staff', async () => {
    await becomeSupporter();
    for (const person of await world.friends(25)) await world.book('today', person);
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「スマホ教室」を中止にする');
    expect(seen(hanako)).toContain('37人に送ります');
    expect(seen(hanako)).toContain('職員が確かめて');
    await hanako.tap('送る');
    const [waiting] = await listNotices(world.db, ['pending-approval'], 5);
    expect(waiting).toMatchObject({ kind: 'class-notice', audienceCount: 37 });
    world.pass(600_000);
    await world.minutes(1);
    expect(classMates.filter((person) => world.copies(person) > 0)).toEqual([]);
  });

  it('at night is told that it goes out in the morning, and it does', async () => {
    await becomeSupporter();
    await world.lesson({ course: 'course-1', id: 'tomorrow', date: '2026-12-11', from: '10:00' });
    await world.book('tomorrow', classMates[0] ?? '');
    world.setClock('2026-12-10', '22:00');
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('みんなに知らせる');
    await hanako.tap('持ち物のこと');
    await hanako.say('うわばきを持ってきてください');
    expect(seen(hanako)).toContain('朝になったら送ります');
    await hanako.tap('送る');
    world.pass(180_000);
    await world.minutes(3);
    expect(world.copies(classMates[0] ?? '')).toBe(0);
    world.setClock('2026-12-11', '08:01');
    await world.run();
    expect(textOf(classMates[0] ?? '')).toContain('うわばき');
  });

  it('cannot tell a class that is not hers, by whatever button', async () => {
    await becomeSupporter();
    await world.lesson({ course: 'course-2', id: 'foreign' });
    for (const person of classMates) await world.book('foreign', person);
    await hanako.tap({
      action: { type: 'postback', data: '1/supporter/1/menu/cancel?day=l:foreign', displayText: '中止' },
    });
    expect(seen(hanako)).toContain('もう終わりました');
    expect(
      await world.db.prepare(`SELECT "isCancelled" FROM "Lesson" WHERE "id" = 'foreign'`).first(),
    ).toEqual({
      isCancelled: 0,
    });
  });

  it('who loses her role loses everything unsent with it', async () => {
    await becomeSupporter();
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「スマホ教室」を中止にする');
    await hanako.tap('送る');
    await endScope(world.db, hanako.id, { kind: 'course', target: 'course-1' }, world.now());
    world.pass(121_000);
    await world.minutes(2);
    expect(classMates.filter((person) => world.copies(person) > 0)).toEqual([]);
    const [notice] = await listNotices(world.db, ['cancelled'], 5);
    expect(await loadNotice(world.db, notice?.id ?? '')).toMatchObject({ note: 'role-ended' });
    await hanako.tap('サポーターのご用を見る');
    expect(seen(hanako)).toContain('6けたの番号');
  });

  it('asks the other supporters of her class for a stand-in', async () => {
    await becomeSupporter();
    const taro = world.emulator.person('Taro');
    const code = await inviteSupporter(world.deps, [{ kind: 'course', target: 'course-1' }], 'staff-a');
    await taro.say(`サポーター ${code}`);
    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('代わりの人をさがす');
    await hanako.tap('送る');
    await world.run();
    expect(textOf(taro.id)).toContain('代わりの人をさがしています');
    expect(classMates.filter((person) => world.copies(person) > 0)).toEqual([]);
  });
});
