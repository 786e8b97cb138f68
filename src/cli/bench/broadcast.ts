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
import { heapAfterCollection } from './inspector';
import { type Line, startLine, TOKEN } from './line';
import { WorkerProcess } from './worker-process';

/** What the worker holds once it has let go of what it can, in MiB. */
export interface Held {
  /** In its own heap. */
  readonly heap: number;
  /** Altogether, with the local database that lives in the same process. */
  readonly resident: number;
}

/** What one broadcast cost. */
export interface BroadcastFigure {
  readonly people: number;
  readonly multicasts: number;
  readonly otherCalls: number;
  /** Multicasts a second, from the first to the last. */
  readonly callsPerSecond: number;
  /** Most multicasts within any one second, by the emulator's clock. */
  readonly mostInASecond: number;
  /** Processor time of the worker a multicast, the local database included, in ms: the same on a busy machine. */
  readonly cpuPerCall: number;
  /** Time until everybody is written down, in ms. */
  readonly expansion: number;
  /** Rows that were inserted, updated or deleted. */
  readonly rowsPerPerson: number;
  /** The same as D1 bills it: every index entry is a row. */
  readonly billedPerPerson: number;
  /** After a broadcast to a quarter of the people, to all of them, and to all once more in the same worker. */
  readonly held: { readonly quarter: Held; readonly all: Held; readonly again: Held };
  readonly lost: number;
  readonly doubled: number;
  /** What the emulator takes in the same run from a loop that does nothing but call, in multicasts a second. */
  readonly bareCallsPerSecond: number;
  readonly bareCpuPerCall: number;
}

/** By day, so that nothing is quiet whenever the bench runs; the clock goes on from there. */
const TEN = tokyoInstant('2026-12-10', '10:00');

/** Between two broadcasts, so that nobody's hour is full. */
const LATER = 2 * 60 * 60_000;

/** How many people the run before the measured ones reaches: everything is compiled and warm after it. */
const WARM_UP = 10_000;

/** The district of a quarter of the people. */
const QUARTER = 'quarter';

/**
 * Sends notices to so many people: the worker in workerd as it would be deployed, a local D1 on disk, and the emulator
 * over HTTP in a process of its own.
 */
export const benchBroadcast = async (people: number): Promise<BroadcastFigure> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-broadcast-'));
  const bundle = await bundleWorker('bench-broadcast', 'src/cli/bench/broadcast-worker.ts');
  const line = await startLine(people);
  const vars = settingsFor(line.url);
  const worker = await startWorker({ bundle, port: 0, folder, isQuiet: true, vars, isInspected: true });
  const running = new WorkerProcess();
  const ask = async (path: string): Promise<unknown> => (await fetch(new URL(path, worker.url))).json();
  let at = TEN;
  const send = async (id: string, rule: AudienceRule) => {
    at += LATER;
    await addNotice(worker.db, id, rule, at);
    const watch = running.watch();
    const began = Date.now();
    const { rows, billed } = written.parse(await ask(`/${at}`));
    const cpuBetween = watch.stop();
    return { began, rows, billed, cpuBetween, seen: await line.seen() };
  };
  const held = async (): Promise<Held> => {
    const { inspector } = worker;
    const heap = inspector === undefined ? 0 : await heapAfterCollection(inspector, () => ask('/rest'));
    return { heap, resident: running.usage().resident };
  };
  try {
    await migrate(worker.db);
    await addPeople(worker.db, line.people);
    await send('warm-up', { type: 'testers' });
    await send('quarter', { type: 'districts', districts: [QUARTER] });
    const quarter = await held();
    const { began, rows, billed, cpuBetween, seen } = await send('measured', { type: 'everyone' });
    const all = await held();
    await send('again', { type: 'everyone' });
    const again = await held();
    const before = running.usage().cpu;
    const bareCallsPerSecond = z.number().parse(await ask('/bare'));
    const bareCalls = (await line.seen()).multicastsAt.length;
    const [first = 0, last = 0] = [seen.multicastsAt[0], seen.multicastsAt.at(-1)];
    return {
      people,
      ...figuresOf(people, seen, began),
      cpuPerCall: cpuBetween(first, last) / seen.multicastsAt.length,
      rowsPerPerson: rows / people,
      billedPerPerson: billed / people,
      held: { quarter, all, again },
      bareCallsPerSecond,
      bareCpuPerCall: (running.usage().cpu - before) / bareCalls,
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
    mostInASecond: mostWithin(seen.multicastsAt, 1_000),
    expansion: first - began,
    lost: people - seen.people,
    doubled: seen.copies - seen.people,
  };
};

const mostWithin = (instants: readonly number[], milliseconds: number): number =>
  Math.max(
    0,
    ...instants.map((from, place) => {
      const after = instants.findIndex((at) => at >= from + milliseconds);
      return (after === -1 ? instants.length : after) - place;
    }),
  );

/** Friends in the order of their ids, the first of them testers, every fourth of one district. */
const addPeople = async (db: D1Database, people: readonly string[]): Promise<void> => {
  for (let at = 0; at < people.length; at += 10_000) {
    await db
      .prepare(
        `INSERT INTO "Person" ("id", "createdAt", "isTester", "areaDistrict")
         SELECT value, 1, ?2, CASE WHEN "key" % 4 = 0 THEN ?3 END FROM json_each(?1) ORDER BY value`,
      )
      .bind(JSON.stringify(people.slice(at, at + 10_000)), at < WARM_UP ? 1 : 0, QUARTER)
      .run();
  }
};

const addNotice = async (db: D1Database, id: string, rule: AudienceRule, at: number): Promise<void> => {
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
        asOf: at,
        notAfter: at + 86_400_000,
      },
    ],
    at,
  );
};
