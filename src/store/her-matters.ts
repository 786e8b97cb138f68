import { z } from 'zod';
import type { HerMatters } from '../core/her-matters';
import { storedVolunteer, VOLUNTEER_JSON, volunteerIn } from './volunteers/volunteer-row';

/** What the person `p` has under way, as one JSON object, read in the same statement as the person herself. */
export const HER_MATTERS = `
  SELECT json_object(
    'volunteer', (SELECT ${VOLUNTEER_JSON} FROM "Volunteer" v WHERE v."personId" = p."id"),
    'openCases', (SELECT count(*) FROM "Case" WHERE "personId" = p."id" AND "doneAt" IS NULL))`;

const stored = z.object({ volunteer: storedVolunteer.nullable(), openCases: z.number() });

/** Reads what the statement above gave. */
export const herMattersIn = (json: string): HerMatters => {
  const { volunteer, openCases } = stored.parse(JSON.parse(json));
  return { openCases, ...(volunteer === null ? {} : { volunteer: volunteerIn(volunteer) }) };
};
