import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../../core/audit';
import { bookingNumber } from '../../core/course/booking-number';
import { auditIfChanged, auditStatement } from '../audit';
import { trainingStatements } from '../volunteers/training';
import { offerStatements } from './offers';
import { hasSeats, value } from './seat-sql';

/** A line of a roster: no name and no phone, which stand elsewhere and are opened one by one. */
export interface RosterLine {
  readonly id: string;
  readonly number: string;
  readonly people: number;
  readonly state: 'booked' | 'held' | 'offered' | 'waiting';
  readonly madeBy: string;
  readonly isProxy: boolean;
  readonly hasContact: boolean;
  /** Whether it was made by somebody in LINE, whose nickname can be asked for. */
  readonly isOfLine: boolean;
  /** How many came, once somebody noted it. */
  readonly came?: number;
}

const row = z
  .object({
    id: z.string(),
    number: z.string(),
    people: z.number(),
    state: z.enum(['booked', 'held', 'offered', 'waiting']),
    madeBy: z.string(),
    isProxy: z.number(),
    hasContact: z.number(),
    isOfLine: z.number(),
    came: z.number().nullable(),
  })
  .transform(
    ({ isProxy, hasContact, isOfLine, came, ...rest }): RosterLine => ({
      ...rest,
      isProxy: isProxy === 1,
      hasContact: hasContact === 1,
      isOfLine: isOfLine === 1,
      ...(came === null ? {} : { came }),
    }),
  );

/** The live bookings of a lesson: those with a seat first, then the line in its order. */
export const rosterOf = async (db: D1Database, lesson: string): Promise<readonly RosterLine[]> => {
  const { results } = await db
    .prepare(
      `SELECT b."id", b."number", b."people", b."state", b."madeBy", b."isProxy", a."people" AS "came",
         EXISTS (SELECT 1 FROM "Contact" WHERE "bookingId" = b."id") AS "hasContact", b."personId" IS NOT NULL AS "isOfLine"
       FROM "Booking" b LEFT JOIN "Attendance" a ON a."bookingId" = b."id"
       WHERE b."lessonId" = ? AND b."state" IN ('booked', 'held', 'offered', 'waiting')
       ORDER BY b."state" = 'waiting', coalesce(b."queuedAt", 0), b."number"`,
    )
    .bind(lesson)
    .all();
  return results.map((one) => row.parse(one));
};

/** Who stands behind a booking, as far as we know: her id at LINE, the name and phone she gave. */
export interface Behind {
  readonly person?: string;
  readonly contact?: { readonly name: string; readonly phone: string };
}

const behindRow = z.object({
  person: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});

/** Who stands behind a booking of this lesson; the look itself is written down in the same batch. */
export const openContact = async (
  db: D1Database,
  lesson: string,
  booking: string,
  entry: AuditEntry,
): Promise<Behind> => {
  const [found] = await db.batch([
    db
      .prepare(
        `SELECT b."personId" AS "person", c."name", c."phone" FROM "Booking" b LEFT JOIN "Contact" c ON c."bookingId" = b."id"
         WHERE b."id" = ? AND b."lessonId" = ?`,
      )
      .bind(booking, lesson),
    auditStatement(db, entry),
  ]);
  const read = behindRow.safeParse(found?.results[0]).data;
  return {
    ...(read?.person == null ? {} : { person: read.person }),
    ...(read?.name == null || read.phone === null ? {} : { contact: { name: read.name, phone: read.phone } }),
  };
};

// Triggers count what they change as well, so that more than one row may be reported for one booking or lesson.

/** A booking that staff enter for somebody on the phone. */
export interface PhoneBooking {
  readonly id: string;
  readonly lesson: string;
  readonly people: number;
  /** Kept until then, in ms, and erased afterwards. */
  readonly contact?: { readonly name: string; readonly phone: string; readonly keepUntil: number };
}

/**
 * Books seats for somebody on the phone, by the very condition by which the chat books. Returns her number, or nothing
 * where the seats are not to be had; the same id twice makes one booking.
 */
export const bookByPhone = async (
  db: D1Database,
  booking: PhoneBooking,
  entry: AuditEntry,
): Promise<string | undefined> => {
  const { id, lesson, people, contact } = booking;
  const now = entry.at;
  const given = await db.prepare('SELECT "number" FROM "Booking" WHERE "lessonId" = ?').bind(lesson).all();
  const numbers = z.array(z.object({ number: z.string() })).parse(given.results);
  const number = bookingNumber(id, new Set(numbers.map((one) => one.number)));
  const free = hasSeats(value(lesson), people, now);
  const [made] = await db.batch([
    db
      .prepare(
        `INSERT INTO "Booking" ("id", "lessonId", "number", "people", "state", "isProxy", "madeBy", "madeAt", "changedAt")
         SELECT ?, ?, ?, ?, 'booked', 0, 'phone', ?, ? WHERE ${free.sql} ON CONFLICT DO NOTHING`,
      )
      .bind(id, lesson, number, people, now, now, ...free.values),
    auditIfChanged(db, entry),
    ...(contact === undefined
      ? []
      : [
          db
            .prepare(
              `INSERT OR IGNORE INTO "Contact" ("bookingId", "name", "phone", "givenAt", "keepUntil")
               SELECT "id", ?2, ?3, ?4, ?5 FROM "Booking" WHERE "id" = ?1`,
            )
            .bind(id, contact.name, contact.phone, now, contact.keepUntil),
        ]),
  ]);
  return (made?.meta.changes ?? 0) > 0 ? number : undefined;
};

/** Gives the seats of a booking back, and offers them to those who wait. */
export const cancelByStaff = async (
  db: D1Database,
  lesson: string,
  booking: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const [cancelled] = await db.batch([
    db
      .prepare(
        `UPDATE "Booking" SET "cancelledFrom" = "state", "state" = 'cancelled', "cancelledAt" = ?1, "changedAt" = ?1,
           "until" = NULL, "liveKey" = NULL
         WHERE "id" = ?2 AND "lessonId" = ?3 AND "state" IN ('booked', 'held', 'offered', 'waiting')`,
      )
      .bind(entry.at, booking, lesson),
    auditIfChanged(db, entry),
    ...offerStatements(db, value(lesson), entry.at),
  ]);
  return (cancelled?.meta.changes ?? 0) > 0;
};

/** Notes how many of each booking came; where the course is one of those that train helpers, who came is trained. */
export const noteAttendance = async (
  db: D1Database,
  lesson: string,
  came: readonly { readonly booking: string; readonly people: number }[],
  training: readonly string[],
  entry: AuditEntry,
): Promise<void> => {
  await db.batch([
    db
      .prepare(
        `INSERT INTO "Attendance" ("bookingId", "people", "notedAt", "notedBy")
         SELECT b."id", min(value ->> 'people', b."people"), ?3, ?4 FROM json_each(?1) JOIN "Booking" b
           ON b."id" = value ->> 'booking' WHERE b."lessonId" = ?2 AND b."state" = 'booked'
         ON CONFLICT ("bookingId") DO UPDATE SET "people" = excluded."people", "notedAt" = excluded."notedAt",
           "notedBy" = excluded."notedBy"`,
      )
      .bind(JSON.stringify(came), lesson, entry.at, entry.staffId ?? ''),
    auditStatement(db, entry),
    ...trainingStatements(db, lesson, training, entry),
  ]);
};

/** Calls a lesson off, or on again. Bookings stay, so that everybody can be told. */
export const setCancelled = async (
  db: D1Database,
  lesson: string,
  isCancelled: boolean,
  entry: AuditEntry,
): Promise<boolean> => {
  const [changed] = await db.batch([
    db
      .prepare('UPDATE "Lesson" SET "isCancelled" = ?1 WHERE "id" = ?2 AND "isCancelled" <> ?1')
      .bind(isCancelled ? 1 : 0, lesson),
    auditIfChanged(db, entry),
  ]);
  return (changed?.meta.changes ?? 0) > 0;
};

/** When and where a lesson is held, as staff move it. */
export interface MovedLesson {
  readonly date: string;
  readonly fromTime: string;
  readonly toTime: string | undefined;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly venue: string;
  readonly room: string | undefined;
  readonly seats: number | undefined;
}

/** Moves a lesson or changes its seats; never to fewer seats than are booked. */
export const moveLesson = async (
  db: D1Database,
  lesson: string,
  next: MovedLesson,
  entry: AuditEntry,
): Promise<boolean> => {
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE "Lesson" SET "date" = ?2, "fromTime" = ?3, "toTime" = ?4, "closesAt" = "closesAt" + (?5 - "startsAt"),
           "startsAt" = ?5, "endsAt" = ?6, "venue" = ?7, "room" = ?8, "seats" = ?9
         WHERE "id" = ?1 AND (?9 IS NULL OR ?9 >= coalesce((
           SELECT sum("people") FROM "Booking" WHERE "lessonId" = ?1 AND "state" IN ('booked', 'held', 'offered')), 0))`,
      )
      .bind(
        lesson,
        next.date,
        next.fromTime,
        next.toTime ?? null,
        next.startsAt,
        next.endsAt,
        next.venue,
        next.room ?? null,
        next.seats ?? null,
      ),
    auditIfChanged(db, entry),
    ...offerStatements(db, value(lesson), entry.at),
  ]);
  return (changed?.meta.changes ?? 0) > 0;
};
