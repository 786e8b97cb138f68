import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '../../src/service/deliver/deliver';
import { loadNotice } from '../../src/store/notices/notice';
import { progressOf } from '../../src/store/notices/progress';
import {
  approved,
  type DeliveryWorld,
  notExactly,
  openDeliveryWorld,
  wordsFor,
} from '../support/delivery-world';
import { Died, Life } from '../support/mortal';

const PEOPLE = 600;

let world: DeliveryWorld;
let people: readonly string[] = [];
let count = 0;

beforeAll(async () => {
  world = await openDeliveryWorld();
  people = await world.friends(PEOPLE);
});
afterAll(() => world.close());

/** A fresh notice by day, with everybody's hour empty. */
const begin = async (): Promise<string> => {
  count += 1;
  world.setClock(`2026-12-${String(10 + (count % 15)).padStart(2, '0')}`, '10:00');
  await world.db.prepare('DELETE FROM "Delivery"').run();
  for (const person of people) world.emulator.world.chats.of(person).entries = [];
  const id = `death-${count}`;
  await approved(world, id, wordsFor({ type: 'everyone' }));
  return id;
};

/** How many contacts one undisturbed run has with the world. */
const contactsOfOneRun = async (): Promise<number> => {
  const life = new Life();
  await begin();
  await deliver(world.mortal(life));
  return life.contacts;
};

describe('a worker that dies while it sends', () => {
  it('at any contact with the database or LINE loses nobody and tells nobody twice', async () => {
    const contacts = await contactsOfOneRun();
    expect(contacts).toBeGreaterThan(8);
    for (const when of ['before', 'after'] as const) {
      for (let dieAt = 1; dieAt <= contacts; dieAt += 1) {
        const id = await begin();
        const life = new Life(dieAt, when);
        const death = await deliver(world.mortal(life)).then(
          () => undefined,
          (error: unknown) => error,
        );
        // A death inside one chunk's call is caught there, like a fault of that chunk; the worker is gone all the same.
        if (death !== undefined) expect(death, `${when} ${dieAt}`).toBeInstanceOf(Died);
        await world.minutes(2);
        expect(notExactly(world, people, 1), `died ${when} contact ${dieAt}`).toEqual([]);
        expect((await loadNotice(world.db, id))?.status, `died ${when} contact ${dieAt}`).toBe('done');
        expect((await progressOf(world.db, id)).byStatus.sent).toBe(PEOPLE);
      }
    }
  }, 240_000);
});

describe('two clocks at once', () => {
  it('tell everybody once', async () => {
    const id = await begin();
    await Promise.all([deliver(world.deps), deliver(world.deps), deliver(world.deps)]);
    await world.minutes(2);
    expect(notExactly(world, people, 1)).toEqual([]);
    expect((await progressOf(world.db, id)).byStatus.sent).toBe(PEOPLE);
  });
});
