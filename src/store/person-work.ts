import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Person } from '../core/person';
import { MY_BOOKINGS, myBookingsIn } from './bookings/my-bookings';
import { HER_MATTERS, herMattersIn } from './her-matters';
import { type LessonReading, lessonKeeperOf } from './lessons/keeper';
import { HER_NOTICES, herNoticesIn } from './notices/her-notices';
import type { LastTurn, PersonWork, SendingTurn, WaitingTurn } from './turn';

/** What there is to do for people, in one trip; for nobody, none is made. */
export const loadWork = async (db: D1Database, people: readonly string[]): Promise<readonly PersonWork[]> => {
  if (people.length === 0) return [];
  // Whoever loads again after a lost race must not go on with what made her lose it.
  const lessons = lessonKeeperOf(db).reading(true);
  return workIn(await db.batch(workStatements(db, people, lessons)), lessons);
};

/** The columns of a row whose answer may be on its way. */
export const SENDING = `"id", "personId", "receivedAt", "replyToken", "seq", "answer", "retryKey", "via", "dueAt", "tries"`;

/** The events of the person `p` that nobody has decided, as JSON. */
const WAITING = `
  SELECT json_group_array(json_object('id', "id", 'personId', "personId", 'event', "event", 'occurredAt', "occurredAt",
    'receivedAt', "receivedAt", 'replyToken', "replyToken"))
  FROM "Interaction" WHERE "personId" = p."id" AND "seq" IS NULL AND "dueAt" IS NOT NULL`;

/** The statements that read what there is to do for these people, in one batch. */
export const workStatements = (
  db: D1Database,
  people: readonly string[],
  lessons: LessonReading,
): D1PreparedStatement[] => {
  const ids = JSON.stringify(people);
  return [
    db
      .prepare(
        `SELECT p."id" AS "person", p."leftAt", p."areaLabel", p."areaLat", p."areaLng", p."areaIsCentre",
           p."areaDistrict", p."largeLetters",
           i."state", i."id", i."personId", i."receivedAt", i."replyToken", i."seq", i."answer", i."retryKey", i."via",
           i."dueAt", i."tries", (SELECT "revision" FROM "CatalogueRevision") AS "catalogueRevision",
           (${WAITING}) AS "waiting", (${MY_BOOKINGS}) AS "bookings", (${HER_NOTICES}) AS "notices",
           (${HER_MATTERS}) AS "matters"
         FROM "Person" p LEFT JOIN "Interaction" i
           ON i."personId" = p."id" AND i."seq" = (SELECT max("seq") FROM "Interaction" WHERE "personId" = p."id")
         WHERE p."id" IN (SELECT value FROM json_each(?1))`,
      )
      .bind(ids),
    lessons.statement,
  ];
};

const sendingRow = z.object({
  id: z.string(),
  personId: z.string(),
  receivedAt: z.number(),
  replyToken: z.string().nullable(),
  seq: z.number().nullable(),
  answer: z.string().nullable(),
  retryKey: z.string().nullable(),
  via: z.enum(['reply', 'push']).nullable(),
  dueAt: z.number().nullable(),
  tries: z.number(),
});

/** Rows with the columns above. */
export const sendingRows = z.array(sendingRow);

const personRow = z.object({
  person: z.string(),
  leftAt: z.number().nullable(),
  areaLabel: z.string().nullable(),
  areaLat: z.number().nullable(),
  areaLng: z.number().nullable(),
  areaIsCentre: z.number(),
  areaDistrict: z.string().nullable(),
  largeLetters: z.number(),
  catalogueRevision: z.number().nullable(),
  waiting: z.string(),
  bookings: z.string(),
  notices: z.string(),
  matters: z.string(),
  state: z.string().nullable(),
  seq: z.number().nullable(),
});

const waitingRows = z.array(
  z.object({
    id: z.string(),
    personId: z.string(),
    event: z.string(),
    occurredAt: z.number(),
    receivedAt: z.number(),
    replyToken: z.string().nullable(),
  }),
);

/** Oldest first; of two at the same instant always the same one first. */
const waitingIn = (json: string): readonly WaitingTurn[] =>
  waitingRows.parse(JSON.parse(json)).sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1));

/** Reads what the statements above gave. */
export const workIn = (
  [people, lessons]: readonly D1Result[],
  reading: LessonReading,
): readonly PersonWork[] => {
  const list = reading.take(lessons);
  return (people?.results ?? []).map((raw) => {
    const row = personRow.parse(raw);
    const last = row.seq === null ? null : lastIn(row.seq, row.state, sendingRow.parse(raw));
    return {
      person: personIn(row),
      catalogueRevision: row.catalogueRevision ?? 0,
      lessons: list,
      bookings: myBookingsIn(row.bookings),
      notices: herNoticesIn(row.notices),
      matters: herMattersIn(row.matters),
      waiting: waitingIn(row.waiting),
      last,
    };
  });
};

const lastIn = (seq: number, state: string | null, row: z.infer<typeof sendingRow>): LastTurn => ({
  seq,
  state,
  sending: sendingIn(row) ?? null,
});

/** A row whose answer is still being sent; undefined for one that is waiting or closed. */
export const sendingIn = (row: z.infer<typeof sendingRow>): SendingTurn | undefined => {
  const { answer, retryKey, via, dueAt } = row;
  if (answer === null || retryKey === null || via === null || dueAt === null) return undefined;
  return {
    id: row.id,
    personId: row.personId,
    receivedAt: row.receivedAt,
    replyToken: row.replyToken,
    answer,
    retryKey,
    via,
    dueAt,
    tries: row.tries,
  };
};

const personIn = (row: z.infer<typeof personRow>): Person => ({
  id: row.person,
  ...(row.leftAt === null ? {} : { leftAt: row.leftAt }),
  ...(row.areaLabel === null || row.areaLat === null || row.areaLng === null
    ? {}
    : {
        area: {
          label: row.areaLabel,
          at: { lat: row.areaLat, lng: row.areaLng },
          isCentre: row.areaIsCentre === 1,
          ...(row.areaDistrict === null ? {} : { district: row.areaDistrict }),
        },
      }),
  ...(row.largeLetters === 1 ? { hasLargeLetters: true } : {}),
});
