import { z } from 'zod';
import type { Weekday } from '../../core/calendar';
import { isWay, type Volunteer } from '../../core/volunteer/volunteer';

/** A row of `Volunteer` under the name `v`, as one JSON object. */
export const VOLUNTEER_JSON = `json_object('state', v."state", 'revision', v."revision", 'ways', json(v."ways"),
  'areaLabel', v."areaLabel", 'areaLat', v."areaLat", 'areaLng', v."areaLng", 'areaIsCentre', v."areaIsCentre",
  'district', v."district", 'weekdays', json(v."weekdays"), 'likes', json(v."likes"), 'place', v."placeId")`;

const weekday = z.number().transform((day): Weekday => {
  const known = ([0, 1, 2, 3, 4, 5, 6] as const).find((one) => one === day);
  return known ?? 0;
});

/** What the statement above gives. */
export const storedVolunteer = z.object({
  state: z.enum(['wish', 'met', 'trained', 'active', 'paused', 'ended']),
  revision: z.number(),
  ways: z.array(z.string()),
  areaLabel: z.string().nullable(),
  areaLat: z.number().nullable(),
  areaLng: z.number().nullable(),
  areaIsCentre: z.number(),
  district: z.string().nullable(),
  weekdays: z.array(weekday),
  likes: z.array(z.string()),
  place: z.string().nullable(),
});

/** Reads a stored volunteer. */
export const volunteerIn = (row: z.infer<typeof storedVolunteer>): Volunteer => ({
  state: row.state,
  revision: row.revision,
  ways: row.ways.filter(isWay),
  weekdays: row.weekdays,
  likes: row.likes,
  ...(row.areaLabel === null || row.areaLat === null || row.areaLng === null
    ? {}
    : {
        area: {
          label: row.areaLabel,
          at: { lat: row.areaLat, lng: row.areaLng },
          isCentre: row.areaIsCentre === 1,
          ...(row.district === null ? {} : { district: row.district }),
        },
      }),
  ...(row.place === null ? {} : { place: row.place }),
});
