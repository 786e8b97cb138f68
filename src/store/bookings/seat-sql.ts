import { OFFER_NEEDS } from '../../core/course/offer';

/** A piece of SQL with the values for its question marks, in order. */
export interface Piece {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Seats of the lesson `l` that nobody has and that are kept for nobody. One value: now. */
const FREE = `l."seats" - coalesce((SELECT sum(b."people") FROM "Booking" b WHERE b."lessonId" = l."id"
  AND (b."state" = 'booked' OR (b."state" IN ('held', 'offered') AND b."until" > ?))), 0)`;

/** Nobody waits whom the free seats of `s` would fit while an offer can still be made. One value: now. */
const NOT_PROMISED = `(s."startsAt" - ${OFFER_NEEDS} < ? OR NOT EXISTS (
  SELECT 1 FROM "Booking" w WHERE w."lessonId" = s."id" AND w."state" = 'waiting' AND w."people" <= s."free"))`;

/** A lesson, by an SQL expression for its id with its values. */
const lesson = (id: Piece, now: number, when: 'whileOpen' | 'beforeItBegins'): Piece => ({
  sql: `SELECT l."id", l."startsAt", ${FREE} AS "free" FROM "Lesson" l
    WHERE l."id" = ${id.sql} AND l."isCancelled" = 0 AND l."seats" IS NOT NULL AND l."startsAt" > ?
    ${when === 'whileOpen' ? 'AND l."opensAt" <= ? AND l."closesAt" > ?' : ''}`,
  values: [now, ...id.values, now, ...(when === 'whileOpen' ? [now, now] : [])],
});

/**
 * True if so many seats of a lesson can be had now; the same as `mayBook` and `hasRoom` of core. `whileOpen` also asks
 * that bookings are open: not before, not after.
 */
export const hasSeats = (
  id: Piece,
  people: number,
  now: number,
  when: 'whileOpen' | 'beforeItBegins' = 'whileOpen',
): Piece => {
  const { sql, values } = lesson(id, now, when);
  return {
    sql: `EXISTS (SELECT 1 FROM (${sql}) s WHERE s."free" >= ? AND ${NOT_PROMISED})`,
    values: [...values, people, now],
  };
};

/** True if so many people can join the line of a lesson now; the same as `mayWait` of core. */
export const hasLine = (id: Piece, people: number, now: number): Piece => {
  const { sql, values } = lesson(id, now, 'whileOpen');
  return {
    sql: `EXISTS (SELECT 1 FROM (${sql}) s WHERE s."startsAt" - ${OFFER_NEEDS} >= ?
      AND NOT (s."free" >= ? AND ${NOT_PROMISED}))`,
    values: [...values, now, people, now],
  };
};

/** The first in line of the lesson `l` whom its free seats fit, while an offer can still be made. Two values: now. */
export const FIRST_THAT_FITS = `SELECT w."id" FROM "Booking" w
  WHERE w."lessonId" = l."id" AND w."state" = 'waiting' AND w."people" <= ${FREE}
    AND l."isCancelled" = 0 AND l."seats" IS NOT NULL AND l."startsAt" - ${OFFER_NEEDS} >= ?
  ORDER BY w."queuedAt", w."id" LIMIT 1`;

/** One value as a piece. */
export const value = (one: string | number): Piece => ({ sql: '?', values: [one] });

/** Pieces that must all be true. */
export const all = (...pieces: readonly Piece[]): Piece => ({
  sql: pieces.map(({ sql }) => sql).join(' AND '),
  values: pieces.flatMap(({ values }) => values),
});
