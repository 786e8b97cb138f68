import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel } from '../../src/core/message';
import { audienceText } from '../../src/core/notice';
import { encode } from '../../src/line/encode/encode';
import { enqueuePersonal } from '../../src/service/notices/personal';
import { lastSentTo } from '../../src/store/notices/progress';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());

const words = panel(['あしたは健康まつりです。'], [], '健康まつり');
const inLarge = JSON.stringify(encode({ messages: [words], shortcuts: [] }, 'large')[0]);

const newest = (person: string): string =>
  JSON.stringify(
    world.emulator.world.chats.all
      .get(person)
      ?.entries.filter(({ from }) => from === 'bot')
      .at(-1),
  );

const contentsOf = (flex: string): string => JSON.stringify(JSON.parse(flex).contents);

const wantLarge = (people: readonly string[]) =>
  world.db
    .prepare('UPDATE "Person" SET "largeLetters" = 1 WHERE "id" IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(people))
    .run();

describe('who asked for large letters', () => {
  it('gets the same notice in them, everybody once, in calls of at most 500, and so does a correction', async () => {
    const people = [...(await world.friends(1_203))].sort();
    const large = people.filter((_, index) => index % 2 === 0);
    await wantLarge(large);
    expect(await approved(world, 'festival', wordsFor({ type: 'everyone' }))).toBe(1_203);
    await world.minutes(3);
    expect(notExactly(world, people, 1)).toEqual([]);
    const wrong = people.filter(
      (person) => newest(person).includes(contentsOf(inLarge)) !== large.includes(person),
    );
    expect(wrong).toEqual([]);
    const { results } = await world.db
      .prepare(
        `SELECT "isLarge", "people" FROM "Chunk" WHERE "noticeId" = 'festival' ORDER BY "isLarge", "people"`,
      )
      .all();
    expect(results.map((row) => [row.isLarge, row.people])).toEqual([
      [0, 101],
      [0, 500],
      [1, 102],
      [1, 500],
    ]);
    const [her = ''] = large;
    expect(await lastSentTo(world.db, her, 5)).toHaveLength(1);
    // A correction goes to exactly those the first one reached, in her letters again.
    const rule = { type: 'reached-by', notice: 'festival' } as const;
    await approved(world, 'put right', wordsFor(rule, { audienceWords: audienceText(rule) }), 'correction');
    await world.minutes(3);
    expect(notExactly(world, people, 2)).toEqual([]);
  });

  it('gets what is for her alone in them as well, and who changed her mind meanwhile gets it once', async () => {
    const [her = '', other = ''] = await world.friends(2);
    await wantLarge([her]);
    for (const person of [her, other]) {
      await enqueuePersonal(world.deps, {
        id: `for ${person}`,
        kind: 'confirmation',
        person,
        title: 'x',
        messages: [words],
      });
    }
    await world.run();
    expect(newest(her)).toContain(contentsOf(inLarge));
    expect(newest(other)).not.toContain(contentsOf(inLarge));
    await wantLarge([other]);
    await world.minutes(2);
    expect(notExactly(world, [her, other], 1)).toEqual([]);
  });
});
