import { z } from 'zod';
import type { Booking } from '../../core/course/course';

/** How many of a person's bookings a turn looks at, the newest first. */
const MOST = 20;

/** The latest bookings of the person `p` as JSON, read in the same statement as the person herself. */
export const MY_BOOKINGS = `
  SELECT json_group_array(json_object('id', m."id", 'lesson', m."lessonId", 'number', m."number", 'people', m."people",
    'state', m."state", 'until', m."until", 'isProxy', m."isProxy", 'cancelledAt', m."cancelledAt",
    'cancelledFrom', m."cancelledFrom", 'ahead', CASE m."state" WHEN 'waiting' THEN
      (SELECT count(*) FROM "Booking" a WHERE a."lessonId" = m."lessonId" AND a."state" = 'waiting'
         AND (a."queuedAt" < m."queuedAt" OR (a."queuedAt" = m."queuedAt" AND a."id" < m."id"))) END))
  FROM (SELECT * FROM "Booking" WHERE "personId" = p."id" ORDER BY "madeAt" DESC, "id" LIMIT ${MOST}) m`;

const state = z.enum(['booked', 'held', 'offered', 'waiting', 'cancelled', 'lapsed']);

const rows = z.array(
  z.object({
    id: z.string(),
    lesson: z.string(),
    number: z.string(),
    people: z.number(),
    state,
    until: z.number().nullable(),
    isProxy: z.number(),
    cancelledAt: z.number().nullable(),
    cancelledFrom: state.nullable(),
    ahead: z.number().nullable(),
  }),
);

/** Reads what the statement above gave. */
export const myBookingsIn = (stored: string): readonly Booking[] =>
  rows.parse(JSON.parse(stored)).map(({ until, isProxy, cancelledAt, cancelledFrom, ahead, ...rest }) => ({
    ...rest,
    isProxy: isProxy === 1,
    ...(until === null ? {} : { until }),
    ...(cancelledAt === null ? {} : { cancelledAt }),
    ...(cancelledFrom === null ? {} : { cancelledFrom }),
    ...(ahead === null ? {} : { ahead }),
  }));
