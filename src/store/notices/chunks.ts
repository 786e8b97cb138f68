import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { CivilDate } from '../../core/calendar';

/** A chunk that is ours to send until its lease ends. */
export interface ClaimedChunk {
  readonly notice: string;
  readonly revision: number;
  /** With the notice's id, the chunk's name. */
  readonly first: string;
  readonly via: 'multicast' | 'push';
  readonly retryKey: string;
  /** When this key was first used, in ms. */
  readonly firstTriedAt: number;
  /** Calls with this key, the one to be made now included. */
  readonly attempts: number;
  /** An earlier call with this key may have gone out. */
  readonly mayBeOut: boolean;
  /** LINE's messages as JSON. */
  readonly frozen: string;
  /** Whom to send to, in the order of their ids. */
  readonly people: readonly string[];
}

/** Stands between the ids of a chunk's people, who come as one text: five hundred rows cost more than the call. */
const BETWEEN = ',';

/** What the night lets through: everything, or only the cancellations of one day. */
export type NightFilter = 'everything' | { readonly cancellationsOf: CivilDate | undefined };

/** What became of a claimed chunk. */
export type ChunkResult = { readonly chunk: ClaimedChunk } & (
  | { readonly state: 'sent' | 'failed' | 'uncertain'; readonly reason?: string }
  /** Again at that instant with the same key. */
  | { readonly state: 'pending'; readonly at: number; readonly mayBeOut: boolean; readonly reason: string }
  /** Given back untried: a new key, unless an earlier call may have gone out. */
  | { readonly state: 'returned'; readonly at: number; readonly reason: string; readonly newKey: string }
  /** In two halves with new keys. */
  | { readonly state: 'split'; readonly keys: readonly [string, string]; readonly at: number }
);

/**
 * Closes what was sent and claims what is due, in one trip. A chunk whose lease ran out is claimed again with its old
 * key. Cancellations come first. Only chunks of notices that are `sending` are claimed, so that whoever pauses or stops
 * one does so before its next chunk.
 */
export const closeAndClaim = async (
  db: D1Database,
  results: readonly ChunkResult[],
  claim: {
    readonly limit: number;
    readonly now: number;
    readonly leaseUntil: number;
    readonly night: NightFilter;
  },
): Promise<readonly ClaimedChunk[]> => {
  const closing = closeStatements(db, results, claim.now);
  const { limit, now, leaseUntil, night } = claim;
  const isNight = night !== 'everything';
  const taking = db
    .prepare(
      `UPDATE "Chunk" SET "mayBeOut" = "mayBeOut" OR "state" = 'sending', "state" = 'sending', "dueAt" = ?1,
         "attempts" = "attempts" + 1, "firstTriedAt" = coalesce("firstTriedAt", ?2)
       WHERE ("noticeId", "firstPersonId") IN (
         SELECT "noticeId", "firstPersonId" FROM "Chunk" JOIN "Notice" ON "Notice"."id" = "noticeId"
         WHERE "Chunk"."dueAt" <= ?2 AND "status" = 'sending' AND "frozen" IS NOT NULL
           AND ("notAfter" IS NULL OR "notAfter" > ?2)
           AND (NOT ?3 OR ("isCancellation" AND "forDay" = ?4))
         ORDER BY "isCancellation" DESC, "Chunk"."dueAt", "firstPersonId" LIMIT ?5)
       RETURNING "noticeId" AS "notice", "firstPersonId" AS "first", "via", "retryKey", "firstTriedAt", "attempts", "mayBeOut",
         (SELECT "revision" FROM "Notice" WHERE "id" = "Chunk"."noticeId") AS "revision",
         (SELECT "isCancellation" FROM "Notice" WHERE "id" = "Chunk"."noticeId") AS "isCancellation",
         (SELECT CASE WHEN "Chunk"."isLarge" THEN coalesce("frozenLarge", "frozen") ELSE "frozen" END
           FROM "Notice" WHERE "id" = "Chunk"."noticeId") AS "frozen",
         (SELECT group_concat("personId", '${BETWEEN}') FROM (
           SELECT "personId" FROM "Delivery"
           WHERE "Delivery"."noticeId" = "Chunk"."noticeId" AND "personId" BETWEEN "firstPersonId" AND "lastPersonId"
             AND "Delivery"."isLarge" = "Chunk"."isLarge" AND "failedBecause" IS NULL ORDER BY "personId")) AS "people"`,
    )
    .bind(leaseUntil, now, isNight ? 1 : 0, isNight ? (night.cancellationsOf ?? null) : null, limit);
  if (limit === 0 && closing.length === 0) return [];
  const done = await db.batch(limit > 0 ? [...closing, taking] : closing);
  if (limit === 0) return [];
  const claimed = claimedRows.parse(done.at(-1)?.results ?? []);
  // What a statement returns comes in no order of its own.
  return claimed.sort((a, b) => b.isCancellation - a.isCancellation).map(claimedIn);
};

const closeStatements = (
  db: D1Database,
  results: readonly ChunkResult[],
  now: number,
): D1PreparedStatement[] => {
  if (results.length === 0) return [];
  const closed = results.filter(({ state }) => state !== 'split').map((result) => closedRow(result, now));
  const alone = results.flatMap(({ chunk, state }) =>
    state === 'failed' && chunk.people.length === 1
      ? chunk.people.map((person) => ({ notice: chunk.notice, person }))
      : [],
  );
  return [
    ...(closed.length === 0 ? [] : [closeStatement(db, closed)]),
    ...results.flatMap((result) => (result.state === 'split' ? splitStatements(db, result) : [])),
    ...(alone.length === 0 ? [] : [refusedStatement(db, alone)]),
  ];
};

/** What is written of one chunk; its key and attempts say that it is still ours. */
const closedRow = (result: ChunkResult, now: number) => {
  const { chunk, state } = result;
  const name = {
    notice: chunk.notice,
    first: chunk.first,
    key: chunk.retryKey,
    attempts: chunk.attempts,
    people: chunk.people.length,
  };
  switch (state) {
    case 'pending':
      return { ...name, state, dueAt: result.at, mayBeOut: result.mayBeOut, reason: result.reason };
    case 'returned': {
      const dueAt = result.at;
      return chunk.mayBeOut
        ? { ...name, state: 'pending', dueAt, mayBeOut: true, reason: result.reason }
        : { ...name, state: 'pending', dueAt, mayBeOut: false, reason: result.reason, newKey: result.newKey };
    }
    case 'split':
      throw new RangeError('A split chunk is written by its own statements.');
    default:
      return { ...name, state, closedAt: now, reason: result.reason ?? null };
  }
};

/** `attempts` goes with the key, so that a worker whose lease ran out cannot close what another has claimed since. */
const closeStatement = (db: D1Database, rows: readonly object[]): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Chunk" SET "state" = "row"."state", "dueAt" = "row"."dueAt", "closedAt" = "row"."closedAt",
         "reason" = "row"."reason", "people" = "row"."people",
         "mayBeOut" = coalesce("row"."mayBeOut", "Chunk"."mayBeOut"),
         "retryKey" = coalesce("row"."newKey", "Chunk"."retryKey"),
         "firstTriedAt" = CASE WHEN "row"."newKey" IS NULL THEN "firstTriedAt" END,
         "attempts" = CASE WHEN "row"."newKey" IS NULL THEN "Chunk"."attempts" ELSE 0 END
       FROM (SELECT value ->> 'notice' AS "notice", value ->> 'first' AS "first", value ->> 'key' AS "key",
               value ->> 'attempts' AS "attempts", value ->> 'state' AS "state", value ->> 'dueAt' AS "dueAt",
               value ->> 'closedAt' AS "closedAt", value ->> 'reason' AS "reason", value ->> 'people' AS "people",
               value ->> 'mayBeOut' AS "mayBeOut", value ->> 'newKey' AS "newKey" FROM json_each(?1)) AS "row"
       WHERE "Chunk"."noticeId" = "row"."notice" AND "firstPersonId" = "row"."first" AND "retryKey" = "row"."key"
         AND ("Chunk"."state" = 'sending' AND "Chunk"."attempts" = "row"."attempts" OR "row"."state" = 'sent')`,
    )
    .bind(JSON.stringify(rows));

const splitStatements = (
  db: D1Database,
  { chunk, keys, at }: Extract<ChunkResult, { state: 'split' }>,
): D1PreparedStatement[] => {
  const half = Math.ceil(chunk.people.length / 2);
  const [endOfFirst = '', startOfSecond = ''] = [chunk.people[half - 1], chunk.people[half]];
  return [
    // The second half first: it copies the end of the range that the first half then gives up.
    db
      .prepare(
        `INSERT INTO "Chunk" ("noticeId", "firstPersonId", "lastPersonId", "isLarge", "people", "via", "state", "retryKey",
           "dueAt")
         SELECT "noticeId", ?4, "lastPersonId", "isLarge", ?5, "via", 'pending', ?6, ?7 FROM "Chunk"
         WHERE "noticeId" = ?1 AND "firstPersonId" = ?2 AND "retryKey" = ?3 AND "state" = 'sending'`,
      )
      .bind(
        chunk.notice,
        chunk.first,
        chunk.retryKey,
        startOfSecond,
        chunk.people.length - half,
        keys[1],
        at,
      ),
    db
      .prepare(
        `UPDATE "Chunk" SET "lastPersonId" = ?4, "people" = ?5, "state" = 'pending', "retryKey" = ?6, "dueAt" = ?7,
           "firstTriedAt" = NULL, "attempts" = 0, "mayBeOut" = false, "reason" = 'split'
         WHERE "noticeId" = ?1 AND "firstPersonId" = ?2 AND "retryKey" = ?3 AND "state" = 'sending'`,
      )
      .bind(chunk.notice, chunk.first, chunk.retryKey, endOfFirst, half, keys[0], at),
  ];
};

/** Who was refused alone carries that herself, so that a correction passes her over. */
const refusedStatement = (
  db: D1Database,
  people: readonly { readonly notice: string; readonly person: string }[],
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Delivery" SET "failedBecause" = 'refused' FROM json_each(?1)
       WHERE "noticeId" = value ->> 'notice' AND "personId" = value ->> 'person'`,
    )
    .bind(JSON.stringify(people));

/**
 * Ends the notices all of whose chunks are closed. Asked once at the end of a run and not with each chunk: whoever dies
 * before it, or resumes a notice whose last call ended during the pause, leaves it to the next run.
 */
export const endSent = (db: D1Database, now: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "Notice" SET "status" = 'done', "movedAt" = ?1, "dueAt" = NULL
       WHERE "status" = 'sending' AND NOT EXISTS (
         SELECT 1 FROM "Chunk" WHERE "noticeId" = "Notice"."id" AND "state" IN ('pending', 'sending'))`,
    )
    .bind(now);

const claimedRows = z.array(
  z.object({
    notice: z.string(),
    revision: z.number(),
    isCancellation: z.number(),
    first: z.string(),
    via: z.enum(['multicast', 'push']),
    retryKey: z.string(),
    firstTriedAt: z.number(),
    attempts: z.number(),
    mayBeOut: z.number(),
    frozen: z.string(),
    people: z.string().nullable(),
  }),
);

const claimedIn = (row: z.infer<typeof claimedRows>[number]): ClaimedChunk => ({
  ...row,
  mayBeOut: row.mayBeOut === 1,
  people: row.people?.split(BETWEEN) ?? [],
});
