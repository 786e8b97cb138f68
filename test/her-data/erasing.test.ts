import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PersonEvent } from '../../src/core/event';
import type { Move } from '../../src/core/move';
import { answerPeople } from '../../src/service/answer-people';
import { enqueuePersonal } from '../../src/service/notices/personal';
import { takeIn } from '../../src/service/take-in';
import { forgetErased, LAST_TRACE } from '../../src/store/erase';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';
import { lessonWith } from '../support/lessons';

let world: DeliveryWorld;
let events = 0;

beforeAll(async () => {
  world = await openDeliveryWorld();
  world.setClock('2026-11-24', '10:00');
});
afterAll(() => world.close());

/** She does one thing, and the bot answers it. */
const does = async (personId: string, event: PersonEvent): Promise<void> => {
  events += 1;
  world.pass(1_000);
  const work = await takeIn(world.deps, [
    { id: `event-${events}`, personId, occurredAt: world.now(), event },
  ]);
  await answerPeople(world.deps, work);
};

const taps = (personId: string, step: string, choice: string): Promise<void> =>
  does(personId, { type: 'chose', move: { dialogue: 'my-data', version: 1, step, choice } satisfies Move });

/** What she has on her screen, as one text. */
const screen = (personId: string): string =>
  JSON.stringify(
    (world.emulator.world.chats.all.get(personId)?.entries ?? []).filter(({ from }) => from === 'bot'),
  );

const tables = async (): Promise<readonly string[]> => {
  const { results } = await world.db
    .prepare(
      `SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" NOT GLOB '[_s]*' AND "name" <> 'd1_migrations'`,
    )
    .all();
  return z
    .array(z.object({ name: z.string() }))
    .parse(results)
    .map(({ name }) => name);
};

/** The tables in which these words stand anywhere. */
const tablesWith = async (words: string): Promise<readonly string[]> => {
  const names = await tables();
  const all = await world.db.batch(names.map((name) => world.db.prepare(`SELECT * FROM "${name}"`)));
  return names.filter((_, index) => JSON.stringify(all[index]?.results).includes(words)).sort();
};

const bookingOf = (id: string) =>
  world.db.prepare('SELECT "personId", "state" FROM "Booking" WHERE "id" = ?1').bind(id).first();

const addBooking = (id: string, person: string, state: 'booked' | 'waiting', lesson = 'full') =>
  world.db
    .prepare(
      `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "liveKey", "madeBy", "madeAt",
         "changedAt", "queuedAt") VALUES (?1, ?5, ?2, ?1, 1, ?3, ?1, 'chat', ?4, ?4, ?4)`,
    )
    .bind(id, person, state, world.now(), lesson)
    .run();

describe('someone who asks for everything to be erased', () => {
  it('is asked once more, and nothing is erased by a button of last spring', async () => {
    const [her = ''] = await world.friends(1);
    await taps(her, 'askErase', 'erase');
    expect(screen(her)).toContain('ぜんぶ消しますか');
    await taps(her, 'askErase', 'keep');
    expect(await tablesWith(her)).toContain('Person');
    expect(screen(her)).not.toContain('ぜんぶ消しました');
  });

  it('leaves no trace: her seat goes to who waits, and after two hours not even her LINE id stands anywhere', async () => {
    const [before = '', her = '', next = ''] = [...(await world.friends(3))].sort();
    await saveLessons(world.db, [lessonWith({ id: 'full', seats: 1, opensAt: world.now() - 1 })]);
    await addBooking('hers', her, 'booked');
    await addBooking('next', next, 'waiting');
    await world.db.batch([
      world.db
        .prepare(`INSERT INTO "Contact" VALUES ('hers', '見本 花子', '04-0000-0000', ?1, ?2)`)
        .bind(world.now(), world.now() + 1e9),
      world.db
        .prepare(`INSERT INTO "SupporterScope" VALUES (?1, 'course', 'course', ?2, 'staff', NULL)`)
        .bind(her, world.now()),
      world.db.prepare(`INSERT INTO "NoticeChoice" VALUES (?1, 'area', '柳瀬', ?2)`).bind(her, world.now()),
      world.db
        .prepare(
          'INSERT INTO "Staff" ("id", "email", "name", "role", "scope", "createdAt", "personId") VALUES (?1, ?1, ?1, ?1, ?1, 1, ?2)',
        )
        .bind('viewer', her),
    ]);
    await does(her, { type: 'said', text: '手伝いたい' });
    await world.db.batch([
      world.db
        .prepare(
          `INSERT INTO "Volunteer" ("personId", "state", "revision", "ways", "weekdays", "likes", "offeredAt", "movedAt")
           VALUES (?1, 'wish', 1, '["desk"]', '[]', '[]', 1, 1)`,
        )
        .bind(her),
      world.db
        .prepare(
          `INSERT INTO "CallBack" ("id", "personId", "topic", "name", "phone", "askedAt")
           VALUES ('call', ?1, 'x', '見本 花子', '0400000000', 1)`,
        )
        .bind(her),
      world.db
        .prepare(
          `INSERT INTO "PlaceWish" ("id", "personId", "lat", "lng", "label", "wishedAt", "seenRevision", "liveKey")
           VALUES ('wish', ?1, 35.8, 139.5, 'x', 1, 1, ?1)`,
        )
        .bind(her),
      world.db
        .prepare(
          `INSERT INTO "Case" ("id", "personId", "kind", "facts", "openedAt") VALUES ('case', ?1, 'found-group', '{}', 1)`,
        )
        .bind(her),
    ]);
    const told = {
      kind: 'confirmation',
      person: her,
      title: 'x',
      messages: [{ type: 'text', text: '受けつけました' }],
    } as const;
    await enqueuePersonal(world.deps, { ...told, id: 'sent-to-her' });
    await world.run();
    await enqueuePersonal(world.deps, { ...told, id: 'not-yet-sent' });
    await does(her, { type: 'said', text: '東所沢3丁目の体操' });
    await taps(her, 'show', 'letters');
    await taps(her, 'letters', 'large');

    await taps(her, 'show', 'askErase');
    expect(screen(her)).toContain('予約1つも取り消して');
    await taps(her, 'askErase', 'erase');

    expect(screen(her)).toContain('ぜんぶ消しました');
    expect(await bookingOf('hers')).toEqual({ personId: null, state: 'cancelled' });
    expect(await bookingOf('next')).toEqual({ personId: next, state: 'offered' });
    expect(await tablesWith('見本 花子')).toEqual([]);
    expect(await tablesWith('東所沢3丁目の体操')).toEqual([]);
    // Until the answer is surely out: a bare row, this very turn, and notices that name nobody else.
    expect(await tablesWith(her)).toEqual(['Chunk', 'Interaction', 'Notice', 'Person']);
    const copies = world.copies(her);
    await world.run();
    expect(world.copies(her)).toBe(copies);

    await forgetErased(world.db, world.now());
    expect(await tablesWith(her)).toContain('Person');
    world.pass(LAST_TRACE);
    await forgetErased(world.db, world.now());
    expect(await tablesWith(her)).toEqual([]);
    expect(await tablesWith(before)).toContain('Person');
  });

  it('is a new person if she speaks again, and is answered', async () => {
    const [her = ''] = await world.friends(1);
    await taps(her, 'show', 'askErase');
    await taps(her, 'askErase', 'erase');
    const copies = world.copies(her);
    await does(her, { type: 'said', text: 'こんにちは' });
    expect(world.copies(her)).toBeGreaterThan(copies);
    world.pass(LAST_TRACE);
    await forgetErased(world.db, world.now());
    const person = await world.db
      .prepare('SELECT "leftAt", "erasedAt" FROM "Person" WHERE "id" = ?1')
      .bind(her)
      .first();
    expect(person).toEqual({ leftAt: null, erasedAt: null });
  });
});

describe('someone who asks for larger letters', () => {
  it('gets them at once and from then on, also where a plain bubble would stand', async () => {
    const [her = ''] = await world.friends(1);
    await does(her, { type: 'sentSticker' });
    expect(screen(her)).not.toContain('"xxl"');
    await taps(her, 'letters', 'large');
    expect(screen(her)).toContain('"size":"xl"');
    await does(her, { type: 'said', text: 'ありがとう' });
    const last = world.emulator.world.chats.all.get(her)?.entries.at(-1);
    expect(JSON.stringify(last)).toContain('"flex"');
    await taps(her, 'letters', 'normal');
    await does(her, { type: 'said', text: 'ありがとう' });
    expect(JSON.stringify(world.emulator.world.chats.all.get(her)?.entries.at(-1))).not.toContain('"flex"');
  });
});
