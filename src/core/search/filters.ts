import type { CivilDate, ClockTime, Weekday } from '../calendar';
import { halfOfDay, weekdayOf } from '../calendar';
import type { Place } from '../place';
import type { Occurrence, OccurrenceWish } from '../schedule';

/** What she asks of a place. Every filter is met only by what is known: an unknown fee is not free of charge. */
export interface PlaceFilters {
  /** Canonical name of an activity; narrower ones are found too. */
  readonly activity?: string;
  /** A single day (both the same), this week, a weekend; both included. */
  readonly days?: { readonly from: CivilDate; readonly to: CivilDate };
  readonly weekdays?: readonly Weekday[];
  readonly time?: 'am' | 'pm';
  /** Free of charge. */
  readonly isFree?: boolean;
  readonly wheelchair?: boolean;
  /** No steps on the way in. */
  readonly noSteps?: boolean;
  readonly toilet?: boolean;
  readonly parking?: boolean;
  /** One may come without announcing oneself. */
  readonly noBooking?: boolean;
  /** Not farther than this on foot. */
  readonly maxMinutes?: number;
}

/** The filters that a place meets or not whatever the date; dates cost more and come later. */
export const meetsAlways = (filters: PlaceFilters): ((place: Place) => boolean) => {
  const tests: ((place: Place) => boolean)[] = [];
  if (filters.isFree === true) tests.push(({ fee }) => fee.kind === 'free');
  if (filters.wheelchair === true) tests.push(({ access }) => access.wheelchair === 'yes');
  if (filters.noSteps === true) tests.push(({ access }) => access.steps === 'no');
  if (filters.toilet === true) tests.push(({ access }) => access.toilet === 'yes');
  if (filters.parking === true) tests.push(({ access }) => access.parking === 'yes');
  if (filters.noBooking === true) tests.push(({ booking }) => booking === 'no');
  return (place) => tests.every((test) => test(place));
};

/** Whether a filter speaks of days or times, which a place of unknown dates cannot meet. */
export const asksForDates = ({ days, weekdays, time }: PlaceFilters): boolean =>
  days !== undefined || weekdays !== undefined || time !== undefined;

/** The first date on which an occurrence may lie, and what it must be like. */
export const dateWish = (
  filters: PlaceFilters,
  today: CivilDate,
  now: ClockTime | undefined,
): { readonly from: CivilDate; readonly wish: OccurrenceWish } => {
  const { days, weekdays, time } = filters;
  const from = days !== undefined && days.from > today ? days.from : today;
  const accepts = (occurrence: Occurrence): boolean =>
    (weekdays === undefined || weekdays.includes(weekdayOf(occurrence.date))) &&
    (time === undefined || (occurrence.time !== undefined && halfOfDay(occurrence.time.from) === time));
  return {
    from,
    wish: {
      ...(days === undefined ? {} : { to: days.to }),
      ...(from === today && now !== undefined ? { fromTime: now } : {}),
      ...(weekdays === undefined && time === undefined ? {} : { accepts }),
    },
  };
};
