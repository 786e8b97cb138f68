import { z } from 'zod';
import type { Message } from '../../core/message';
import type { HerNotices } from '../../core/notice';

/** How many of the last notices can be seen again. */
const LAST = 3;

/**
 * What the person `p` chose, was sent last and may tell others, as one JSON object, read in the same statement as the
 * person herself.
 */
export const HER_NOTICES = `
  SELECT json_object(
    'choices', (SELECT json_group_array(json_array("what", "value")) FROM "NoticeChoice" WHERE "personId" = p."id"),
    'last', (SELECT json_group_array(json_object('sentAt', "sentAt", 'content', "content")) FROM (
      SELECT "closedAt" AS "sentAt", "content" FROM "Delivery" d JOIN "Notice" n ON n."id" = d."noticeId"
        JOIN "Chunk" c ON c."noticeId" = d."noticeId" AND d."personId" BETWEEN c."firstPersonId" AND c."lastPersonId"
          AND d."isLarge" = c."isLarge"
      WHERE d."personId" = p."id" AND "failedBecause" IS NULL AND "state" = 'sent'
      ORDER BY d."queuedAt" DESC LIMIT ${LAST})),
    'scopes', (SELECT json_group_array(json_object('kind', "kind", 'target', "target")) FROM "SupporterScope"
      WHERE "personId" = p."id" AND "endedAt" IS NULL),
    'people', (SELECT json_group_array(json_object('subject', "subject", 'comes', "comes", 'waits', "waits")) FROM (
      SELECT l."id" AS "subject",
        (SELECT count(DISTINCT "personId") FROM "Booking" WHERE "lessonId" = l."id" AND "state" = 'booked') AS "comes",
        (SELECT count(DISTINCT "personId") FROM "Booking" WHERE "lessonId" = l."id"
          AND "state" IN ('held', 'offered', 'waiting')) AS "waits"
      FROM "SupporterScope" s JOIN "Lesson" l ON l."courseId" = s."target"
      WHERE s."personId" = p."id" AND s."kind" = 'course' AND s."endedAt" IS NULL AND NOT l."isPast"
      UNION ALL
      SELECT s."target", (SELECT count(*) FROM "NoticeChoice" WHERE "what" = 'place' AND "value" = s."target"), 0
      FROM "SupporterScope" s
      WHERE s."personId" = p."id" AND s."kind" = 'place' AND s."endedAt" IS NULL)),
    'withdrawable', (SELECT json_group_array("id") FROM "Notice" WHERE "authorId" = p."id"
      AND "authorKind" = 'supporter' AND "status" IN ('pending-approval', 'approved', 'scheduled')))`;

const stored = z.object({
  choices: z.array(z.tuple([z.string(), z.string()])),
  last: z.array(z.object({ sentAt: z.number(), content: z.string() })),
  scopes: z.array(z.object({ kind: z.enum(['course', 'place']), target: z.string() })),
  people: z.array(z.object({ subject: z.string(), comes: z.number(), waits: z.number() })),
  withdrawable: z.array(z.string()),
});

/** Reads what the statement above gave. */
export const herNoticesIn = (json: string): HerNotices => {
  const { choices, last, ...hers } = stored.parse(JSON.parse(json));
  const chosen = (what: string) => choices.filter(([kind]) => kind === what).map(([, value]) => value);
  return {
    stopped: chosen('stop'),
    areas: chosen('area'),
    places: chosen('place'),
    last: last.map(({ sentAt, content }) => ({ sentAt, messages: messagesIn(content) })),
    ...hers,
  };
};

/** The messages were written by us. */
const messagesIn = (content: string): readonly Message[] => JSON.parse(content);
