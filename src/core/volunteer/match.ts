import { addDays, type CivilDate, type Weekday, weekdayOf } from '../calendar';
import { metresBetween, walkingMinutes } from '../geo';
import type { Place } from '../place';
import { nextOccurrence, type Occurrence, occurrencesBetween } from '../schedule';
import type { PlaceIndex } from '../search';
import type { Offer } from './volunteer';

/** What volunteers look at first: the place, the date, the field (shares of those asked, in percent). */
export const weights = { place: 74, date: 68, field: 64 } as const;

/** Farther than this, in minutes on foot, nobody is sent. */
export const FARTHEST = 30;

/** How many days ahead a place's weekdays are looked for. */
const DAYS_AHEAD = 35;

/** A place that fits an offer, with the reasons that can be told. */
export interface Match {
  readonly place: Place;
  /** From 0 to the sum of the weights. */
  readonly score: number;
  /** Minutes on foot; absent where she named no place. */
  readonly minutes?: number;
  /** A weekday she can on which it is held. */
  readonly weekday?: Weekday;
  /** An activity she likes that is done there. */
  readonly activity?: string;
  readonly next?: Occurrence;
}

/** The whole weight within ten minutes, less with every step, nothing beyond {@link FARTHEST}. */
const nearness = (minutes: number | undefined): number =>
  minutes === undefined ? 0 : Math.min(1, Math.max(0, (FARTHEST - minutes) / (FARTHEST - 10)));

const matchOf = (
  place: Place,
  isDone: (activity: string) => boolean,
  offer: Offer,
  today: CivilDate,
): Match | undefined => {
  const { area, weekdays, likes } = offer;
  const minutes =
    area === undefined || place.at === undefined
      ? undefined
      : walkingMinutes(metresBetween(area.at, place.at));
  if (area !== undefined && (minutes === undefined || minutes > FARTHEST)) return undefined;
  const held = occurrencesBetween(place.schedule, today, addDays(today, DAYS_AHEAD));
  const weekday = held.map(({ date }) => weekdayOf(date)).find((day) => weekdays.includes(day));
  const activity = likes.find(isDone);
  const next = nextOccurrence(place.schedule, today);
  const score =
    weights.place * nearness(minutes) +
    weights.date * (weekday === undefined ? 0 : 1) +
    weights.field * (activity === undefined ? 0 : 1);
  return {
    place,
    score,
    ...(minutes === undefined ? {} : { minutes }),
    ...(weekday === undefined ? {} : { weekday }),
    ...(activity === undefined ? {} : { activity }),
    ...(next === undefined ? {} : { next }),
  };
};

/** The places that fit an offer best, the best first; equal ones in the order of distance, then of their ids. */
export const matchPlaces = (
  { places, byActivity }: Pick<PlaceIndex, 'places' | 'byActivity'>,
  offer: Offer,
  today: CivilDate,
  limit: number,
): readonly Match[] =>
  places
    .flatMap((place, position) => {
      const isDone = (activity: string): boolean => byActivity.get(activity)?.has(position) === true;
      return matchOf(place, isDone, offer, today) ?? [];
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        (a.minutes ?? 0) - (b.minutes ?? 0) ||
        (a.place.id < b.place.id ? -1 : a.place.id > b.place.id ? 1 : 0),
    )
    .slice(0, limit);
