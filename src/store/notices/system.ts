import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AudienceRule, NoticeKind } from '../../core/notice';

/** A notice the programme makes by itself, for a cause that names it. */
export interface SystemNotice {
  /** Follows from the cause, so that the same cause never makes two. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  /** Core's messages as JSON. */
  readonly content: string;
  readonly rule: AudienceRule;
  readonly audienceWords: string;
  /** Who came into the audience after this is not in it, in ms. */
  readonly asOf: number;
  /** Later it helps nobody, in ms. */
  readonly notAfter: number;
  /** The civil day it is about. */
  readonly forDay?: string;
}

/** Adds notices, each once however often it is asked for; they are sent by the next run. Returns how many are new. */
export const addSystemNotices = async (
  db: D1Database,
  notices: readonly SystemNotice[],
  now: number,
): Promise<number> => {
  if (notices.length === 0) return 0;
  const done = await systemNotices(db, notices, now).run();
  return done.meta.changes;
};

/** The statement that adds them, for a batch with the change that is their cause. */
export const systemNotices = (
  db: D1Database,
  notices: readonly SystemNotice[],
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT OR IGNORE INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords", "forDay",
         "authorKind", "authorId", "createdAt", "editedAt", "approvedAt", "movedAt", "notAfter", "dueAt")
       SELECT value ->> 'id', value ->> 'kind', 'scheduled', value ->> 'title', value ->> 'content', value -> 'rule',
         value ->> 'audienceWords', value ->> 'forDay', 'system', 'system', ?2, ?2, value ->> 'asOf', ?2,
         value ->> 'notAfter', ?2
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify(notices), now);

/** Which of these notices have been made already. */
export const knownNotices = async (db: D1Database, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { results } = await db
    .prepare('SELECT "id" FROM "Notice" WHERE "id" IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(ids))
    .all();
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(results)
      .map(({ id }) => id),
  );
};

/** Offers of a seat that stand and that nobody was told of. */
export interface OpenOffer {
  readonly booking: string;
  readonly person: string;
  readonly lesson: string;
  readonly until: number;
  /** The how-manieth offer of this booking it is. */
  readonly offers: number;
}

/** What a notice of an offer is named after. */
export const offerNoticeId = ({ booking, offers }: Pick<OpenOffer, 'booking' | 'offers'>): string =>
  `seat-offered:${booking}:${offers}`;

/** The offers nobody was told of yet, those that end first before the others. */
export const untoldOffers = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly OpenOffer[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id" AS "booking", "personId" AS "person", "lessonId" AS "lesson", "until", "offers" FROM "Booking"
       WHERE "state" = 'offered' AND "until" > ?1 AND "personId" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "Notice" WHERE "Notice"."id" = 'seat-offered:' || "Booking"."id" || ':' || "offers")
       ORDER BY "until" LIMIT ?2`,
    )
    .bind(now, limit)
    .all();
  return z.array(offerRow).parse(results);
};

const offerRow = z.object({
  booking: z.string(),
  person: z.string(),
  lesson: z.string(),
  until: z.number(),
  offers: z.number(),
});

/** Reminders of lessons that are off, and offers that were answered or ran out, are not sent any more. */
export const dropMoot = (db: D1Database, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Notice" SET "status" = 'cancelled', "note" = 'moot', "movedAt" = ?1, "dueAt" = NULL
       WHERE "dueAt" IS NOT NULL AND "status" = 'scheduled' AND (
         ("kind" = 'reminder' AND NOT EXISTS (
           SELECT 1 FROM "Lesson" WHERE "Lesson"."id" = "Notice"."audience" ->> 'lesson' AND NOT "isCancelled"))
         OR ("kind" = 'seat-offered' AND NOT EXISTS (
           SELECT 1 FROM "Booking" WHERE "state" = 'offered'
             AND 'seat-offered:' || "Booking"."id" || ':' || "offers" = "Notice"."id")))`,
    )
    .bind(now);
