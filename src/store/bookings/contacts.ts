import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Contact } from '../../core/course/contact';
import type { BookingState } from '../../core/course/course';
import { all, hasSeats, type Piece, value } from './seat-sql';

/** A booking as our own pages see it. */
export interface BookingRow {
  readonly id: string;
  readonly personId: string;
  readonly lesson: string;
  readonly number: string;
  readonly people: number;
  readonly state: BookingState;
  readonly until: number | null;
  readonly hasContact: boolean;
}

const row = z.object({
  id: z.string(),
  personId: z.string(),
  lesson: z.string(),
  number: z.string(),
  people: z.number(),
  state: z.enum(['booked', 'held', 'offered', 'waiting', 'cancelled', 'lapsed']),
  until: z.number().nullable(),
  hasContact: z.number().transform((one) => one === 1),
});

/** A booking by its id; nothing for one that belongs to nobody in LINE. */
export const bookingRow = async (db: D1Database, id: string): Promise<BookingRow | undefined> => {
  const found = await db
    .prepare(
      `SELECT b."id", b."personId", b."lessonId" AS "lesson", b."number", b."people", b."state", b."until",
         EXISTS (SELECT 1 FROM "Contact" c WHERE c."bookingId" = b."id") AS "hasContact"
       FROM "Booking" b WHERE b."id" = ?1 AND b."personId" IS NOT NULL`,
    )
    .bind(id)
    .first();
  return found === null ? undefined : row.parse(found);
};

/**
 * Makes a held seat hers and keeps name and phone, in one step. A hold that ran out is taken up again if the seats are
 * still free. False says that they are not; nothing was kept then.
 */
export const bookWithContact = async (
  db: D1Database,
  booking: BookingRow,
  contact: Contact,
  keepUntil: number,
  now: number,
): Promise<boolean> => {
  const held: Piece = {
    sql: `"id" = ? AND "personId" = ? AND "people" = ? AND`,
    values: [booking.id, booking.personId, booking.people],
  };
  const inTime: Piece = { sql: `("state" = 'held' AND "until" > ?`, values: [now] };
  const late = all(
    { sql: `OR ("state" IN ('held', 'lapsed')`, values: [] },
    hasSeats(value(booking.lesson), booking.people, now),
  );
  const [booked] = await db.batch([
    db
      .prepare(
        `UPDATE "Booking" SET "state" = 'booked', "until" = NULL, "madeBy" = 'form', "changedAt" = ?,
           "liveKey" = "personId" || ':' || "lessonId" || ':' || CASE "isProxy" WHEN 1 THEN 'proxy' ELSE 'self' END
         WHERE ${held.sql} ${inTime.sql} ${late.sql}))`,
      )
      .bind(now, ...held.values, ...inTime.values, ...late.values),
    db
      .prepare(
        `INSERT OR IGNORE INTO "Contact" ("bookingId", "name", "phone", "givenAt", "keepUntil")
         SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (
           SELECT 1 FROM "Booking" WHERE "id" = ?1 AND "state" = 'booked' AND "madeBy" = 'form' AND "changedAt" = ?4)`,
      )
      .bind(booking.id, contact.name, contact.phone, now, keepUntil),
  ]);
  return booked?.meta.changes !== 0;
};

/** Erases names and phones whose time is over. Returns how many. */
export const forgetContacts = async (db: D1Database, now: number): Promise<number> =>
  (await db.prepare('DELETE FROM "Contact" WHERE "keepUntil" <= ?1').bind(now).run()).meta.changes;
