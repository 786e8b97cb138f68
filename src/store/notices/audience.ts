import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import {
  type AudienceCount,
  type AudienceRule,
  CAP_WINDOW,
  capFor,
  kindRules,
  type NoticeKind,
  type Topic,
  wholeOf,
} from '../../core/notice';
import { Values } from './values';
import { IS_TOLD_SECOND, waitingPartOf } from './waiting';

/** What decides who is in an audience and who is left out of it. */
export interface AudienceSubject {
  /** The notice's own id, whose copies do not count against anybody's hour. */
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly rule: AudienceRule;
  readonly topic?: Topic;
  readonly isDrill: boolean;
  readonly isCancellation: boolean;
  /** Who came into the audience after this instant is not in it. */
  readonly asOf: number;
  /** The end of the hour in which her copies are counted. */
  readonly now: number;
}

/** Which part of an audience: people with ids after `after`, at most `limit` of them. */
export interface Part {
  readonly after: string;
  readonly limit: number;
}

const EVERYBODY: Part = { after: '', limit: 1_000_000_000 };

/** Degrees of latitude in a metre; longitudes are scaled by the cosine, which no database here knows. */
const DEGREES_PER_METRE = 1 / 111_195;

/** One row for each way in which somebody is in the audience: who, why, and since when. */
const fitting = (rule: AudienceRule, now: number, values: Values): string => {
  switch (rule.type) {
    case 'everyone':
      return `SELECT "id" AS "person", 'friend' AS "reason", "createdAt" AS "since" FROM "Person"`;
    case 'districts': {
      const districts = values.list(rule.districts);
      return `SELECT "personId" AS "person", 'chose-district' AS "reason", "since" FROM "NoticeChoice"
              WHERE "what" = 'area' AND "value" IN ${districts}
              UNION ALL SELECT "id", 'kept-area', "createdAt" FROM "Person" "keeps"
              WHERE "areaDistrict" IN ${districts} AND NOT EXISTS (
                SELECT 1 FROM "NoticeChoice" WHERE "personId" = "keeps"."id" AND "what" = 'area')`;
    }
    case 'near': {
      const scale = values.add(Math.cos((rule.lat * Math.PI) / 180) ** 2);
      const [lat, lng] = [values.add(rule.lat), values.add(rule.lng)];
      const reach = values.add((rule.metres * DEGREES_PER_METRE) ** 2);
      return `SELECT "id" AS "person", 'near' AS "reason", "createdAt" AS "since" FROM "Person"
              WHERE "areaLat" IS NOT NULL AND ("areaLat" - ${lat}) * ("areaLat" - ${lat})
                + ("areaLng" - ${lng}) * ("areaLng" - ${lng}) * ${scale} <= ${reach}`;
    }
    case 'lesson': {
      const states = values.list(rule.withWaiting ? ['booked', 'held', 'offered', 'waiting'] : ['booked']);
      return `SELECT "personId" AS "person", CASE "state" WHEN 'waiting' THEN 'waiting' ELSE 'booked' END AS "reason",
                "madeAt" AS "since" FROM "Booking"
              WHERE "lessonId" = ${values.add(rule.lesson)} AND "state" IN ${states} AND "personId" IS NOT NULL`;
    }
    case 'waiting':
      return `SELECT "personId" AS "person", 'waiting' AS "reason", "madeAt" AS "since" FROM "Booking" "waits"
              LEFT JOIN "Notice" "first" ON "first"."id" = ${values.add(rule.after ?? null)}
              WHERE "lessonId" = ${values.add(rule.lesson)} AND ${IS_TOLD_SECOND}`;
    case 'course':
      return `SELECT "personId" AS "person", 'booked' AS "reason", "madeAt" AS "since"
              FROM "Lesson" JOIN "Booking" ON "lessonId" = "Lesson"."id" AND "state" = 'booked'
              WHERE "courseId" = ${values.add(rule.course)} AND "endsAt" > ${values.add(now)} AND "personId" IS NOT NULL`;
    case 'place':
      return `SELECT "personId" AS "person", 'follows-place' AS "reason", "since" FROM "NoticeChoice"
              WHERE "what" = 'place' AND "value" = ${values.add(rule.place)}`;
    case 'supporters':
      return `SELECT "personId" AS "person", 'supporter' AS "reason", "grantedAt" AS "since" FROM "SupporterScope"
              WHERE "kind" = ${values.add(rule.scope)} AND "target" = ${values.add(rule.target)}
                AND "endedAt" IS NULL AND "personId" <> ${values.add(rule.except)}`;
    case 'person':
      return `SELECT ${values.add(rule.person)} AS "person", 'named' AS "reason", 0 AS "since"`;
    case 'reached-by':
      return `SELECT "personId" AS "person", 'had-the-first' AS "reason", 0 AS "since"
              FROM "Delivery" "first" JOIN "Chunk" ON "Chunk"."noticeId" = "first"."noticeId"
                AND "personId" BETWEEN "firstPersonId" AND "lastPersonId" AND "first"."isLarge" = "Chunk"."isLarge"
              WHERE "first"."noticeId" IN ${values.list([rule.notice, waitingPartOf(rule.notice)])} AND "failedBecause" IS NULL
                AND "state" IN ('sent', 'uncertain')`;
    case 'all-of': {
      const parts = rule.rules.map(
        (one, part) =>
          `SELECT "person", ${part} AS "part", "reason", "since" FROM (${fitting(one, now, values)})`,
      );
      // In it since the last of the rules came to hold for her.
      return `SELECT "person", group_concat("reason", '+') AS "reason", max("since") AS "since" FROM (
                SELECT "person", "part", min("reason") AS "reason", min("since") AS "since"
                FROM (${parts.join(' UNION ALL ')}) GROUP BY "person", "part" ORDER BY "person", "part")
              GROUP BY "person" HAVING count(*) = ${parts.length}`;
    }
    case 'testers':
      return `SELECT "id" AS "person", 'tester' AS "reason", 0 AS "since" FROM "Person" WHERE "isTester"`;
  }
};

/** Who booked or waits is told that it is off, whatever she stopped: else she stands before a closed door. */
const isOffForHer = ({ rule, isCancellation }: AudienceSubject): boolean =>
  isCancellation && (rule.type === 'lesson' || rule.type === 'waiting' || rule.type === 'course');

const optedOut = (subject: AudienceSubject, values: Values): string => {
  const { stoppedBy } = kindRules[subject.kind];
  if (stoppedBy === 'none' || isOffForHer(subject)) return 'false';
  const topic = stoppedBy === 'broadcasts' && subject.topic !== undefined ? [subject.topic] : [];
  return `EXISTS (SELECT 1 FROM "NoticeChoice" WHERE "personId" = "fits"."person" AND "what" = 'stop'
            AND "value" IN ${values.list([stoppedBy, ...topic])})`;
};

/**
 * The common table expressions `"fits"` (each person once, with one reason) and `"judged"` (the same with why she is
 * left out, or null), for a statement that begins with them. The whole audience unless a part is given.
 */
export const judged = (subject: AudienceSubject, values: Values, part: Part = EVERYBODY): string => {
  const rule = fitting(subject.rule, subject.now, values);
  const hourAgo = values.add(subject.now - CAP_WINDOW);
  const notTester = subject.isDrill ? `WHEN NOT "Person"."isTester" THEN 'not-tester'` : '';
  return `"fits" AS (
      SELECT "person", min("reason") AS "reason" FROM (${rule})
      WHERE "since" <= ${values.add(subject.asOf)} AND "person" > ${values.add(part.after)}
      GROUP BY "person" ORDER BY "person" LIMIT ${values.add(part.limit)}),
    "judged" AS (
      SELECT "person", "reason", coalesce("Person"."largeLetters", 0) AS "isLarge", CASE
        WHEN "Person"."id" IS NULL THEN 'erased'
        WHEN "Person"."leftAt" IS NOT NULL THEN 'left'
        ${notTester}
        WHEN ${optedOut(subject, values)} THEN 'opted-out'
        WHEN (SELECT count(*) FROM "Delivery" WHERE "personId" = "fits"."person" AND "queuedAt" > ${hourAgo}
          AND "noticeId" <> ${values.add(subject.notice)}) >= ${values.add(capFor(subject.isCancellation))} THEN 'capped'
      END AS "leftOut" FROM "fits" LEFT JOIN "Person" ON "Person"."id" = "fits"."person")`;
};

/** Counts an audience exactly, with the reasons for and against each person, those too who are told after the others. */
export const countAudience = async (db: D1Database, subject: AudienceSubject): Promise<AudienceCount> => {
  const values = new Values();
  const { results } = await values
    .prepare(
      db,
      `WITH ${judged({ ...subject, rule: wholeOf(subject.rule) }, values)}
       SELECT "reason", "leftOut", count(*) AS "people" FROM "judged" GROUP BY "reason", "leftOut"`,
    )
    .all();
  return countIn(z.array(countRow).parse(results));
};

/** Those an audience would be sent to, in the order of their ids; for previews and tests, at most `limit`. */
export const listAudience = async (
  db: D1Database,
  subject: AudienceSubject,
  limit: number,
): Promise<readonly string[]> => {
  const values = new Values();
  const statement: D1PreparedStatement = values.prepare(
    db,
    `WITH ${judged(subject, values)} SELECT "person" FROM "judged" WHERE "leftOut" IS NULL
     ORDER BY "person" LIMIT ${values.add(limit)}`,
  );
  const { results } = await statement.all();
  return z
    .array(z.object({ person: z.string() }))
    .parse(results)
    .map(({ person }) => person);
};

const countRow = z.object({
  reason: z.string(),
  leftOut: z.enum(['left', 'erased', 'opted-out', 'capped', 'not-tester']).nullable(),
  people: z.number(),
});

const countIn = (rows: readonly z.infer<typeof countRow>[]): AudienceCount => {
  const reasons: Record<string, number> = {};
  const leftOut: Record<string, number> = {};
  let matching = 0;
  let count = 0;
  for (const row of rows) {
    matching += row.people;
    if (row.leftOut === null) {
      count += row.people;
      reasons[row.reason] = (reasons[row.reason] ?? 0) + row.people;
    } else {
      leftOut[row.leftOut] = (leftOut[row.leftOut] ?? 0) + row.people;
    }
  }
  return { matching, count, reasons, leftOut };
};
