import type { CivilDate, ClockTime } from '../calendar';
import type { Place } from '../place';
import type { Occurrence } from '../schedule';
import { cancelledBetween, nextOccurrence } from '../schedule';
import type { PlaceFilters } from './filters';
import { dateWish, meetsAlways } from './filters';
import type { PlaceIndex } from './place-index';

/** A list by date, for who asks what is on and not where. */
export interface PlaceListing {
  readonly area?: { readonly sphere?: string; readonly district?: string; readonly town?: string };
  readonly filters?: PlaceFilters;
  readonly today: CivilDate;
  readonly now?: ClockTime;
  readonly limit: number;
  readonly offset?: number;
}

/** A place and its next date that fits. */
export interface ListedPlace {
  readonly place: Place;
  readonly next: Occurrence;
}

/** What a listing found. */
export interface PlaceList {
  readonly listed: readonly ListedPlace[];
  readonly total: number;
  /** What was cancelled by hand in the asked days; shown, because somebody may have meant to go. */
  readonly cancelled: readonly ListedPlace[];
}

const liesIn = (place: Place, { sphere, district, town }: NonNullable<PlaceListing['area']>): boolean =>
  (sphere === undefined || place.sphere === sphere) &&
  (district === undefined || place.district === district) &&
  (town === undefined || place.town === town);

const sortKey = ({ place, next }: ListedPlace): string =>
  `${next.date} ${next.time?.from ?? '99:99'} ${place.id}`;

const inOrder = (listed: readonly ListedPlace[]): readonly ListedPlace[] =>
  listed
    .map((one) => ({ one, key: sortKey(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);

/** Lists places by their next fitting date, then time, then id. Places without a known date are left out. */
export const listPlaces = (index: PlaceIndex, listing: PlaceListing): PlaceList => {
  const { area = {}, filters = {}, today, now, limit, offset = 0 } = listing;
  const having =
    filters.activity === undefined ? undefined : (index.byActivity.get(filters.activity) ?? new Set());
  const meets = meetsAlways(filters);
  const { from, wish } = dateWish(filters, today, now);
  const { days } = filters;
  const fitting = index.places.filter(
    (place, position) =>
      (having === undefined || having.has(position)) && meets(place) && liesIn(place, area),
  );
  const listed = fitting.flatMap((place) => {
    const next = nextOccurrence(place.schedule, from, wish);
    return next === undefined ? [] : [{ place, next }];
  });
  const cancelled =
    days === undefined
      ? []
      : fitting.flatMap((place) =>
          cancelledBetween(place.schedule, from, days.to)
            .filter((occurrence) => wish.accepts?.(occurrence) ?? true)
            .map((next) => ({ place, next })),
        );
  return {
    listed: inOrder(listed).slice(offset, offset + limit),
    total: listed.length,
    cancelled: inOrder(cancelled),
  };
};
