import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Point } from '../core/city';
import type { Contact } from '../core/course/contact';
import { type SystemNotice, systemNotices } from './notices/system';

/** Who asks to be called: whose turn it was, and around where, if she asked us to keep that. */
export interface Caller {
  readonly person: string;
  readonly area?: Point;
}

const callerRow = z.object({ person: z.string(), lat: z.number().nullable(), lng: z.number().nullable() });

/** The person whose turn gave the link; nobody once she was forgotten. */
export const callerOf = async (db: D1Database, turn: string): Promise<Caller | undefined> => {
  const found = await db
    .prepare(
      `SELECT p."id" AS "person", p."areaLat" AS "lat", p."areaLng" AS "lng" FROM "Interaction" i
         JOIN "Person" p ON p."id" = i."personId" WHERE i."id" = ?1 AND p."erasedAt" IS NULL`,
    )
    .bind(turn)
    .first();
  if (found === null) return undefined;
  const { person, lat, lng } = callerRow.parse(found);
  return { person, ...(lat === null || lng === null ? {} : { area: { lat, lng } }) };
};

/** Whether the form of this turn was sent already. */
export const isCallAsked = async (db: D1Database, turn: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM "CallBack" WHERE "id" = ?1').bind(turn).first()) !== null;

/** Adds a request and queues what the chat says of it, in one step; the same form sent twice adds one. */
export const askForCall = async (
  db: D1Database,
  call: {
    readonly id: string;
    readonly person: string;
    readonly district?: string;
    readonly topic: string;
    readonly time: string;
    readonly contact: Contact;
  },
  answer: SystemNotice,
  now: number,
): Promise<void> => {
  await db.batch([
    db
      .prepare(
        `INSERT OR IGNORE INTO "CallBack" ("id", "personId", "district", "topic", "note", "name", "phone", "askedAt")
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(
        call.id,
        call.person,
        call.district ?? null,
        call.topic,
        call.time,
        call.contact.name,
        call.contact.phone,
        now,
      ),
    systemNotices(db, [answer], now),
  ]);
};
