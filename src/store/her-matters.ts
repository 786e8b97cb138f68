import { z } from 'zod';
import type { HerMatters } from '../core/her-matters';
import { storedVolunteer, VOLUNTEER_JSON, volunteerIn } from './volunteers/volunteer-row';

/** What the person `p` has under way, as one JSON object, read in the same statement as the person herself. */
export const HER_MATTERS = `
  SELECT json_object(
    'volunteer', (SELECT ${VOLUNTEER_JSON} FROM "Volunteer" v WHERE v."personId" = p."id"),
    'wishes', (SELECT json_group_array(json_object('activity', "activity", 'label', "label")) FROM "PlaceWish"
      WHERE "personId" = p."id" AND "toldAt" IS NULL),
    'callBacks', (SELECT count(*) FROM "CallBack" WHERE "personId" = p."id" AND "doneAt" IS NULL),
    'openCases', (SELECT count(*) FROM "Case" WHERE "personId" = p."id" AND "doneAt" IS NULL),
    'reports', (SELECT json_group_array(DISTINCT "placeId") FROM "PlaceReport"
      WHERE "personId" = p."id" AND "decidedAt" IS NULL),
    'surveys', (SELECT json_group_array(json_object('id', "id", 'course', "course", 'closesAt', "closesAt", 'answer', "answer"))
      FROM (SELECT s."id", c."name" AS "course", "closesAt", "answer" FROM "Survey" s JOIN "Course" c
        ON c."id" = s."courseId" WHERE s."personId" = p."id" ORDER BY "askedAt" DESC)))`;

const stored = z.object({
  volunteer: storedVolunteer.nullable(),
  wishes: z.array(z.object({ activity: z.string().nullable(), label: z.string() })),
  callBacks: z.number(),
  openCases: z.number(),
  reports: z.array(z.string()),
  surveys: z.array(
    z.object({
      id: z.string(),
      course: z.string(),
      closesAt: z.number(),
      answer: z.enum(['found', 'way', 'neither', 'refused']).nullable(),
    }),
  ),
});

/** Reads what the statement above gave. */
export const herMattersIn = (json: string): HerMatters => {
  const { volunteer, wishes, callBacks, openCases, reports, surveys } = stored.parse(JSON.parse(json));
  return {
    openCases,
    reports,
    callBacks,
    surveys: surveys.map(({ answer, ...rest }) => ({ ...rest, ...(answer === null ? {} : { answer }) })),
    wishes: wishes.map(({ activity, label }) => ({ label, ...(activity === null ? {} : { activity }) })),
    ...(volunteer === null ? {} : { volunteer: volunteerIn(volunteer) }),
  };
};
