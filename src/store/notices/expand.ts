import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { kindRules, type NoticeStatus } from '../../core/notice';
import { judged } from './audience';
import { type StoredNotice, subjectOf } from './notice';
import { Values } from './values';

/** LINE's limit for one multicast. */
export const CHUNK_SIZE = 500;

/** How many people one step writes down; a multiple of {@link CHUNK_SIZE}, so that chunks are full. */
export const SLICE = 25_000;

/** A random UUID, made where it is stored: a retry key is in the database before anybody can use it. */
const NEW_KEY = `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
  || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

/** The notice as the expansion expects it: untouched since it was read, and its author still in her role. */
const EXPECTED = `"Notice"."status" = 'expanding' AND "Notice"."revision" = :revision
  AND coalesce("Notice"."expandedTo", '') = :after
  AND ("Notice"."authorKind" <> 'supporter' OR EXISTS (
    SELECT 1 FROM "SupporterScope" WHERE "personId" = "Notice"."authorId" AND "endedAt" IS NULL
      AND "SupporterScope"."kind" = "Notice"."scopeKind" AND "target" = "Notice"."scopeTarget"))`;

/**
 * Writes down the next people of a notice, numbers them into chunks and notes how far it came, all in one step, so
 * that it can die anywhere and be done again by anybody. Returns the notice's status afterwards; undefined if another
 * worker was first.
 */
export const expandNext = async (
  db: D1Database,
  notice: StoredNotice,
  now: number,
  slice = SLICE,
): Promise<NoticeStatus | undefined> => {
  const after = notice.expandedTo ?? '';
  const part = { after, limit: slice };
  const subject = subjectOf(notice, now);
  const statement = (write: (values: Values, people: string, expected: string) => string) => {
    const values = new Values();
    const people = judged(subject, values, part);
    const expected = EXPECTED.replace(':revision', values.add(notice.revision)).replace(
      ':after',
      values.add(after),
    );
    return values.prepare(db, write(values, people, expected));
  };
  const copies = statement(
    (values, people, expected) =>
      `WITH ${people} INSERT OR IGNORE INTO "Delivery" ("noticeId", "personId", "isLarge", "queuedAt")
       SELECT "Notice"."id", "person", "isLarge", ${values.add(now)} FROM "Notice", "judged"
       WHERE "Notice"."id" = ${values.add(notice.id)} AND ${expected} AND "judged"."leftOut" IS NULL
       ORDER BY "person"`,
  );
  const via = kindRules[notice.kind].isPersonal ? 'push' : 'multicast';
  // Large letters are another text, so who asked for them is in chunks of her own; the ranges of the two kinds overlap.
  // The size stands in the text: D1 binds numbers as fractions, and the division must be a whole one.
  const chunks = statement(
    (values, people, expected) =>
      `WITH ${people}, "numbered" AS (
         SELECT "personId", "isLarge",
           (row_number() OVER (PARTITION BY "isLarge" ORDER BY "personId") - 1) / ${CHUNK_SIZE} AS "n"
         FROM "Delivery" WHERE "noticeId" = ${values.add(notice.id)} AND "personId" > ${values.add(after)}
           AND "personId" <= (SELECT max("person") FROM "fits"))
       INSERT OR IGNORE INTO "Chunk" ("noticeId", "firstPersonId", "lastPersonId", "isLarge", "people", "via", "state",
         "retryKey", "dueAt")
       SELECT "Notice"."id", min("personId"), max("personId"), "isLarge", count(*), ${values.add(via)}, 'pending', ${NEW_KEY},
         ${values.add(now)}
       FROM "Notice", "numbered" WHERE "Notice"."id" = ${values.add(notice.id)} AND ${expected} GROUP BY "isLarge", "n"`,
  );
  // An audience that grew since it was approved is not sent to: nobody has it yet, so it can go back.
  const step = statement(
    (values, people, expected) =>
      `WITH ${people}, "part" AS (
         SELECT count(*) AS "people", max("person") AS "last" FROM "judged"),
       "missed" AS (
         SELECT "leftOut" AS "why", count(*) AS "people" FROM "judged" WHERE "leftOut" IS NOT NULL GROUP BY "leftOut"),
       "all" AS (SELECT count(*) AS "people" FROM "Delivery" WHERE "noticeId" = ${values.add(notice.id)})
       UPDATE "Notice" SET
         "status" = CASE WHEN "part"."people" = ${values.add(slice)} THEN 'expanding'
           WHEN "all"."people" > "audienceCount" THEN 'returned'
           WHEN "all"."people" = 0 THEN 'done' ELSE 'sending' END,
         "note" = CASE WHEN "part"."people" < ${values.add(slice)} AND "all"."people" > "audienceCount"
           THEN 'audience-grew' ELSE "note" END,
         "expandedTo" = coalesce("part"."last", "expandedTo"),
         "dueAt" = CASE WHEN "part"."people" = ${values.add(slice)} THEN ${values.add(now)} END,
         "movedAt" = ${values.add(now)},
         "leftOut" = (SELECT json_group_object("why", "people") FROM (
           SELECT "why", sum("people") AS "people" FROM (
             SELECT "why", "people" FROM "missed" UNION ALL
             SELECT "key", "value" FROM json_each(coalesce("Notice"."leftOut", '{}'))) GROUP BY "why"))
       FROM "part", "all" WHERE "Notice"."id" = ${values.add(notice.id)} AND ${expected}
       RETURNING "status"`,
  );
  // After a return nothing of the attempt may stay: the next revision begins from nobody.
  const clear = (table: 'Delivery' | 'Chunk') =>
    db
      .prepare(
        `DELETE FROM "${table}" WHERE "noticeId" = ?1 AND EXISTS (
           SELECT 1 FROM "Notice" WHERE "id" = ?1 AND "status" = 'returned' AND "note" = 'audience-grew')`,
      )
      .bind(notice.id);
  const results = await db.batch([copies, chunks, step, clear('Delivery'), clear('Chunk')]);
  const [after_] = z.array(statusRow).parse(results[2]?.results ?? []);
  return after_?.status;
};

const statusRow = z.object({ status: z.enum(['expanding', 'returned', 'sending', 'done']) });
