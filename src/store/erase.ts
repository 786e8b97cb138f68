import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { offerToNextOf } from './bookings/offers';
import type { Piece } from './bookings/seat-sql';
import type { Decided } from './effects';

/** How long her LINE id stays after everything else is erased, in ms: until the answer that says so is surely out. */
export const LAST_TRACE = 60 * 60_000;

const FORGOTTEN = `'{"type":"ignored","what":"forgotten"}'`;

/**
 * Erases in one step, with the turn that says so, all that is kept of a person: live bookings are cancelled and offered
 * to who waits, past ones lose her; only a bare row and this very turn remain until {@link forgetErased}. `guard` says
 * that the turn was decided.
 */
export const eraseStatements = (
  db: D1Database,
  { id, personId }: Decided,
  guard: Piece,
  now: number,
): D1PreparedStatement[] => {
  const guarded = (sql: string, ...values: (string | number)[]): D1PreparedStatement =>
    db.prepare(`${sql} AND ${guard.sql}`).bind(...values, ...guard.values);
  return [
    guarded(
      'DELETE FROM "Contact" WHERE "bookingId" IN (SELECT "id" FROM "Booking" WHERE "personId" = ?)',
      personId,
    ),
    guarded(
      `UPDATE "Booking" SET "cancelledFrom" = "state", "state" = 'cancelled', "cancelledAt" = ?, "changedAt" = ?,
         "until" = NULL, "liveKey" = NULL
       WHERE "personId" = ? AND "state" IN ('booked', 'held', 'offered', 'waiting')
         AND (SELECT "startsAt" FROM "Lesson" WHERE "id" = "lessonId") > ?`,
      now,
      now,
      personId,
      now,
    ),
    ...offerToNextOf(db, personId, now),
    guarded('UPDATE "Booking" SET "personId" = NULL, "liveKey" = NULL WHERE "personId" = ?', personId),
    ...['NoticeChoice', 'SupporterScope', 'Delivery', 'Volunteer', 'PlaceWish'].map((table) =>
      guarded(`DELETE FROM "${table}" WHERE "personId" = ?`, personId),
    ),
    guarded(`UPDATE "SupporterInvite" SET "usedBy" = 'forgotten' WHERE "usedBy" = ?`, personId),
    guarded(
      `UPDATE "Notice" SET "status" = 'cancelled', "note" = 'erased', "movedAt" = ?, "dueAt" = NULL
       WHERE "audience" ->> 'person' = ? AND "status" IN ('approved', 'scheduled', 'expanding')`,
      now,
      personId,
    ),
    guarded(`UPDATE "Notice" SET "authorId" = 'forgotten' WHERE "authorId" = ?`, personId),
    guarded(
      `UPDATE "CallBack" SET "personId" = NULL, "name" = NULL, "phone" = NULL, "doneAt" = coalesce("doneAt", ?),
         "result" = coalesce("result", 'erased') WHERE "personId" = ?`,
      now,
      personId,
    ),
    guarded(
      `UPDATE "PlaceReport" SET "personId" = NULL, "liveKey" = NULL, "saidIn" = '[]', "wantsAnswer" = 0
       WHERE "personId" = ?`,
      personId,
    ),
    guarded('UPDATE "Case" SET "personId" = NULL WHERE "personId" = ?', personId),
    // What she answered stays as one of the course's numbers, under another name than the notice that asked her bears.
    guarded(
      `UPDATE "Survey" SET "id" = lower(hex(randomblob(16))), "personId" = NULL, "answeredAt" = NULL WHERE "personId" = ?`,
      personId,
    ),
    guarded('UPDATE "Staff" SET "personId" = NULL WHERE "personId" = ?', personId),
    guarded(
      `UPDATE "Interaction" SET "personId" = NULL, "seq" = NULL, "messageId" = NULL, "state" = NULL, "answer" = NULL,
         "replyToken" = NULL, "dueAt" = NULL, "event" = ${FORGOTTEN}
       WHERE "personId" = ? AND "id" <> ? AND "seq" IS NOT NULL`,
      personId,
      id,
    ),
    guarded(`UPDATE "Interaction" SET "messageId" = NULL, "event" = ${FORGOTTEN} WHERE "id" = ?`, id),
    // Until the row goes she counts as one who left, so that no broadcast finds her.
    guarded(
      `UPDATE "Person" SET "areaLabel" = NULL, "areaLat" = NULL, "areaLng" = NULL, "areaIsCentre" = 0,
         "areaDistrict" = NULL, "isTester" = 0, "largeLetters" = 0, "followedAt" = NULL, "createdAt" = ?, "leftAt" = ?,
         "erasedAt" = ?
       WHERE "id" = ?`,
      now,
      now,
      now,
      personId,
    ),
  ];
};

/** Of those erased an hour ago, the ones of whom nothing is under way. */
const QUIET = `SELECT "id" FROM "Person" p WHERE p."erasedAt" <= ?1
  AND NOT EXISTS (SELECT 1 FROM "Interaction" WHERE "personId" = p."id" AND "dueAt" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "Chunk" WHERE "closedAt" IS NULL AND "firstPersonId" = p."id")
  AND NOT EXISTS (SELECT 1 FROM "Chunk" WHERE "closedAt" IS NULL AND "lastPersonId" = p."id")
  AND NOT EXISTS (SELECT 1 FROM "Notice" WHERE "status" = 'expanding' AND "expandedTo" = p."id")`;

/** A closed call's range may begin or end with her: it then begins or ends with her neighbour, or with nobody. */
const range = (end: 'first' | 'last'): string => {
  const [column, pick, side] =
    end === 'first'
      ? ['firstPersonId', 'min', '"personId" <= c."lastPersonId"']
      : ['lastPersonId', 'max', '"personId" >= c."firstPersonId"'];
  return `UPDATE "Chunk" AS c SET "${column}" = coalesce(
      (SELECT ${pick}("personId") FROM "Delivery" WHERE "noticeId" = c."noticeId" AND "isLarge" = c."isLarge" AND ${side}
         AND "personId" ${end === 'first' ? '>' : '<'} c."${column}"), 'forgotten:' || "retryKey")
    WHERE "${column}" IN (${QUIET})`;
};

/**
 * Removes the last trace of people who had everything erased: their LINE ids. Who has spoken to us since is somebody
 * new, and stays. Running it again, or twice at once, does no harm.
 */
export const forgetErased = async (db: D1Database, now: number): Promise<void> => {
  const before = now - LAST_TRACE;
  const bound = (sql: string): D1PreparedStatement => db.prepare(sql).bind(before);
  await db.batch([
    bound(
      `UPDATE "Person" SET "leftAt" = CASE WHEN "leftAt" > "erasedAt" THEN "leftAt" END, "erasedAt" = NULL
       WHERE "erasedAt" <= ?1 AND EXISTS (SELECT 1 FROM "Interaction"
         WHERE "personId" = "Person"."id" AND "receivedAt" > "Person"."erasedAt")`,
    ),
    bound(range('first')),
    bound(range('last')),
    bound(
      `UPDATE "Notice" SET "audience" = '{"type":"person","person":""}', "content" = '[]', "frozen" = NULL,
         "frozenLarge" = NULL
       WHERE "audience" ->> 'person' IN (${QUIET})`,
    ),
    bound(`UPDATE "Notice" SET "expandedTo" = 'forgotten' WHERE "expandedTo" IN (${QUIET})`),
    bound(
      `UPDATE "Interaction" SET "personId" = NULL, "seq" = NULL, "state" = NULL WHERE "personId" IN (${QUIET})`,
    ),
    bound(`DELETE FROM "Person" WHERE "id" IN (${QUIET})`),
  ]);
};
