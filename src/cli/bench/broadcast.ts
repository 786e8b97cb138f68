import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { tokyoInstant } from '../../core/calendar';
import type { AudienceRule } from '../../core/notice';
import { addSystemNotices } from '../../store/notices/system';
import { bundleWorker } from '../local/bundle';
import { migrate } from '../local/database';
import { startWorker } from '../local/worker';
import { type Line, startLine, TOKEN } from './line';
import { watchMemory } from './worker-memory';

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
  /** How much the worker's memory, the database in it included, grew at most while it was sent, in MiB. */
  readonly memoryGrowth: number;
  readonly lost: number;
  readonly doubled: number;
  /** What the emulator takes in the same run from a loop that does nothing but call, in multicasts a second. */
  readonly bareCallsPerSecond: number;
}

/** By day, so that nothing is quiet whenever the bench runs; the clock goes on from there. */
const TEN = tokyoInstant('2026-12-10', '10:00');

/** How many people the run before the measured one reaches: everything is compiled and warm after it. */
const WARM_UP = 10_000;

/**
 * Sends one notice to so many people: the worker in workerd as it would be deployed, a local D1 on disk, and the emulator
 * over HTTP in a process of its own.
 */
export const benchBroadcast = async (people: number): Promise<BroadcastFigure> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-broadcast-'));
  const bundle = await bundleWorker('bench-broadcast', 'src/cli/bench/broadcast-worker.ts');
  const line = await startLine(people);
  const worker = await startWorker({ bundle, port: 0, folder, isQuiet: true, vars: settingsFor(line.url) });
  const ask = async (path: string): Promise<unknown> => (await fetch(new URL(path, worker.url))).json();
  const minute = async () => written.parse(await ask(`/${TEN}`));
  try {
    await migrate(worker.db);
    await addPeople(worker.db, line.people);
    await addNotice(worker.db, 'warm-up', { type: 'testers' });
    await minute();
    await line.seen();
    await addNotice(worker.db, 'measured', { type: 'everyone' });
    const memory = watchMemory();
    const began = Date.now();
    const { rows, billed } = await minute();
    const memoryGrowth = memory.stop();
    return {
      people,
      ...figuresOf(people, await line.seen(), began),
      rowsPerPerson: rows / people,
      billedPerPerson: billed / people,
      memoryGrowth,
      bareCallsPerSecond: z.number().parse(await ask('/bare')),
    };
  } finally {
    await worker.close();
    line.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const written = z.object({ rows: z.number(), billed: z.number() });

const settingsFor = (url: string): Readonly<Record<string, string>> => ({
  LINE_CHANNEL_SECRET: 'bench',
  LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
  FORM_LINK_SECRET: 'only-for-the-bench',
  LINE_API_BASE_URL: url,
  LINE_DATA_API_BASE_URL: url,
  PUBLIC_BASE_URL: 'http://127.0.0.1',
});

const figuresOf = (people: number, seen: Awaited<ReturnType<Line['seen']>>, began: number) => {
  const [first = 0, last = 0] = [seen.multicastsAt[0], seen.multicastsAt.at(-1)];
  return {
    multicasts: seen.multicastsAt.length,
    otherCalls: seen.otherCalls,
    callsPerSecond: ((seen.multicastsAt.length - 1) / (last - first)) * 1000,
    expansion: first - began,
    lost: people - seen.people,
    doubled: seen.copies - seen.people,
  };
};

/** Friends in the order of their ids, the first of them testers. */
const addPeople = async (db: D1Database, people: readonly string[]): Promise<void> => {
  for (let at = 0; at < people.length; at += 10_000) {
    await db
      .prepare(
        `INSERT INTO "Person" ("id", "createdAt", "isTester") SELECT value, 1, ?2 FROM json_each(?1) ORDER BY value`,
      )
      .bind(JSON.stringify(people.slice(at, at + 10_000)), at < WARM_UP ? 1 : 0)
      .run();
  }
};

const addNotice = async (db: D1Database, id: string, rule: AudienceRule): Promise<void> => {
  await addSystemNotices(
    db,
    [
      {
        id,
        kind: 'stand-in',
        title: id,
        content: JSON.stringify([{ type: 'text', text: id }]),
        rule,
        audienceWords: id,
        asOf: TEN,
        notAfter: TEN + 86_400_000,
      },
    ],
    TEN,
  );
};
