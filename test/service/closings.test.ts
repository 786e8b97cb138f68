import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import type { Incoming } from '../../src/core/event';
import { Closings } from '../../src/service/closings';
import { loadWork } from '../../src/store/person-work';
import type { Closing } from '../../src/store/turn';
import { closeTurns, decide, receive } from '../../src/store/turns';

const NOW = Date.UTC(2026, 10, 25, 1);

let database: LocalDatabase;
let events = 0;

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
afterAll(() => database.close());

const said = (personId: string): Incoming => {
  events += 1;
  const id = `event-${events}`;
  return { id, personId, occurredAt: NOW + events, replyToken: 'token', event: { type: 'said', text: 'x' } };
};

/** She said something, and its answer is out; the row is still open. */
const answered = async (person: string): Promise<Closing> => {
  const [work] = await receive(database.db, [said(person)], [], NOW);
  const waiting = work?.waiting[0];
  if (!work || !waiting) throw new Error('Nothing waits.');
  const retryKey = `key of ${waiting.id}`;
  const turn = {
    id: waiting.id,
    personId: person,
    seq: (work.last?.seq ?? 0) + 1,
    state: '{}',
    answer: '[]',
  };
  await decide(database.db, { ...turn, retryKey, via: 'reply', leaseUntil: NOW + 35_000, effects: [] }, NOW);
  return { id: waiting.id, personId: person, retryKey, outcome: 'replied' };
};

const openOf = async (person: string): Promise<number> =>
  Number(
    await database.db
      .prepare('SELECT count(*) AS "open" FROM "Interaction" WHERE "personId" = ?1 AND "dueAt" IS NOT NULL')
      .bind(person)
      .first('open'),
  );

it('A turn that was sent is closed along with somebody else’s next message, and who did more meanwhile is not forgotten', async () => {
  const closings = [await answered('ann'), await answered('bea')];
  // Another isolate stored this one while the answer was on its way, and left it to the worker that was sending.
  const second = said('ann');
  await receive(database.db, [second], [], NOW);
  const work = await receive(database.db, [said('cho')], closings, NOW);
  expect(work.map(({ person, waiting }) => [person.id, waiting.length])).toEqual([
    ['cho', 1],
    ['ann', 1],
  ]);
  const ann = work.find(({ person }) => person.id === 'ann');
  expect(ann?.last?.sending).toBeNull();
  expect(ann?.waiting[0]?.id).toBe(second.id);
  expect(await openOf('bea')).toBe(0);
});

it('Her own next message finds the turn before it closed', async () => {
  const closing = await answered('dan');
  const [dan, ...others] = await receive(database.db, [said('dan')], [closing], NOW);
  expect(others).toEqual([]);
  expect(dan?.last?.sending).toBeNull();
  expect(dan?.waiting).toHaveLength(1);
});

it('A turn that was taken over meanwhile with another key is not touched', async () => {
  const closing = await answered('emi');
  expect(await closeTurns(database.db, [{ ...closing, retryKey: 'another' }])).toEqual([]);
  expect(await openOf('emi')).toBe(1);
  const [emi] = await loadWork(database.db, ['emi']);
  expect(emi?.last?.sending?.id).toBe(closing.id);
});

it('What could not be closed waits for the next trip, before what came later', async () => {
  const closings = new Closings();
  const one = await answered('fuji');
  const two = await answered('gen');
  closings.add(one);
  await expect(
    closings.takeAlong(async () => {
      expect(closings.has(one)).toBe(false);
      closings.add(two);
      throw new Error('The database is away.');
    }),
  ).rejects.toThrow('away');
  expect(closings.has(one)).toBe(true);
  expect(await closings.takeAlong((taken) => closeTurns(database.db, taken).then(() => taken))).toEqual([
    one,
    two,
  ]);
  expect((await openOf('fuji')) + (await openOf('gen'))).toBe(0);
});
