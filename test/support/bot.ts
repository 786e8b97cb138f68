import type { D1Database } from '@cloudflare/workers-types';
import { createApp } from '../../src/app';
import { tokorozawa } from '../../src/city/tokorozawa';
import { migrate, openDatabase } from '../../src/cli/local/database';
import { placesOf } from '../../src/cli/local/places-file';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import { createUnderstanding } from '../../src/core/understanding';
import { registry } from '../../src/dialogues/registry';
import { createEmulator, type Emulator } from '../../src/emulator/emulator';
import { LineClient } from '../../src/line/client';
import { signatureCheck } from '../../src/line/signature';
import { Closings } from '../../src/service/closings';
import type { Deps } from '../../src/service/deps';
import { everyMinute } from '../../src/service/every-minute';
import { OwnLinks } from '../../src/service/own-links';
import type { SecondOpinions } from '../../src/service/second-opinion';
import { CatalogueKeeper } from '../../src/store/catalogue';
import { TUESDAY_MORNING } from './context';
import { type Life, mortalDatabase } from './mortal';

/** The whole bot in this process: its own HTTP app on a real local D1, and a LINE platform on the other side. */
export interface TestBot {
  readonly db: D1Database;
  readonly line: Emulator;
  /** Moves the one clock that bot and LINE share; at the start it is a Tuesday morning. */
  readonly pass: (milliseconds: number) => void;
  readonly setClock: (instant: number) => void;
  readonly now: () => number;
  /** What the clock asks of the bot each minute. */
  readonly tick: () => Promise<void>;
  /** From now on the bot lives this life; without one it is immortal. */
  readonly live: (life?: Life) => void;
  /** Waits until the bot has nothing more to do; redeliveries of LINE may still come. */
  readonly quiet: () => Promise<void>;
  /** Waits until no webhook, no handling and no redelivery is under way. */
  readonly settled: () => Promise<void>;
  /** A request to the bot's own pages. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Names of the log lines so far. */
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
}

const SECRET = 'channel-secret-of-the-tests';
const TOKEN = 'access-token-of-the-tests';

/** Starts a bot with the demonstration data. LINE's patience is short, so that time-outs do not make tests slow. */
export const startBot = async ({
  isSeeded = true,
  at = TUESDAY_MORNING,
  opinions,
  seenThrough = (db) => db,
}: {
  readonly isSeeded?: boolean;
  readonly at?: number;
  /** The database as the bot sees it. */
  readonly seenThrough?: (db: D1Database) => D1Database;
  readonly opinions?: SecondOpinions;
} = {}): Promise<TestBot> => {
  const local = await openDatabase(null);
  await migrate(local.db);
  if (isSeeded) await seedIfEmpty(local.db, at);

  let clock = at;
  let life: Life | undefined;
  let revived = Promise.withResolvers<void>();
  revived.resolve();
  const logged: string[] = [];
  const under = new Set<Promise<unknown>>();
  const now = () => clock;
  const keep = <T>(work: Promise<T>): Promise<T> => {
    const kept = work.catch(() => {}).finally(() => under.delete(kept));
    under.add(kept);
    return work;
  };

  const line = createEmulator({
    secret: SECRET,
    token: TOKEN,
    now,
    seed: 1,
    displayName: 'つどい（見本）',
    places: placesOf(tokorozawa),
    // LINE delivers again when the bot is back.
    wait: () => revived.promise,
    settings: { webhookTimeout: 20_000, redelivery: [1_000, 10_000] },
    deliver: (request) => keep(Promise.resolve(app.fetch(request, {}, execution))),
  });

  const depsOf = (): Deps => {
    const own = life;
    const db = own ? mortalDatabase(local.db, own) : seen;
    const fetcher: typeof fetch = (input, init) =>
      own ? own.contact(() => line.fetch(input, init)) : line.fetch(input, init);
    return {
      db,
      line: new LineClient({ baseUrl: 'https://api.line.me', accessToken: TOKEN, timeout: 150 }, fetcher),
      city: tokorozawa,
      registry,
      understanding,
      ...(opinions === undefined ? {} : { opinions }),
      closings: closingsOf(own),
      catalogue: own ? new CatalogueKeeper(db, tokorozawa) : catalogue,
      log: (name) => logged.push(name),
      now,
      wait: async (milliseconds) => {
        clock += milliseconds;
      },
      newId: () => crypto.randomUUID(),
      links: new OwnLinks('http://bot.test', 'a secret for tests'),
    };
  };
  const understanding = createUnderstanding(tokorozawa);
  const seen = seenThrough(local.db);
  const catalogue = new CatalogueKeeper(seen, tokorozawa);
  const closings = new Map<Life | undefined, Closings>();
  // What a worker has in memory ends with its life.
  const closingsOf = (own: Life | undefined): Closings => {
    const hers = closings.get(own) ?? new Closings();
    closings.set(own, hers);
    return hers;
  };
  const app = createApp(() => ({ deps: depsOf(), isSigned: signatureCheck(SECRET) }));
  const execution = {
    waitUntil: (work: Promise<unknown>) => void keep(work),
    passThroughOnException: () => {},
    props: {},
  };

  const quiet = async () => {
    while (under.size > 0) await Promise.all(under);
  };
  const settled = async () => {
    await line.idle();
    await quiet();
  };
  return {
    db: local.db,
    line,
    now,
    logged,
    quiet,
    settled,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    setClock: (instant) => {
      clock = instant;
    },
    live: (next) => {
      life = next;
      if (next) revived = Promise.withResolvers<void>();
      else revived.resolve();
    },
    tick: () => keep(everyMinute(depsOf(), clock)),
    request: async (path, init) => app.fetch(new Request(`http://bot.test${path}`, init), {}, execution),
    close: async () => {
      await settled();
      await local.close();
    },
  };
};
