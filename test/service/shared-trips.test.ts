import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type LocalDatabase, openDatabase } from '../../src/cli/local/database';
import { SharedTrips } from '../../src/store/shared-trips';

let local: LocalDatabase;
beforeAll(async () => {
  local = await openDatabase(null);
  await local.db.prepare('CREATE TABLE "Note" ("name" TEXT PRIMARY KEY)').run();
});
afterAll(() => local.close());
beforeEach(() => local.db.prepare('DELETE FROM "Note"').run());

/** The database, with what each trip carried; the trip with this number never comes back. */
const watched = (lost?: number) => {
  const sizes: number[] = [];
  const db = new Proxy(local.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name).bind(target);
      return (statements: D1PreparedStatement[]) => {
        sizes.push(statements.length);
        return sizes.length === lost ? new Promise(() => {}) : target.batch(statements);
      };
    },
  });
  return { db, sizes, trips: new SharedTrips(db) };
};

const noting = (db: D1Database, name: string): D1PreparedStatement[] => [
  db.prepare('INSERT INTO "Note" ("name") VALUES (?1)').bind(name),
  db.prepare('SELECT ?1 AS "name", count(*) AS "mine" FROM "Note" WHERE "name" = ?1').bind(name),
];

const names = Array.from({ length: 60 }, (_, index) => `note ${index}`);

it('In a quiet moment a request travels alone and at once', async () => {
  const { db, sizes, trips } = watched();
  await trips.batch(noting(db, 'one'));
  await trips.batch(noting(db, 'two'));
  expect(sizes).toEqual([2, 2]);
});

it('Sixty at once go in a few trips, none too large, and each gets what is its own', async () => {
  const { db, sizes, trips } = watched();
  const given = await Promise.all(names.map((name) => trips.batch(noting(db, name))));
  expect(given.map(([, read]) => read?.results)).toEqual(names.map((name) => [{ name, mine: 1 }]));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
  expect(sizes.length).toBeLessThanOrEqual(6);
});

it('One that cannot be done harms nobody who travelled with it, and is not done by half', async () => {
  const { db, sizes, trips } = watched();
  const faulty = [...noting(db, 'faulty'), ...noting(db, 'faulty')];
  const ends = await Promise.allSettled(
    names.slice(0, 8).map((name, index) => trips.batch(index === 4 ? faulty : noting(db, name))),
  );
  expect(ends.map(({ status }) => status === 'rejected')).toEqual(ends.map((_, index) => index === 4));
  const { results } = await local.db.prepare('SELECT "name" FROM "Note" ORDER BY "name"').all();
  expect(results).toEqual(
    names
      .slice(0, 8)
      .filter((_, index) => index !== 4)
      .map((name) => ({ name })),
  );
  expect(Math.max(...sizes)).toBeGreaterThan(4);
});

it('Who waited for a request that ended in the middle goes alone, and nobody waits for it a second time', async () => {
  const { db, sizes, trips } = watched(2);
  const first = trips.batch(noting(db, 'first'));
  const ended = trips.batch(noting(db, 'ended')); // Gathers, is lost, and takes these two along.
  const company = ['with it', 'with it too'].map((name) => trips.batch(noting(db, name)));
  await first;
  const given = await Promise.all(company);
  expect(given.map(([, read]) => read?.results)).toEqual([
    [{ name: 'with it', mine: 1 }],
    [{ name: 'with it too', mine: 1 }],
  ]);
  expect(sizes.slice(0, 2)).toEqual([2, 6]);
  const began = performance.now();
  await trips.batch(noting(db, 'later'));
  expect(performance.now() - began).toBeLessThan(500);
  await expect(Promise.race([ended, 'gone'])).resolves.toBe('gone');
});
