import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Incoming } from '../core/event';
import type { Person } from '../core/person';
import { MY_BOOKINGS, myBookingsIn } from './bookings/my-bookings';
import { conditionOf, effectStatements } from './effects';
import { HER_MATTERS, herMattersIn } from './her-matters';
import { type LessonReading, lessonKeeperOf } from './lessons/keeper';
import { HER_NOTICES, herNoticesIn } from './notices/her-notices';
import type { DecidedTurn, LastTurn, PersonWork, SendingTurn, TurnOutcome } from './turn';

/** How long the worker that received an event has it to itself before the sweep takes it up, in ms. */
export const GRACE = 15_000;

/** She took the message back, and LINE told us so before it told us of the message. */
const TAKEN_BACK = `value ->> 'messageId' IS NOT NULL AND json_extract(value ->> 'event', '$.type') <> 'unsent' AND EXISTS (
  SELECT 1 FROM "Interaction" "taken" WHERE "taken"."personId" = value ->> 'personId'
    AND "taken"."messageId" = value ->> 'messageId' AND "taken"."id" <> value ->> 'id'
    AND ("taken"."event" LIKE '{"type":"unsent"%' OR "taken"."event" = '{"type":"ignored","what":"unsent"}'))`;

/**
 * Stores events, each once, and returns what there is to do for the people they are of: one trip to the database.
 * An event that arrives again changes nothing, except that a newer reply token serves a turn not yet decided.
 */
export const receive = async (
  db: D1Database,
  events: readonly Incoming[],
  now: number,
): Promise<readonly PersonWork[]> => {
  const people = [...new Set(events.flatMap(({ personId }) => personId ?? []))];
  const rows = events.map((event) => ({
    id: event.id,
    personId: event.personId ?? null,
    messageId: event.messageId ?? null,
    event: JSON.stringify(event.event),
    occurredAt: event.occurredAt,
    replyToken: event.replyToken ?? null,
    dueAt: event.personId === undefined ? null : now + GRACE,
    outcome: event.personId === undefined ? 'recorded' : null,
  }));
  const lessons = lessonKeeperOf(db).reading(false);
  const results = await db.batch([
    db
      .prepare(
        `INSERT INTO "Interaction"
           ("id", "personId", "messageId", "event", "occurredAt", "receivedAt", "replyToken", "dueAt", "outcome")
         SELECT value ->> 'id', value ->> 'personId', value ->> 'messageId', CASE WHEN ${TAKEN_BACK}
                  THEN '{"type":"ignored","what":"unsent"}' ELSE value ->> 'event' END, value ->> 'occurredAt',
                ?2, value ->> 'replyToken', value ->> 'dueAt', value ->> 'outcome'
         FROM json_each(?1) WHERE true
         ON CONFLICT ("id") DO UPDATE SET "replyToken" = excluded."replyToken", "receivedAt" = excluded."receivedAt"
         WHERE "seq" IS NULL AND "dueAt" IS NOT NULL AND excluded."replyToken" IS NOT NULL`,
      )
      .bind(JSON.stringify(rows), now),
    db
      .prepare('INSERT OR IGNORE INTO "Person" ("id", "createdAt") SELECT value, ?2 FROM json_each(?1)')
      .bind(JSON.stringify(people), now),
    ...workStatements(db, people, lessons),
  ]);
  return workIn(results.slice(2), lessons);
};

/** What there is to do for one person. */
export const loadWork = async (db: D1Database, personId: string): Promise<PersonWork | undefined> => {
  // Whoever loads again after a lost race must not go on with what made her lose it.
  const lessons = lessonKeeperOf(db).reading(true);
  return workIn(await db.batch(workStatements(db, [personId], lessons)), lessons)[0];
};

/**
 * Writes a decided turn and its effects in one step. False says that somebody else decided first, is still sending her
 * previous answer, or has taken the seat this turn would have told her of: load again.
 */
export const decide = async (db: D1Database, turn: DecidedTurn, now: number): Promise<boolean> => {
  const claim = conditionOf(turn.effects, turn.personId, now);
  const update = db
    .prepare(
      `UPDATE "Interaction" SET "seq" = ?2, "state" = ?3, "answer" = ?4, "retryKey" = ?5, "via" = ?6, "dueAt" = ?7,
         "outcome" = ?8, "tries" = 0
       WHERE "id" = ?1 AND "seq" IS NULL AND "dueAt" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "Interaction" AS "previous"
         WHERE "previous"."personId" = ?9 AND "previous"."seq" = ?2 - 1
           AND "previous"."dueAt" > ?10 AND "previous"."via" = 'reply')
         ${claim === undefined ? '' : `AND ${claim.sql}`}`,
    )
    .bind(
      turn.id,
      turn.seq,
      turn.state,
      turn.answer,
      turn.retryKey,
      turn.via,
      turn.leaseUntil,
      turn.leaseUntil === null ? ('silent' satisfies TurnOutcome) : null,
      turn.personId,
      now,
      ...(claim?.values ?? []),
    );
  try {
    const [updated] = await db.batch([update, ...effectStatements(db, turn.effects, turn, now)]);
    return updated?.meta.changes === 1;
  } catch (error) {
    // Another worker gave this number to another event of hers in the same instant, or its booking was made twice.
    if (isUniqueViolation(error)) return false;
    throw error;
  }
};

/** Closes a turn, in one trip; only if she has done more meanwhile, a second trip loads what is to be decided next. */
export const finish = async (
  db: D1Database,
  turn: { readonly id: string; readonly personId: string; readonly retryKey: string },
  outcome: TurnOutcome,
): Promise<PersonWork | undefined> => {
  const [, waiting] = await db.batch([
    db
      .prepare(
        `UPDATE "Interaction" SET "dueAt" = NULL, "answer" = NULL, "replyToken" = NULL, "outcome" = ?3
         WHERE "id" = ?1 AND "retryKey" = ?2`,
      )
      .bind(turn.id, turn.retryKey, outcome),
    db
      .prepare(
        `SELECT 1 FROM "Interaction" WHERE "personId" = ?1 AND "seq" IS NULL AND "dueAt" IS NOT NULL LIMIT 1`,
      )
      .bind(turn.personId),
  ]);
  return (waiting?.results.length ?? 0) > 0 ? loadWork(db, turn.personId) : undefined;
};

/** Notes how a sending goes on: when it is tried again and by which way. Written before that way is first taken. */
export const goOn = async (
  db: D1Database,
  turn: { readonly id: string; readonly retryKey: string },
  how: { readonly via: 'reply' | 'push'; readonly dueAt: number },
): Promise<void> => {
  await db
    .prepare(
      'UPDATE "Interaction" SET "via" = ?3, "dueAt" = ?4, "tries" = "tries" + 1 WHERE "id" = ?1 AND "retryKey" = ?2',
    )
    .bind(turn.id, turn.retryKey, how.via, how.dueAt)
    .run();
};

/** Takes over a sending whose lease ran out. False says that another sweep was first. */
export const takeOver = async (
  db: D1Database,
  turn: { readonly id: string; readonly dueAt: number },
  leaseUntil: number,
): Promise<boolean> => {
  const done = await db
    .prepare('UPDATE "Interaction" SET "dueAt" = ?3 WHERE "id" = ?1 AND "dueAt" = ?2')
    .bind(turn.id, turn.dueAt, leaseUntil)
    .run();
  return done.meta.changes === 1;
};

/** What is overdue. It asks what is due, never how old it is, so that no outage is too long for it. */
export interface Overdue {
  /** People with events nobody decided. */
  readonly people: readonly string[];
  /** Answers whose sending nobody finished. */
  readonly sendings: readonly SendingTurn[];
}

/** The longest overdue, at most `limit` of them. */
export const overdue = async (db: D1Database, now: number, limit: number): Promise<Overdue> => {
  const { results } = await db
    .prepare(
      `SELECT ${SENDING} FROM "Interaction" WHERE "dueAt" <= ?1 AND "personId" IS NOT NULL ORDER BY "dueAt" LIMIT ?2`,
    )
    .bind(now, limit)
    .all();
  const rows = sendingRows.parse(results);
  return {
    people: [...new Set(rows.filter(({ seq }) => seq === null).map(({ personId }) => personId))],
    sendings: rows.flatMap((row) => sendingIn(row) ?? []),
  };
};

const SENDING = `"id", "personId", "receivedAt", "replyToken", "seq", "answer", "retryKey", "via", "dueAt", "tries"`;

const workStatements = (
  db: D1Database,
  people: readonly string[],
  lessons: LessonReading,
): D1PreparedStatement[] => {
  const ids = JSON.stringify(people);
  return [
    db
      .prepare(
        `SELECT p."id" AS "person", p."leftAt", p."areaLabel", p."areaLat", p."areaLng", p."areaIsCentre",
           p."areaDistrict", p."largeLetters",
           i."state", i."id", i."personId", i."receivedAt", i."replyToken", i."seq", i."answer", i."retryKey", i."via",
           i."dueAt", i."tries", (SELECT "revision" FROM "CatalogueRevision") AS "catalogueRevision",
           (${MY_BOOKINGS}) AS "bookings", (${HER_NOTICES}) AS "notices",
           (${HER_MATTERS}) AS "matters"
         FROM "Person" p LEFT JOIN "Interaction" i
           ON i."personId" = p."id" AND i."seq" = (SELECT max("seq") FROM "Interaction" WHERE "personId" = p."id")
         WHERE p."id" IN (SELECT value FROM json_each(?1))`,
      )
      .bind(ids),
    db
      .prepare(
        `SELECT "id", "personId", "event", "occurredAt", "receivedAt", "replyToken" FROM "Interaction"
         WHERE "personId" IN (SELECT value FROM json_each(?1)) AND "seq" IS NULL AND "dueAt" IS NOT NULL
         ORDER BY "occurredAt", "id"`,
      )
      .bind(ids),
    lessons.statement,
  ];
};

const sendingRow = z.object({
  id: z.string(),
  personId: z.string(),
  receivedAt: z.number(),
  replyToken: z.string().nullable(),
  seq: z.number().nullable(),
  answer: z.string().nullable(),
  retryKey: z.string().nullable(),
  via: z.enum(['reply', 'push']).nullable(),
  dueAt: z.number().nullable(),
  tries: z.number(),
});

const sendingRows = z.array(sendingRow);

const personRow = z.object({
  person: z.string(),
  leftAt: z.number().nullable(),
  areaLabel: z.string().nullable(),
  areaLat: z.number().nullable(),
  areaLng: z.number().nullable(),
  areaIsCentre: z.number(),
  areaDistrict: z.string().nullable(),
  largeLetters: z.number(),
  catalogueRevision: z.number().nullable(),
  bookings: z.string(),
  notices: z.string(),
  matters: z.string(),
  state: z.string().nullable(),
  seq: z.number().nullable(),
});

const waitingRows = z.array(
  z.object({
    id: z.string(),
    personId: z.string(),
    event: z.string(),
    occurredAt: z.number(),
    receivedAt: z.number(),
    replyToken: z.string().nullable(),
  }),
);

const workIn = (
  [people, waiting, lessons]: readonly D1Result[],
  reading: LessonReading,
): readonly PersonWork[] => {
  const list = reading.take(lessons);
  const open = waitingRows.parse(waiting?.results ?? []);
  return (people?.results ?? []).map((raw) => {
    const row = personRow.parse(raw);
    const last = row.seq === null ? null : lastIn(row.seq, row.state, sendingRow.parse(raw));
    return {
      person: personIn(row),
      catalogueRevision: row.catalogueRevision ?? 0,
      lessons: list,
      bookings: myBookingsIn(row.bookings),
      notices: herNoticesIn(row.notices),
      matters: herMattersIn(row.matters),
      waiting: open.filter(({ personId }) => personId === row.person),
      last,
    };
  });
};

const lastIn = (seq: number, state: string | null, row: z.infer<typeof sendingRow>): LastTurn => ({
  seq,
  state,
  sending: sendingIn(row) ?? null,
});

/** A row that is still being sent; undefined for one that is waiting or closed. */
const sendingIn = (row: z.infer<typeof sendingRow>): SendingTurn | undefined => {
  const { answer, retryKey, via, dueAt } = row;
  if (answer === null || retryKey === null || via === null || dueAt === null) return undefined;
  return {
    id: row.id,
    personId: row.personId,
    receivedAt: row.receivedAt,
    replyToken: row.replyToken,
    answer,
    retryKey,
    via,
    dueAt,
    tries: row.tries,
  };
};

const personIn = (row: z.infer<typeof personRow>): Person => ({
  id: row.person,
  ...(row.leftAt === null ? {} : { leftAt: row.leftAt }),
  ...(row.areaLabel === null || row.areaLat === null || row.areaLng === null
    ? {}
    : {
        area: {
          label: row.areaLabel,
          at: { lat: row.areaLat, lng: row.areaLng },
          isCentre: row.areaIsCentre === 1,
          ...(row.areaDistrict === null ? {} : { district: row.areaDistrict }),
        },
      }),
  ...(row.largeLetters === 1 ? { hasLargeLetters: true } : {}),
});

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint failed/i.test(error.message);
