import type { CivilDate, ClockTime } from '../calendar';
import { addDays } from '../calendar';
import { metresBetween, walkableMetres, walkingMinutes } from '../geo';
import type { Place } from '../place';
import type { Occurrence } from '../schedule';
import { cancelledBetween, datesKnown, nextOccurrence } from '../schedule';
import type { PlaceFilters } from './filters';
import { asksForDates, dateWish, meetsAlways } from './filters';
import type { Candidate } from './nearest-first';
import { byDistance, nearestFirst } from './nearest-first';
import { isMiddle, type Origin } from './origin';
import type { PlaceIndex } from './place-index';

/** How far a search had to go: a walk of 10 minutes, of 30, her own sphere, the city. */
export type Ring = 'walk10' | 'walk30' | 'sphere' | 'city';

/** A search for places around an origin. */
export interface PlaceSearch {
  readonly origin: Origin;
  readonly filters?: PlaceFilters;
  readonly today: CivilDate;
  /** Time of day; what is over by now is not shown for today. */
  readonly now?: ClockTime;
  /** How many to show, 5 at most. */
  readonly limit?: number;
  /** How many were shown before. */
  readonly offset?: number;
  /**
   * Go on to farther rings after the first that has three. By default only for what comes after the first page: who
   * asks for other places wants those beyond.
   */
  readonly beyond?: boolean;
}

/** One place found. */
export interface PlaceHit {
  readonly place: Place;
  readonly ring: Ring;
  /** Straight distance in metres and minutes on foot; absent where the place's location is unknown. */
  readonly metres?: number;
  readonly minutes?: number;
  /** True where origin or place is only the centre of its town. */
  readonly isApproximate: boolean;
  /** The next real date that fits what was asked; absent only where the place's dates are unknown. */
  readonly next?: Occurrence;
  /** Sittings before it, within two weeks, that were cancelled by hand. */
  readonly cancelled: readonly Occurrence[];
}

/** What a search found. */
export interface PlaceFinding {
  readonly hits: readonly PlaceHit[];
  /** The ring in which the search could stop; absent where nothing was found. */
  readonly ring?: Ring;
  /** Whether anything that fits lies within ten minutes on foot. */
  readonly isAnyNear: boolean;
  /** Straight metres to the nearest that fits, shown or not. */
  readonly nearestMetres?: number;
  /** Whether there are more to show, in farther rings too. */
  readonly hasMore: boolean;
}

/** No more than this many are shown at once. */
export const MOST_SHOWN = 5;
/** A ring with this many is wide enough. */
export const ENOUGH = 3;

const TEN_MINUTES = walkableMetres(10);
const THIRTY_MINUTES = walkableMetres(30);
const rings: readonly Ring[] = ['walk10', 'walk30', 'sphere', 'city'];

type InRing = Candidate & { readonly ring: Ring };

function* inRing(candidates: Iterable<Candidate>, ring: Ring): Generator<InRing> {
  for (const candidate of candidates) yield { ...candidate, ring };
}

/** Her sphere; or her district, where nobody has said which of its spheres her town belongs to. */
const ownArea = (index: PlaceIndex, { sphere, district }: Origin): readonly number[] => {
  if (sphere !== undefined) return index.bySphere.get(sphere) ?? [];
  return district === undefined ? [] : (index.byDistrict.get(district) ?? []);
};

/** All candidates in the order of the rings, and of distance within a ring. */
function* ringByRing(
  index: PlaceIndex,
  origin: Origin,
  fits: (position: number) => boolean,
  farthest: number,
): Generator<InRing> {
  const within = (metres: number): number => Math.min(metres, farthest);
  yield* inRing(nearestFirst(index, origin.at, 0, within(TEN_MINUTES), fits), 'walk10');
  yield* inRing(nearestFirst(index, origin.at, TEN_MINUTES, within(THIRTY_MINUTES), fits), 'walk30');
  const far = ownArea(index, origin)
    .filter(fits)
    .map((position) => {
      const at = index.places[position]?.at;
      return { position, metres: at === undefined ? Number.POSITIVE_INFINITY : metresBetween(origin.at, at) };
    })
    .filter(({ metres }) => metres > THIRTY_MINUTES && metres <= farthest)
    .sort(byDistance);
  yield* inRing(far, 'sphere');
  const seen = new Set(far.map(({ position }) => position));
  const others = (position: number): boolean => !seen.has(position) && fits(position);
  yield* inRing(nearestFirst(index, origin.at, THIRTY_MINUTES, farthest, others), 'city');
  if (farthest === Number.POSITIVE_INFINITY) {
    const unplaced = index.unplaced
      .filter(others)
      .map((position) => ({ position, metres: Number.POSITIVE_INFINITY }));
    yield* inRing(unplaced, 'city');
  }
}

/** Cancelled sittings are worth a word if they lie between now and the next one, and not far ahead. */
const cancelledBefore = (
  place: Place,
  today: CivilDate,
  next: Occurrence | undefined,
): readonly Occurrence[] => {
  if ((place.schedule.exceptions ?? []).length === 0) return [];
  const twoWeeks = addDays(today, 14);
  const until = next === undefined || next.date > twoWeeks ? twoWeeks : next.date;
  return cancelledBetween(place.schedule, today, until);
};

/** Makes a hit of a place at a straight distance in metres, infinite where it is not known. */
export const hitOf = (
  { ring, metres }: Pick<InRing, 'ring' | 'metres'>,
  place: Place,
  origin: Pick<Origin, 'kind'> | undefined,
  today: CivilDate,
  next: Occurrence | undefined,
): PlaceHit => ({
  place,
  ring,
  ...(metres === Number.POSITIVE_INFINITY
    ? {}
    : { metres: Math.round(metres), minutes: walkingMinutes(metres) }),
  isApproximate: place.isApproximate || (origin !== undefined && isMiddle(origin.kind)),
  ...(next === undefined ? {} : { next }),
  cancelled: cancelledBefore(place, today, next),
});

/** The first ring at which enough have been found, or the last ring with any. */
const stopAt = (counts: ReadonlyMap<Ring, number>): Ring | undefined => {
  let sum = 0;
  for (const ring of rings) {
    sum += counts.get(ring) ?? 0;
    if (sum >= ENOUGH) return ring;
  }
  return rings.findLast((ring) => (counts.get(ring) ?? 0) > 0);
};

/**
 * Finds places around an origin: nearest first within a walk of 10 minutes, then of 30, then in her sphere, then in the
 * city, and stops after the first of these rings with which three are found. Places without an occurrence in the asked
 * range are left out; those whose dates nobody knows stay in as long as no date is asked for.
 */
export const findPlaces = (index: PlaceIndex, search: PlaceSearch): PlaceFinding => {
  const { origin, filters = {}, today, now, offset = 0 } = search;
  const limit = Math.min(search.limit ?? MOST_SHOWN, MOST_SHOWN);
  const beyond = search.beyond ?? offset > 0;
  const having =
    filters.activity === undefined ? undefined : (index.byActivity.get(filters.activity) ?? new Set());
  const meets = meetsAlways(filters);
  const fits = (position: number): boolean => {
    const place = index.places[position];
    return place !== undefined && (having === undefined || having.has(position)) && meets(place);
  };
  const { from, wish } = dateWish(filters, today, now);
  const mayBeUndated = !asksForDates(filters);
  const farthest =
    filters.maxMinutes === undefined ? Number.POSITIVE_INFINITY : walkableMetres(filters.maxMinutes);

  const found: { candidate: InRing; place: Place; next: Occurrence | undefined }[] = [];
  const counts = new Map<Ring, number>();
  let isMoreBeyond = false;
  for (const candidate of ringByRing(index, origin, fits, farthest)) {
    const place = index.places[candidate.position];
    if (place === undefined) continue;
    const next = nextOccurrence(place.schedule, from, wish);
    if (next === undefined && !(mayBeUndated && datesKnown(place.schedule) !== 'all')) continue;
    // One more than can be shown, or the first outside the last ring needed: enough to know that there are more.
    const isBeyond =
      !beyond && found.length >= ENOUGH && candidate.ring !== found[ENOUGH - 1]?.candidate.ring;
    if (found.length >= Math.max(offset + limit, ENOUGH) || isBeyond) {
      isMoreBeyond = true;
      break;
    }
    found.push({ candidate, place, next });
    counts.set(candidate.ring, (counts.get(candidate.ring) ?? 0) + 1);
  }

  const ring = stopAt(counts);
  const shown = found.slice(offset, offset + limit);
  const nearest = Math.min(...found.map(({ candidate }) => candidate.metres));
  return {
    hits: shown.map(({ candidate, place, next }) => hitOf(candidate, place, origin, today, next)),
    ...(ring === undefined ? {} : { ring }),
    isAnyNear: (counts.get('walk10') ?? 0) > 0,
    ...(Number.isFinite(nearest) ? { nearestMetres: Math.round(nearest) } : {}),
    hasMore: isMoreBeyond || found.length > offset + shown.length,
  };
};
