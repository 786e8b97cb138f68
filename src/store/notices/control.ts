import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import { type NoticeStatus, STUCK_AFTER } from '../../core/notice';
import { type Along, runAudited } from '../audit';
import { type Moved, moveNotice, type Read } from './moves';
import { noticeIn, type StoredNotice } from './notice';

/** Keeps the next chunk from going out until the notice is resumed. What is under way with LINE is not called back. */
export const pauseNotice = (
  db: D1Database,
  read: Read,
  why: string,
  now: number,
  along?: Along,
): Promise<Moved> => moveNotice(db, read, 'paused', now, { note: why }, along);

/** Goes on where it was. */
export const resumeNotice = (db: D1Database, read: Read, now: number, along?: Along): Promise<Moved> =>
  moveNotice(db, read, 'sending', now, { from: 'paused' }, along);

/**
 * Stops a notice for good, whatever it is at: before anything went out it is cancelled, afterwards stopped, and what is
 * unsent stays unsent.
 */
export const stopNotice = async (
  db: D1Database,
  read: Read,
  why: string,
  now: number,
  along?: Along,
): Promise<Moved> => {
  const cancelled = await moveNotice(db, read, 'cancelled', now, { note: why }, along);
  if (cancelled.moved || cancelled.because !== 'status') return cancelled;
  const stopped = await moveNotice(db, read, 'stopped', now, { note: why }, along);
  if (stopped.moved) await closeStopped(db, now).run();
  return stopped;
};

/**
 * Closes the chunks of stopped notices: untouched ones are stopped, those that may have gone out stay uncertain. A
 * chunk under way is left to its worker until its lease ends.
 */
export const closeStopped = (db: D1Database, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Chunk" SET "dueAt" = NULL, "closedAt" = ?1,
         "state" = CASE WHEN "mayBeOut" OR "state" = 'sending' THEN 'uncertain' ELSE 'stopped' END
       WHERE "dueAt" IS NOT NULL AND ("state" = 'pending' OR "dueAt" <= ?1)
         AND "noticeId" IN (SELECT "id" FROM "Notice" WHERE "status" = 'stopped')`,
    )
    .bind(now);

/**
 * What is past its last useful moment: not begun, it is cancelled; begun, it is stopped. Yesterday's reminder or an
 * alert of two years ago never goes out because a machine was down. Returns what was given up.
 */
export const giveUpLate = async (db: D1Database, now: number): Promise<readonly string[]> => {
  const [given] = await db.batch([
    db
      .prepare(
        `UPDATE "Notice" SET "movedAt" = ?1, "dueAt" = NULL, "note" = 'too-late',
           "status" = CASE WHEN "status" IN ('approved', 'scheduled') THEN 'cancelled' ELSE 'stopped' END
         WHERE "notAfter" <= ?1 AND "status" IN ('approved', 'scheduled', 'expanding', 'sending', 'paused')
         RETURNING "id"`,
      )
      .bind(now),
    closeStopped(db, now),
  ]);
  return z
    .array(z.object({ id: z.string() }))
    .parse(given?.results ?? [])
    .map(({ id }) => id);
};

/** Notices with something to do, the longest overdue first, cancellations before all others. */
export const dueNotices = async (
  db: D1Database,
  now: number,
  limit: number,
): Promise<readonly StoredNotice[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM "Notice" WHERE "dueAt" <= ?1 AND "status" IN ('approved', 'scheduled', 'expanding')
       ORDER BY "isCancellation" DESC, "dueAt" LIMIT ?2`,
    )
    .bind(now, limit)
    .all();
  return results.map(noticeIn);
};

/** Something that makes no progress. */
export interface Stuck {
  readonly notice: string;
  readonly status: NoticeStatus;
}

/** Notices that are on their way and have not moved for fifteen minutes; asked after the minute's work is done. */
export const stuckNotices = async (db: D1Database, now: number): Promise<readonly Stuck[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id" AS "notice", "status" FROM "Notice"
       WHERE ("status" IN ('approved', 'scheduled', 'expanding') AND "dueAt" <= ?1)
          OR ("status" = 'sending' AND EXISTS (
            SELECT 1 FROM "Chunk" WHERE "noticeId" = "Notice"."id" AND "state" IN ('pending', 'sending')
              AND coalesce("firstTriedAt", "movedAt") <= ?1)
            AND NOT EXISTS (SELECT 1 FROM "Chunk" WHERE "noticeId" = "Notice"."id" AND "closedAt" > ?1))`,
    )
    .bind(now - STUCK_AFTER)
    .all();
  return z.array(stuckRow).parse(results);
};

const stuckRow = z.object({
  notice: z.string(),
  status: z.enum(['approved', 'scheduled', 'expanding', 'sending']),
});

/** A call to LINE that had no clear answer, named by its first person. */
export interface UncertainChunk {
  readonly first: string;
  readonly people: number;
  readonly firstTriedAt: number | null;
  readonly attempts: number;
}

const uncertainRow = z.object({
  first: z.string(),
  people: z.number(),
  firstTriedAt: z.number().nullable(),
  attempts: z.number(),
});

/** Chunks of which nobody knows whether they went out; a person decides. */
export const uncertainChunks = async (db: D1Database, notice: string): Promise<readonly UncertainChunk[]> => {
  const { results } = await db
    .prepare(
      `SELECT "firstPersonId" AS "first", "people", "firstTriedAt", "attempts" FROM "Chunk"
       WHERE "noticeId" = ?1 AND "state" = 'uncertain' ORDER BY "firstPersonId"`,
    )
    .bind(notice)
    .all();
  return z.array(uncertainRow).parse(results);
};

/**
 * A person decides that an uncertain chunk is closed: counted as sent, or as not sent. Either way it is not sent again:
 * twice is worse than once or not at all.
 */
export const settleUncertain = (
  db: D1Database,
  chunk: { readonly notice: string; readonly first: string },
  as: 'sent' | 'failed',
  now: number,
  along?: Along,
): Promise<boolean> =>
  runAudited(
    db,
    db
      .prepare(
        `UPDATE "Chunk" SET "state" = ?4, "closedAt" = ?3, "reason" = 'counted-by-staff'
         WHERE "noticeId" = ?1 AND "firstPersonId" = ?2 AND "state" = 'uncertain'`,
      )
      .bind(chunk.notice, chunk.first, now, as),
    along,
  );

/** When the next open chunk of a notice that is being sent is due, in ms. */
export const nextChunkAt = async (db: D1Database): Promise<number | undefined> => {
  const row = await db
    .prepare(
      `SELECT min("Chunk"."dueAt") AS "at" FROM "Chunk" JOIN "Notice" ON "Notice"."id" = "noticeId"
       WHERE "Chunk"."dueAt" IS NOT NULL AND "status" = 'sending'`,
    )
    .first<{ at: number | null }>();
  return row?.at ?? undefined;
};
