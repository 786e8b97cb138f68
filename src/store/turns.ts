import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Incoming } from '../core/event';
import { conditionOf, effectStatements } from './effects';
import { lessonKeeperOf } from './lessons/keeper';
import { loadWork, SENDING, sendingIn, sendingRows, workIn, workStatements } from './person-work';
import { tripsOf } from './shared-trips';
import type { Closing, DecidedTurn, PersonWork, SendingTurn, TurnOutcome } from './turn';

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
 * Turns that wait to be closed are closed in the same trip; only for people who did more meanwhile a second is made.
 */
export const receive = async (
  db: D1Database,
  events: readonly Incoming[],
  closings: readonly Closing[],
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
  const closing = closings.length === 0 ? [] : [closeStatement(db, closings)];
  const results = await tripsOf(db).batch([
    ...closing,
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
  const work = workIn(results.slice(closing.length + 2), lessons);
  const others =
    closing.length === 0 ? [] : waitingIn(results[0]).filter((person) => !people.includes(person));
  return [...work, ...(await loadWork(db, others))];
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
    const [updated] = await tripsOf(db).batch([update, ...effectStatements(db, turn.effects, turn, now)]);
    if (updated?.meta.changes === 1) return true;
  } catch (error) {
    // Another worker gave this number to another event of hers in the same instant, or its booking was made twice.
    if (!isUniqueViolation(error)) throw error;
  }
  return isWritten(db, turn);
};

/** A decision that was sent twice finds itself written the second time. */
const isWritten = async (db: D1Database, { id, retryKey }: DecidedTurn): Promise<boolean> => {
  const written = db.prepare('SELECT 1 FROM "Interaction" WHERE "id" = ?1 AND "retryKey" = ?2');
  return (await written.bind(id, retryKey).first()) !== null;
};

/**
 * Closes turns, in one trip, and returns the people who have done more meanwhile; only for them a second trip is made.
 * Closing again what is closed changes nothing.
 */
export const closeTurns = async (
  db: D1Database,
  closings: readonly Closing[],
): Promise<readonly PersonWork[]> => {
  return loadWork(db, waitingIn(await closeStatement(db, closings).all()));
};

/** Closes the turns and tells of whom there are further events that nobody has decided. */
const closeStatement = (db: D1Database, closings: readonly Closing[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Interaction" SET "dueAt" = NULL, "answer" = NULL, "replyToken" = NULL, "outcome" = value ->> 'outcome'
       FROM json_each(?1) WHERE "Interaction"."id" = value ->> 'id' AND "retryKey" = value ->> 'retryKey'
       RETURNING "personId", EXISTS (SELECT 1 FROM "Interaction" AS "next"
         WHERE "next"."personId" = "Interaction"."personId"
           AND "next"."seq" IS NULL AND "next"."dueAt" IS NOT NULL) AS "isWaiting"`,
    )
    .bind(JSON.stringify(closings));

const closedRows = z.array(z.object({ personId: z.string().nullable(), isWaiting: z.number() }));

/** Who waits for more; someone erased meanwhile has no name any more. */
const waitingIn = (closed: D1Result | undefined): readonly string[] => {
  const rows = closedRows.parse(closed?.results ?? []);
  return [...new Set(rows.flatMap(({ personId, isWaiting }) => (isWaiting === 1 ? (personId ?? []) : [])))];
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

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint failed/i.test(error.message);
