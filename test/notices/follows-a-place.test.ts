import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { placeOfEntry } from '../../src/core/place-entry';
import type { Phone } from '../../src/emulator/phone/phone';
import { inviteSupporter } from '../../src/service/notices/invites';
import { saveNewPlace } from '../../src/store/place-changes';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';

let world: DeliveryWorld;
let yoshi: Phone;
let hanako: Phone;

const seen = (phone: Phone): string => JSON.stringify(phone.messages.slice(-3));
const heard = (phone: Phone): string => JSON.stringify(phone.entries);

beforeAll(async () => {
  world = await openDeliveryWorld();
  const entry = {
    name: 'お茶の会（見本）',
    activities: ['お茶'],
    town: '東所沢3丁目',
    when: '毎週木曜 午後2時〜3時',
  };
  const place = placeOfEntry(entry, { number: 1, set: 'test' }, tokorozawa, world.now());
  await saveNewPlace(world.db, place, { by: 'staff', now: world.now() });
  yoshi = world.emulator.person('Yoshi');
  await yoshi.follow();
  hanako = world.emulator.person('Hanako');
  await hanako.follow();
  const code = await inviteSupporter(world.deps, [{ kind: 'place', target: place.id }], 'staff-a');
  await hanako.say(`サポーター ${code}`);
});
afterAll(() => world.close());

describe('who goes to a gathering', () => {
  it('hears from it after one tap on its card, and stops that in one tap', async () => {
    await yoshi.say('東所沢3丁目');
    await yoshi.tap('くわしく見る');
    await yoshi.tap('ここのお知らせをもらう');
    expect(seen(yoshi)).toContain('お休みのときなどに、お知らせします');

    await hanako.tap('サポーターのご用を見る');
    await hanako.tap('きょうの「お茶の会（見本）」を中止にする');
    expect(seen(hanako)).toContain('1人に送ります');
    await hanako.tap('送る');
    world.pass(121_000);
    await world.minutes(2);
    expect(heard(yoshi)).toContain('中止のお知らせ');
    expect(heard(yoshi)).toContain('お休みになりました');

    await yoshi.say('お知らせの設定');
    expect(seen(yoshi)).toContain('お知らせをもらっている集まり');
    await yoshi.tap('止める：お茶の会（見本）');
    expect(seen(yoshi)).toContain('「お茶の会（見本）」のお知らせを止めました');
    const { results } = await world.db.prepare('SELECT * FROM "NoticeChoice"').all();
    expect(results).toEqual([]);
  });

  it('takes a slip of the finger back in one tap', async () => {
    await yoshi.say('東所沢3丁目');
    await yoshi.tap('くわしく見る');
    await yoshi.tap('ここのお知らせをもらう');
    await yoshi.tap('ここのお知らせを止める');
    const { results } = await world.db.prepare('SELECT * FROM "NoticeChoice"').all();
    expect(results).toEqual([]);
  });
});
