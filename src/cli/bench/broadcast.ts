import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database, D1Result } from '@cloudflare/workers-types';
import { tokorozawa } from '../../city/tokorozawa';
import { tokyoInstant } from '../../core/calendar';
import { createUnderstanding } from '../../core/understanding';
import { registry } from '../../dialogues/registry';
import { LineClient } from '../../line/client';
import { Closings } from '../../service/closings';
import { deliver } from '../../service/deliver/deliver';
import type { Deps } from '../../service/deps';
import { OwnLinks } from '../../service/own-links';
import { CatalogueKeeper } from '../../store/catalogue';
import { addSystemNotices } from '../../store/notices/system';
import { migrate, openDatabase } from '../local/database';
import { multicastCounter } from './multicast-counter';

/** What one broadcast cost. */
export interface BroadcastFigure {
  readonly people: number;
  readonly multicasts: number;
  readonly otherCalls: number;
  /** Multicasts a second, from the first to the last. */
  readonly callsPerSecond: number;
  /** Time until everybody is written down, in ms. */
  readonly expansion: number;
  /** Rows that were inserted, updated or deleted. */
  readonly rowsPerPerson: number;
  /** The same as D1 bills it: every index entry is a row. */
  readonly billedPerPerson: number;
  /** How much the heap grew at most while it was sent, in MiB. */
  readonly heapGrowth: number;
  readonly lost: number;
  readonly doubled: number;
}

/** By day, so that nothing is quiet whenever the bench runs; the clock goes on from there. */
const TEN = tokyoInstant('2026-12-10', '10:00');

/** Sends one notice to so many people, through the real pipeline and a local D1 on disk. */
export const benchBroadcast = async (people: number): Promise<BroadcastFigure> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-broadcast-'));
  const local = await openDatabase(folder);
  const line = await multicastCounter();
  try {
    await migrate(local.db);
    await local.db
      .prepare(
        `INSERT INTO "Person" ("id", "createdAt") WITH RECURSIVE "n"("i") AS (
           SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${people})
         SELECT 'U' || lower(hex(randomblob(16))), 1 FROM "n"`,
      )
      .run();
    const counted = rowsWritten(local.db);
    const deps = depsFor(counted.db, line.url);
    await addSystemNotices(
      local.db,
      [
        {
          id: 'bench',
          kind: 'stand-in',
          title: 'bench',
          content: JSON.stringify([{ type: 'text', text: 'bench' }]),
          rule: { type: 'everyone' },
          audienceWords: 'everyone',
          asOf: TEN,
          notAfter: TEN + 86_400_000,
        },
      ],
      TEN,
    );
    const heap = heapWatch();
    const began = performance.now();
    await deliver(deps);
    const heapGrowth = heap.stop();
    const copies = [...line.copies.values()];
    return {
      people,
      multicasts: line.at.length,
      otherCalls: line.others(),
      callsPerSecond: ((line.at.length - 1) / ((line.at.at(-1) ?? 0) - (line.at[0] ?? 0))) * 1000,
      expansion: (line.at[0] ?? 0) - began,
      rowsPerPerson: counted.rows() / people,
      billedPerPerson: counted.billed() / people,
      heapGrowth,
      lost: people - copies.length,
      doubled: copies.filter((count) => count > 1).length,
    };
  } finally {
    await local.close();
    line.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const depsFor = (db: D1Database, url: string): Deps => {
  const began = performance.now();
  return {
    db,
    line: new LineClient({ baseUrl: url, accessToken: 'bench' }),
    city: tokorozawa,
    registry,
    understanding: createUnderstanding(tokorozawa),
    closings: new Closings(),
    catalogue: new CatalogueKeeper(db, tokorozawa, async () => {}),
    links: new OwnLinks('http://bench.invalid', 'only-for-the-bench'),
    log: () => {},
    now: () => TEN + (performance.now() - began),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    newId: () => crypto.randomUUID(),
  };
};

/** Counts the rows that batches write; nothing is changed. */
const rowsWritten = (db: D1Database) => {
  let rows = 0;
  let billed = 0;
  const counting = new Proxy(db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name);
      return async (statements: Parameters<D1Database['batch']>[0]): Promise<D1Result[]> => {
        const results = await target.batch(statements);
        for (const { meta } of results) {
          rows += meta.changes;
          billed += meta.rows_written;
        }
        return results;
      };
    },
  });
  return { db: counting, rows: () => rows, billed: () => billed };
};

/** Looks at the heap while something runs. */
const heapWatch = (): { readonly stop: () => number } => {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return (most - before) / 1_048_576;
    },
  };
};
