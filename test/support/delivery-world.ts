import { randomUUID } from 'node:crypto';
import { tokorozawa } from '../../src/city/tokorozawa';
import { migrate, openDatabase } from '../../src/cli/local/database';
import { tokyoInstant } from '../../src/core/calendar';
import { panel } from '../../src/core/message';
import { type AudienceRule, audienceText, type NoticeKind } from '../../src/core/notice';
import { createUnderstanding } from '../../src/core/understanding';
import { registry } from '../../src/dialogues/registry';
import { createEmulator, type Emulator } from '../../src/emulator/emulator';
import { LineClient } from '../../src/line/client';
import { decode } from '../../src/line/decode';
import { answerPeople } from '../../src/service/answer-people';
import { Closings } from '../../src/service/closings';
import { deliver } from '../../src/service/deliver/deliver';
import type { Deps } from '../../src/service/deps';
import { OwnLinks } from '../../src/service/own-links';
import { takeIn } from '../../src/service/take-in';
import { CatalogueKeeper } from '../../src/store/catalogue';
import { countAudience } from '../../src/store/notices/audience';
import { approveNotice, createNotice, moveNotice } from '../../src/store/notices/moves';
import { loadNotice, type NoticeWords, subjectOf } from '../../src/store/notices/notice';
import { type Life, mortalDatabase } from './mortal';

/** 10 December 2026, ten in the morning: nothing is quiet. */
export const THURSDAY_TEN = tokyoInstant('2026-12-10', '10:00');

/** How long a call waits for LINE here, in ms of the real clock. */
const TIMEOUT = 150;

/** A database, a LINE platform and a clock that only moves when somebody waits. */
export interface DeliveryWorld {
  readonly db: Deps['db'];
  readonly emulator: Emulator;
  readonly deps: Deps;
  /** What was logged, by name. */
  readonly logged: string[];
  readonly now: () => number;
  readonly setClock: (date: string, time: string) => void;
  readonly pass: (milliseconds: number) => void;
  /** The same worker with a life that can end. */
  readonly mortal: (life: Life) => Deps;
  /** One run of the delivery, as the clock asks for it each minute. */
  readonly run: () => Promise<void>;
  /** Runs minute after minute. */
  readonly minutes: (count: number) => Promise<void>;
  /** Adds friends, in the database and at LINE; returns their ids. */
  readonly friends: (count: number) => Promise<readonly string[]>;
  /** How many copies of anything each person got, by the emulator's own record. */
  readonly copies: (person: string) => number;
  /** A course with one lesson of today, or of another day. */
  readonly lesson: (lesson: {
    readonly course: string;
    readonly id: string;
    readonly date?: string;
    readonly from?: string;
  }) => Promise<void>;
  /** Somebody has a booking of a lesson. */
  readonly book: (lesson: string, person: string, state?: 'booked' | 'waiting') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a world of its own for one test file. */
export const openDeliveryWorld = async (): Promise<DeliveryWorld> => {
  const local = await openDatabase(null);
  await migrate(local.db);
  let now = THURSDAY_TEN;
  let booked = 0;
  const logged: string[] = [];
  const emulator = createEmulator({
    secret: 'delivery-secret',
    token: 'delivery-token',
    now: () => now,
    deliver: async (request) => webhook(request),
    seed: 7,
    settings: { isLinting: false, webhookTimeout: 60_000 },
    traffic: { entries: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY },
  });
  async function webhook(request: Request): Promise<Response> {
    const work = await takeIn(deps, decode(await request.text()));
    await answerPeople(deps, work);
    return new Response('OK');
  }
  const depsWith = (db: Deps['db'], fetcher: typeof fetch): Deps => ({
    db,
    line: new LineClient(
      { baseUrl: 'https://api.line.me', accessToken: 'delivery-token', timeout: TIMEOUT },
      fetcher,
    ),
    city: tokorozawa,
    registry,
    understanding: createUnderstanding(tokorozawa),
    closings: new Closings(),
    catalogue: new CatalogueKeeper(db, tokorozawa, async () => {}),
    links: new OwnLinks('http://bot.test', 'a secret for tests'),
    log: (name) => logged.push(name),
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
    newId: randomUUID,
  });
  const deps: Deps = depsWith(local.db, emulator.fetch);
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  const run = async () => {
    await deliver(deps);
  };
  return {
    db: local.db,
    emulator,
    deps,
    logged,
    now: () => now,
    setClock: (date, time) => {
      now = tokyoInstant(date, time);
    },
    pass,
    mortal: (life) =>
      depsWith(mortalDatabase(local.db, life), (input, init) =>
        life.contact(() => emulator.fetch(input, init)),
      ),
    run,
    minutes: async (count) => {
      for (let minute = 0; minute < count; minute += 1) {
        await run();
        pass(60_000);
      }
    },
    friends: async (count) => {
      const ids = emulator.crowd(count);
      await local.db
        .prepare(
          'INSERT INTO "Person" ("id", "createdAt", "followedAt") SELECT value, ?2, ?2 FROM json_each(?1)',
        )
        .bind(JSON.stringify(ids), now - 1)
        .run();
      return ids;
    },
    copies: (person) =>
      (emulator.world.chats.all.get(person)?.entries ?? []).filter(({ from }) => from === 'bot').length,
    lesson: async ({ course, id, date = '2026-12-10', from = '14:00' }) => {
      const startsAt = tokyoInstant(date, from);
      await local.db.batch([
        local.db
          .prepare(
            `INSERT OR IGNORE INTO "Course" ("id", "kind", "name", "sourceSet", "sourceKey") VALUES (?1, ?2, ?2, 'test', ?1)`,
          )
          .bind(course, 'スマホ教室'),
        local.db
          .prepare(
            `INSERT INTO "Lesson" ("id", "courseId", "date", "fromTime", "toTime", "startsAt", "endsAt", "venue", "room",
               "seats", "opensAt", "closesAt", "sourceSet", "sourceKey")
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '並木公民館', '2階', 40, 0, ?6, 'test', ?1)`,
          )
          .bind(id, course, date, from, '15:30', startsAt, startsAt + 90 * 60_000),
      ]);
    },
    book: async (lesson, person, state = 'booked') => {
      booked += 1;
      await local.db
        .prepare(
          `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt",
             "changedAt", "queuedAt", "liveKey")
           VALUES (?1, ?2, ?3, ?4, 1, ?5, 'chat', ?6, ?6, ?7, ?1)`,
        )
        .bind(
          `booking-${booked}`,
          lesson,
          person,
          String(2_000 + booked),
          state,
          now - 86_400_000,
          state === 'waiting' ? now : null,
        )
        .run();
    },
    close: local.close,
  };
};

/** A notice that staff wrote, in a few words. */
export const wordsFor = (rule: AudienceRule, more: Partial<NoticeWords> = {}): NoticeWords => ({
  title: '健康まつり',
  content: JSON.stringify([panel(['あしたは健康まつりです。'], [], '健康まつり')]),
  rule,
  audienceWords: audienceText(rule),
  isDrill: false,
  isCancellation: false,
  ...more,
});

/** LINE's messages of such a notice. */
export const FROZEN = JSON.stringify([{ type: 'text', text: 'あしたは健康まつりです。' }]);

/** Writes a notice, hands it in and has another person approve it; returns how many people were counted. */
export const approved = async (
  world: DeliveryWorld,
  id: string,
  words: NoticeWords,
  kind: NoticeKind = 'broadcast',
): Promise<number> => {
  const { db } = world;
  await createNotice(db, { id, kind, author: { kind: 'staff', id: 'staff-a' }, words }, world.now());
  await moveNotice(db, { id, revision: 1 }, 'pending-approval', world.now());
  const notice = await loadNotice(db, id);
  if (!notice) throw new Error(`There is no notice ${id}.`);
  const { count } = await countAudience(db, subjectOf(notice, world.now()));
  const moved = await approveNotice(
    db,
    notice,
    { id, revision: 1, approver: 'staff-b', count, frozen: FROZEN, holdUntil: world.now() },
    world.now(),
  );
  if (!moved.moved) throw new Error(`The approval was refused: ${moved.because}.`);
  return count;
};

/** The ids of people who got another number of copies than they should. */
export const notExactly = (world: DeliveryWorld, people: readonly string[], copies: number) =>
  people.filter((person) => world.copies(person) !== copies);
