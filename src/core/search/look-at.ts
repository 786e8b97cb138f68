import type { CivilDate, ClockTime } from '../calendar';
import { metresBetween } from '../geo';
import type { Place } from '../place';
import { nextOccurrence } from '../schedule';
import { dateWish } from './filters';
import { hitOf, type PlaceHit } from './find-places';
import type { Origin } from './origin';

/** One place seen by itself: its next date, and how far it is if she said where she starts. */
export const lookAtPlace = (
  place: Place,
  origin: Origin | undefined,
  today: CivilDate,
  now: ClockTime,
): PlaceHit => {
  const { from, wish } = dateWish({}, today, now);
  const next = nextOccurrence(place.schedule, from, wish);
  const metres = origin && place.at ? metresBetween(origin.at, place.at) : Number.POSITIVE_INFINITY;
  return hitOf({ ring: 'city', metres }, place, origin, today, next);
};
