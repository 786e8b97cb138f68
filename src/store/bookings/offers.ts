import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { z } from 'zod';
import { OFFER_ENDS_BEFORE, offerDeadline } from '../../core/course/offer';
import { FIRST_THAT_FITS, type Piece } from './seat-sql';

/** How many parties one freed booking can make room for: two seats may go to two people. */
const OFFERS_AT_ONCE = 2;

/** Rounds of offers in one sweep; what is left comes a minute later. */
const ROUNDS = 10;

const OFFER = `UPDATE "Booking" SET "state" = 'offered', "offers" = "offers" + 1, "changedAt" = ?,
  "until" = min(?, (SELECT "startsAt" FROM "Lesson" WHERE "id" = "lessonId") - ${OFFER_ENDS_BEFORE})`;

/**
 * Offers what is free in one lesson to the first in line who fit, with a deadline. Says what is so rather than what
 * happened, so running it again, or without any seat having become free, does no harm.
 */
export const offerStatements = (db: D1Database, lesson: Piece, now: number): D1PreparedStatement[] =>
  Array.from({ length: OFFERS_AT_ONCE }, () =>
    db
      .prepare(
        `${OFFER} WHERE "id" = (SELECT (${FIRST_THAT_FITS}) FROM "Lesson" l WHERE l."id" = ${lesson.sql})`,
      )
      .bind(now, offerDeadline(now), now, now, ...lesson.values),
  );

/** As {@link offerStatements}, in every lesson in which this person has cancelled at this very moment. */
export const offerToNextOf = (db: D1Database, personId: string, now: number): D1PreparedStatement[] =>
  Array.from({ length: OFFERS_AT_ONCE }, () =>
    db
      .prepare(
        `${OFFER} WHERE "id" IN (SELECT (${FIRST_THAT_FITS}) FROM "Lesson" l WHERE l."id" IN (
           SELECT "lessonId" FROM "Booking" WHERE "personId" = ? AND "cancelledAt" = ?))`,
      )
      .bind(now, offerDeadline(now), now, now, personId, now),
  );

/** Lets holds and offers whose time is over go, and past lessons' lines with them. */
const LAPSE = `UPDATE "Booking" SET "state" = 'lapsed', "liveKey" = NULL, "changedAt" = ?1
  WHERE ("state" IN ('held', 'offered') AND "until" <= ?1)
    OR ("state" = 'waiting' AND (SELECT "startsAt" FROM "Lesson" WHERE "id" = "lessonId") <= ?1) RETURNING "id"`;

const ids = (result: D1Result): readonly string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(result.results)
    .map(({ id }) => id);

/**
 * Each minute: lets go what was kept too long and offers it to the next in line. Two at once, or one that died in the
 * middle, leave nothing half done: each statement stands for itself. Returns the ids of bookings that lapsed and of
 * those that were offered a seat.
 */
export const moveLinesUp = async (
  db: D1Database,
  now: number,
): Promise<{ readonly lapsed: readonly string[]; readonly offered: readonly string[] }> => {
  const lapsed = ids(await db.prepare(LAPSE).bind(now).run());
  const offered: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const more = ids(
      await db
        .prepare(
          `${OFFER} WHERE "id" IN (SELECT (${FIRST_THAT_FITS}) FROM "Lesson" l
             WHERE l."isPast" = 0 AND l."id" IN (SELECT "lessonId" FROM "Booking" WHERE "state" = 'waiting'))
           RETURNING "id"`,
        )
        .bind(now, offerDeadline(now), now, now)
        .run(),
    );
    offered.push(...more);
    if (more.length === 0) break;
  }
  return { lapsed, offered };
};

/** Marks lessons that ended more than a day ago, so that turns no longer read them. */
export const putPastLessonsAway = async (db: D1Database, now: number): Promise<void> => {
  await db
    .prepare('UPDATE "Lesson" SET "isPast" = 1 WHERE "isPast" = 0 AND "endsAt" < ?1')
    .bind(now - 24 * 60 * 60_000)
    .run();
};
