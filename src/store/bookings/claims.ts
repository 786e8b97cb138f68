import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { BookingEffect, NewBooking } from '../../core/course/booking-effect';
import type { BookingState } from '../../core/course/course';
import { HOLD, UNDO } from '../../core/course/offer';
import { offerStatements } from './offers';
import { all, hasLine, hasSeats, type Piece, value } from './seat-sql';

/** Whose turn it is that claims. */
export interface Claimant {
  readonly personId: string;
  readonly now: number;
}

/**
 * What a booking effect asks of the database. The turn is written only if `condition` holds, and in the same batch
 * `write` does what it allows; so she is never told of a seat she does not have, and never has one she is not told of.
 */
export interface Claim {
  readonly condition: Piece;
  /** One statement without its guard: the guard is put at the end, after an AND. */
  readonly write: Piece;
  /** Whose holds and offers that ran out, but were not yet swept, must not stand in the way of a new booking. */
  readonly clearsFor?: string;
  /** The lesson in which seats may have become free, to be offered to those who wait. */
  readonly frees?: Piece;
}

/** A booking of hers in a certain state. */
const hers = (booking: string, states: readonly BookingState[], personId: string): Piece => ({
  sql: `EXISTS (SELECT 1 FROM "Booking" b WHERE b."id" = ? AND b."personId" = ?
    AND b."state" IN (${states.map(() => '?').join(', ')}))`,
  values: [booking, personId, ...states],
});

const lessonOf = (booking: string): Piece => ({
  sql: '(SELECT o."lessonId" FROM "Booking" o WHERE o."id" = ?)',
  values: [booking],
});

const liveKey = (personId: string, lesson: string, isProxy: boolean): string =>
  `${personId}:${lesson}:${isProxy ? 'proxy' : 'self'}`;

const insert = (
  made: NewBooking,
  { personId, now }: Claimant,
  state: 'booked' | 'held' | 'waiting',
  condition: Piece,
): Piece => ({
  sql: `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "until", "liveKey", "isProxy",
      "madeBy", "madeAt", "changedAt", "queuedAt")
    SELECT ?, ?, ?, ?, ?, ?, ${state === 'held' ? '?' : 'NULL'}, ?, ?, ?, ?, ?, ${state === 'waiting' ? '?' : 'NULL'}
    WHERE ${condition.sql} AND`,
  values: [
    made.booking,
    made.lesson,
    personId,
    made.number,
    made.people,
    state,
    ...(state === 'held' ? [now + HOLD] : []),
    liveKey(personId, made.lesson, made.isProxy),
    made.isProxy ? 1 : 0,
    made.madeBy,
    now,
    now,
    ...(state === 'waiting' ? [now] : []),
    ...condition.values,
  ],
});

const update = (
  booking: string,
  set: string,
  values: readonly (string | number)[],
  condition: Piece,
  now: number,
): Piece => ({
  sql: `UPDATE "Booking" SET ${set}, "changedAt" = ? WHERE "id" = ? AND ${condition.sql} AND`,
  values: [...values, now, booking, ...condition.values],
});

const LIVE_KEY = `"personId" || ':' || "lessonId" || ':' || CASE "isProxy" WHEN 1 THEN 'proxy' ELSE 'self' END`;

/** What a booking effect asks of the database and does to it. */
export const claimOf = (effect: BookingEffect, claimant: Claimant): Claim => {
  const { personId, now } = claimant;
  switch (effect.type) {
    case 'bookSeats':
    case 'holdSeats': {
      const condition = hasSeats(value(effect.lesson), effect.people, now);
      const state = effect.type === 'bookSeats' ? 'booked' : 'held';
      return { condition, write: insert(effect, claimant, state, condition), clearsFor: personId };
    }
    case 'joinWaiting': {
      const condition = hasLine(value(effect.lesson), effect.people, now);
      return { condition, write: insert(effect, claimant, 'waiting', condition), clearsFor: personId };
    }
    case 'cancelBooking': {
      const condition = hers(effect.booking, [effect.from], personId);
      return {
        condition,
        write: update(
          effect.booking,
          `"cancelledFrom" = "state", "state" = 'cancelled', "cancelledAt" = ?, "until" = NULL, "liveKey" = NULL`,
          [now],
          condition,
          now,
        ),
        frees: lessonOf(effect.booking),
      };
    }
    case 'restoreBooking':
      return restore(effect, claimant);
    case 'moveBooking': {
      const condition = all(
        {
          sql: `EXISTS (SELECT 1 FROM "Booking" b WHERE b."id" = ? AND b."personId" = ? AND b."state" = 'booked'
            AND b."lessonId" = ? AND b."people" = ?)`,
          values: [effect.booking, personId, effect.from, effect.people],
        },
        hasSeats(value(effect.to), effect.people, now),
      );
      // SQLite computes all of a SET from the row as it was, so the key is made from the new lesson's id.
      const key = LIVE_KEY.replace('"lessonId"', '?');
      return {
        condition,
        write: update(
          effect.booking,
          `"lessonId" = ?, "number" = ?, "liveKey" = ${key}`,
          [effect.to, effect.number, effect.to],
          condition,
          now,
        ),
        clearsFor: personId,
        frees: value(effect.from),
      };
    }
    case 'changePeople': {
      const known: Piece = {
        sql: `EXISTS (SELECT 1 FROM "Booking" b WHERE b."id" = ? AND b."personId" = ? AND b."state" = 'booked'
          AND b."lessonId" = ? AND b."people" = ?)`,
        values: [effect.booking, personId, effect.lesson, effect.from],
      };
      const more = effect.to - effect.from;
      const condition = more > 0 ? all(known, hasSeats(value(effect.lesson), more, now)) : known;
      return {
        condition,
        write: update(effect.booking, '"people" = ?', [effect.to], condition, now),
        frees: value(effect.lesson),
      };
    }
    case 'acceptOffer': {
      const condition: Piece = {
        sql: `EXISTS (SELECT 1 FROM "Booking" b WHERE b."id" = ? AND b."personId" = ? AND b."state" = 'offered'
          AND b."until" > ?)`,
        values: [effect.booking, personId, now],
      };
      const isHeld = effect.to === 'held';
      return {
        condition,
        write: update(
          effect.booking,
          // What was promised until tomorrow is not cut short by the minutes of the form.
          `"state" = ?, "until" = ${isHeld ? 'max("until", ?)' : 'NULL'}`,
          [effect.to, ...(isHeld ? [now + HOLD] : [])],
          condition,
          now,
        ),
      };
    }
  }
};

const restore = (
  effect: Extract<BookingEffect, { type: 'restoreBooking' }>,
  { personId, now }: Claimant,
): Claim => {
  const { booking, people, to } = effect;
  const cancelled: Piece = {
    sql: `EXISTS (SELECT 1 FROM "Booking" b WHERE b."id" = ? AND b."personId" = ? AND b."people" = ?
      AND b."state" = 'cancelled' AND b."cancelledAt" > ? AND b."cancelledFrom" ${to === 'waiting' ? '=' : '<>'} 'waiting')`,
    values: [booking, personId, people, now - UNDO],
  };
  const condition =
    to === 'waiting' ? cancelled : all(cancelled, hasSeats(lessonOf(booking), people, now, 'beforeItBegins'));
  return {
    condition,
    clearsFor: personId,
    write: update(
      booking,
      `"state" = ?, "cancelledAt" = NULL, "cancelledFrom" = NULL, "liveKey" = ${LIVE_KEY}`,
      [to],
      condition,
      now,
    ),
  };
};

const CLEAR = `UPDATE "Booking" SET "state" = 'lapsed', "liveKey" = NULL, "changedAt" = ?1
  WHERE "personId" = ?2 AND "state" IN ('held', 'offered') AND "until" <= ?1`;

/** The statements of a claim; `guard` says that this very turn was decided. */
export const claimStatements = (
  db: D1Database,
  claim: Claim,
  guard: Piece,
  now: number,
): D1PreparedStatement[] => [
  ...(claim.clearsFor === undefined ? [] : [db.prepare(CLEAR).bind(now, claim.clearsFor)]),
  db.prepare(`${claim.write.sql} ${guard.sql}`).bind(...claim.write.values, ...guard.values),
  ...(claim.frees === undefined ? [] : offerStatements(db, claim.frees, now)),
];
