import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleWorker } from '../../src/cli/local/bundle';
import { migrate, openDatabase } from '../../src/cli/local/database';
import { createEmulator, type Emulator } from '../../src/emulator/emulator';
import { type Served, serveEmulator } from '../../src/emulator/serve';
import { countAudience } from '../../src/store/notices/audience';
import { approveNotice, createNotice, moveNotice } from '../../src/store/notices/moves';
import { loadNotice, subjectOf } from '../../src/store/notices/notice';
import { progressOf } from '../../src/store/notices/progress';
import { FROZEN, wordsFor } from '../support/delivery-world';
import { root } from '../support/sources';

const PEOPLE = 10_000;
const TOKEN = 'killed-token';

let folder: string;
let bundle: Bundle;
let emulator: Emulator;
let line: Served;
let people: readonly string[] = [];

/** The worker as it would be deployed, for a city that is awake at every hour this test may run. */
const sleeplessBundle = async (): Promise<Bundle> => {
  const made = await bundleWorker('killed-worker');
  const entry = made.modules[0]?.path ?? '';
  const code = readFileSync(entry, 'utf8');
  const awake = code.replace(
    /quietHours: \{ from: "21:00", to: "08:00"/,
    'quietHours: { from: "24:00", to: "00:00"',
  );
  expect(awake).not.toBe(code);
  writeFileSync(entry, awake);
  return made;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tsudoi-killed-'));
  bundle = await sleeplessBundle();
  emulator = createEmulator({
    secret: 'killed-secret',
    token: TOKEN,
    seed: 11,
    settings: { isLinting: false },
    traffic: { entries: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY },
  });
  line = await serveEmulator(emulator, 0);
  people = emulator.crowd(PEOPLE);
}, 180_000);
afterAll(async () => {
  await line.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the worker and its clock in a process group of its own. */
const startProcess = (): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(root, 'test', 'support', 'worker-process.ts'),
      JSON.stringify({
        bundle,
        folder,
        port: 0,
        isQuiet: true,
        vars: {
          LINE_CHANNEL_SECRET: 'killed-secret',
          LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
          LINE_API_BASE_URL: line.url,
          LINE_DATA_API_BASE_URL: line.url,
          PUBLIC_BASE_URL: 'http://127.0.0.1',
          FORM_LINK_SECRET: 'killed-form-link-secret',
        },
      }),
    ],
    { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  );

/** Resolves at the first line of output with these words. */
const says = (child: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      if (String(part).includes(words)) resolve();
    });
    child.on('exit', () => reject(new Error('The worker ended by itself.')));
  });

/** SIGKILL to the worker and to the workerd it started: nothing of it gets a last word. */
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await gone;
};

const inDatabase = async <T>(
  work: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>,
): Promise<T> => {
  const { db, close } = await openDatabase(folder);
  try {
    return await work(db);
  } finally {
    await close();
  }
};

const calls = () => emulator.calls('multicast').length;

describe('a worker that is killed with SIGKILL', () => {
  it('again and again in the middle of a broadcast to 10,000 people loses nobody and tells nobody twice', async () => {
    await inDatabase(async (db) => {
      await migrate(db);
      const now = Date.now();
      await db
        .prepare('INSERT INTO "Person" ("id", "createdAt") SELECT value, ?2 FROM json_each(?1)')
        .bind(JSON.stringify(people), now - 1)
        .run();
      await createNotice(
        db,
        {
          id: 'fair',
          kind: 'broadcast',
          author: { kind: 'staff', id: 'a' },
          words: wordsFor({ type: 'everyone' }),
        },
        now,
      );
      await moveNotice(db, { id: 'fair', revision: 1 }, 'pending-approval', now);
      const notice = await loadNotice(db, 'fair');
      if (!notice) throw new Error('The notice is not there.');
      const { count } = await countAudience(db, subjectOf(notice, now));
      const approval = { id: 'fair', revision: 1, approver: 'b', count, frozen: FROZEN, holdUntil: now };
      expect(await approveNotice(db, notice, approval, now)).toEqual({ moved: true });
    });

    // At the start, while people are written down; then after so many calls have arrived at LINE.
    for (const enough of [0, 1, 7, 14]) {
      const child = startProcess();
      await says(child, 'ready');
      if (enough === 0) await wait(30);
      for (let waited = 0; calls() < enough && waited < 20_000; waited += 2) await wait(2);
      await kill(child);
      // The lease of what it held runs out.
      await inDatabase((db) => db.prepare('UPDATE "Chunk" SET "dueAt" = 0 WHERE "dueAt" IS NOT NULL').run());
    }

    const last = startProcess();
    await says(last, 'ready');
    await says(last, 'idle');
    await kill(last);

    const copies = people.map((person) => emulator.world.chats.of(person).entries.length);
    expect(copies.filter((count) => count === 0)).toHaveLength(0);
    expect(copies.filter((count) => count > 1)).toHaveLength(0);
    await inDatabase(async (db) => {
      expect((await loadNotice(db, 'fair'))?.status).toBe('done');
      expect((await progressOf(db, 'fair')).byStatus).toEqual({
        pending: 0,
        sending: 0,
        sent: PEOPLE,
        failed: 0,
      });
    });
  }, 240_000);
});
