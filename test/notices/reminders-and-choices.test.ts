import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { panel } from '../../src/core/message';
import type { Phone } from '../../src/emulator/phone/phone';
import { enqueuePersonal } from '../../src/service/notices/personal';
import { approved, type DeliveryWorld, openDeliveryWorld, wordsFor } from '../support/delivery-world';

let world: DeliveryWorld;
let yoshi: Phone;

const seen = (phone: Phone): string => JSON.stringify(phone.messages.slice(-3));
const heard = (phone: Phone): string => JSON.stringify(phone.entries);

beforeAll(async () => {
  world = await openDeliveryWorld();
  world.setClock('2026-12-01', '10:00');
  yoshi = world.emulator.person('Yoshi');
  await yoshi.follow();
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-09', '10:00');
  await world.db.batch(
    ['Booking', 'Lesson', 'Notice', 'Delivery', 'Chunk', 'NoticeChoice'].map((table) =>
      world.db.prepare(`DELETE FROM "${table}"`),
    ),
  );
  world.emulator.world.chats.of(yoshi.id).entries = [];
});

describe('who booked a class', () => {
  beforeEach(async () => {
    await world.lesson({ course: 'course-1', id: 'lesson-1' });
    await world.book('lesson-1', yoshi.id);
  });

  it('is reminded at five on the day before and two hours ahead, all in one call each, once', async () => {
    const others = await world.friends(30);
    for (const person of others) await world.book('lesson-1', person);
    const before = world.emulator.calls('multicast').length;
    await world.run();
    expect(world.copies(yoshi.id)).toBe(0);
    world.setClock('2026-12-09', '17:00');
    await Promise.all([world.run(), world.run()]);
    await world.run();
    expect(world.copies(yoshi.id)).toBe(1);
    expect(seen(yoshi)).toContain('あしたの教室です');
    world.setClock('2026-12-10', '12:00');
    await world.minutes(2);
    expect(world.copies(yoshi.id)).toBe(2);
    expect(seen(yoshi)).toContain('きょうの教室です');
    expect(world.emulator.calls('multicast').length - before).toBe(2);
  });

  it('says by a button that she comes, or gives her seat back', async () => {
    world.setClock('2026-12-09', '17:00');
    await world.run();
    await yoshi.tap('行きます');
    expect(heard(yoshi)).toContain('お待ちしています');
    await yoshi.tap('取り消す');
    expect(seen(yoshi)).toContain('この予約を取り消しますか');
  });

  it('is not reminded of a class that is off', async () => {
    await world.db.prepare('UPDATE "Lesson" SET "isCancelled" = true').run();
    world.setClock('2026-12-09', '17:00');
    await world.minutes(2);
    world.setClock('2026-12-10', '12:00');
    await world.minutes(2);
    expect(world.copies(yoshi.id)).toBe(0);
  });

  it('is not told "tomorrow" on the day itself, however long the machine was down', async () => {
    world.setClock('2026-12-10', '08:30');
    await world.minutes(2);
    expect(heard(yoshi)).not.toContain('あしたの教室です');
  });

  it('who changed to another day right before is reminded of that one only', async () => {
    await world.lesson({ course: 'course-1', id: 'lesson-2', date: '2026-12-14' });
    await world.db.prepare(`UPDATE "Booking" SET "lessonId" = 'lesson-2'`).run();
    world.setClock('2026-12-09', '17:00');
    await world.minutes(1);
    expect(world.copies(yoshi.id)).toBe(0);
    world.setClock('2026-12-13', '17:00');
    await world.minutes(1);
    expect(seen(yoshi)).toContain('12月14日');
  });

  it('who waited is offered a free seat once, until her time is over', async () => {
    await world.db
      .prepare(`UPDATE "Booking" SET "state" = 'offered', "until" = ?1, "offers" = 1`)
      .bind(world.now() + 20_000_000)
      .run();
    await world.minutes(3);
    expect(world.copies(yoshi.id)).toBe(1);
    expect(seen(yoshi)).toContain('席が空きました');
  });
});

describe('an elder and her notices', () => {
  it('stops them in one tap, hears what stops, and gets none of the next broadcast', async () => {
    await approved(world, 'first', wordsFor({ type: 'everyone' }));
    await world.run();
    expect(world.copies(yoshi.id)).toBe(1);
    await yoshi.say('お知らせを止めて');
    expect(heard(yoshi)).toContain('市のお知らせは、もう届きません');
    expect(heard(yoshi)).toContain('これからも届きます');
    const copies = world.copies(yoshi.id);
    await world.friends(1);
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    await world.run();
    expect(world.copies(yoshi.id)).toBe(copies);
  });

  it('takes them up again, by district', async () => {
    await yoshi.say('お知らせを止めて');
    await yoshi.tap('またお知らせをもらう');
    await yoshi.say('柳瀬');
    expect(seen(yoshi)).toContain('柳瀬地区のお知らせをお送りします');
    const { results } = await world.db.prepare('SELECT "what", "value" FROM "NoticeChoice"').all();
    expect(results).toEqual([{ what: 'area', value: '柳瀬' }]);
  });

  it('sees the last ones again', async () => {
    await approved(world, 'fair', wordsFor({ type: 'everyone' }));
    await world.run();
    await yoshi.tap({
      action: { type: 'postback', data: '1/notices/1/settings/last', displayText: '前のお知らせを見る' },
    });
    expect(seen(yoshi)).toContain('健康まつり');
  });

  it('is told one thing once, however often it is queued', async () => {
    const notice = {
      id: 'confirmation:1',
      kind: 'confirmation',
      person: yoshi.id,
      title: 'form',
      messages: [panel(['うけとりました。'])],
    } as const;
    const queued = await Promise.all([1, 2, 3].map(() => enqueuePersonal(world.deps, notice)));
    expect(queued.filter(Boolean)).toHaveLength(1);
    await world.minutes(2);
    expect(world.copies(yoshi.id)).toBe(1);
    expect(world.emulator.calls('push').at(-1)?.people).toEqual([yoshi.id]);
  });
});
