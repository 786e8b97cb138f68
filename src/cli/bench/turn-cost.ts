import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { tokorozawa } from '../../city/tokorozawa';
import { createUnderstanding } from '../../core/understanding';
import { registry } from '../../dialogues/registry';
import { LineClient } from '../../line/client';
import { decode } from '../../line/decode';
import { answerPeople } from '../../service/answer-people';
import { Closings } from '../../service/closings';
import type { Deps } from '../../service/deps';
import { OwnLinks } from '../../service/own-links';
import { takeIn } from '../../service/take-in';
import { CatalogueKeeper } from '../../store/catalogue';
import { migrate, openDatabase } from '../local/database';
import { seedIfEmpty } from '../local/seed-if-empty';
import { personOf, quantile, webhookOf } from './load';
import { conversation } from './wording';

/** What turns cost in the database, on average. */
export interface TurnCost {
  readonly turns: number;
  /** Calls that go to D1 and come back. */
  readonly trips: number;
  /** Rows that were inserted, updated or deleted by the turn itself (the median turn has no effect). */
  readonly rowsWritten: number;
  /** The mean, with what some turns record besides, such as a wish that nobody near could meet. */
  readonly rowsWithEffects: number;
}

/** Counts what passes through a database binding; nothing is changed. */
const counted = (db: D1Database): { readonly db: D1Database; trips: number; rows: number } => {
  const counter = { db, trips: 0, rows: 0 };
  const note = <T>(result: D1Result<T>): D1Result<T> => {
    counter.rows += result.meta.changes;
    return result;
  };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
    const outer = new Proxy(inner, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values));
        if (name === 'run' || name === 'all') {
          return async () => {
            counter.trips += 1;
            return note(await target[name]());
          };
        }
        if (name === 'first') {
          return async (...args: []) => {
            counter.trips += 1;
            return target.first(...args);
          };
        }
        return Reflect.get(target, name);
      },
    });
    originals.set(outer, inner);
    return outer;
  };
  counter.db = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql));
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          counter.trips += 1;
          return (await target.batch(statements.map((one) => originals.get(one) ?? one))).map(note);
        };
      }
      return Reflect.get(target, name);
    },
  });
  return counter;
};

/** Plays conversations of several people against a real local D1 and counts. */
export const benchTurnCost = async (): Promise<TurnCost> => {
  const local = await openDatabase(null);
  await migrate(local.db);
  await seedIfEmpty(local.db, Date.now());
  const counter = counted(local.db);
  const deps: Deps = {
    db: counter.db,
    line: new LineClient(
      { baseUrl: 'http://line.invalid', accessToken: 'x' },
      async () => new Response('{}'),
    ),
    city: tokorozawa,
    registry,
    understanding: createUnderstanding(tokorozawa),
    links: new OwnLinks('http://bench.invalid', 'only-for-the-bench'),
    closings: new Closings(),
    catalogue: new CatalogueKeeper(counter.db, tokorozawa),
    log: () => {},
    now: () => Date.now(),
    wait: async () => {},
    newId: () => crypto.randomUUID(),
  };
  const play = async (words: string, person: string): Promise<void> => {
    await answerPeople(deps, await takeIn(deps, decode(webhookOf('x', person, words).body)));
  };
  const people = Array.from({ length: 10 }, (_, index) => personOf(index));
  for (const person of people) await play('hello', person); // The first turn also makes the person.
  const rows: number[] = [];
  counter.trips = 0;
  for (const words of conversation) {
    for (const person of people) {
      counter.rows = 0;
      await play(words, person);
      rows.push(counter.rows);
    }
  }
  await local.close();
  rows.sort((a, b) => a - b);
  return {
    turns: rows.length,
    trips: counter.trips / rows.length,
    rowsWritten: quantile(rows, 0.5),
    rowsWithEffects: rows.reduce((sum, one) => sum + one, 0) / rows.length,
  };
};
