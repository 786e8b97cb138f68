import type { CivilDate, ClockTime } from '../calendar';
import { dateOfDayNumber, dayNumberOf } from '../calendar';
import type { Compiled } from './compiled';
import { compiledOf } from './compiled';
import type { Occurrence, Schedule } from './schedule';
import { afterCancellations, cancelledOf, sittingsOn } from './sittings';

/** How many days ahead the next occurrence is looked for; whatever is later is of no use to anybody today. */
export const HORIZON_DAYS = 400;

const held = (compiled: Compiled, dayNumber: number): readonly Occurrence[] =>
  compiled.mayFallOn(dayNumber)
    ? afterCancellations(compiled, dayNumber, sittingsOn(compiled, dayNumber))
    : [];

/** All occurrences from one date to another, both included, in order of date and time. */
export const occurrencesBetween = (
  schedule: Schedule,
  from: CivilDate,
  to: CivilDate,
): readonly Occurrence[] => {
  const compiled = compiledOf(schedule);
  const found: Occurrence[] = [];
  const last = dayNumberOf(to);
  for (let day = dayNumberOf(from); day <= last; day += 1) found.push(...held(compiled, day));
  return found;
};

/** A sitting cancelled by hand: the rules would have it, an exception says no. */
export const cancelledBetween = (
  schedule: Schedule,
  from: CivilDate,
  to: CivilDate,
): readonly Occurrence[] => {
  const compiled = compiledOf(schedule);
  const first = dayNumberOf(from);
  const last = dayNumberOf(to);
  return compiled.offDays
    .filter((day) => day >= first && day <= last)
    .flatMap((day) => cancelledOf(compiled, day, sittingsOn(compiled, day)));
};

/** Whether a sitting is over at a time of its day; one of unknown length is over when it has begun. */
const isOver = ({ time }: Occurrence, at: ClockTime): boolean =>
  time !== undefined && (time.to ?? time.from) <= at;

/** What a search asks of an occurrence; `to` bounds how far to look. */
export interface OccurrenceWish {
  /** Time of day on the first date; what is over by then does not count. */
  readonly fromTime?: ClockTime;
  readonly to?: CivilDate;
  readonly accepts?: (occurrence: Occurrence) => boolean;
}

/** The first occurrence on or after a date, at most `HORIZON_DAYS` ahead, that fits the wish. */
export const nextOccurrence = (
  schedule: Schedule,
  from: CivilDate,
  wish: OccurrenceWish = {},
): Occurrence | undefined => {
  const compiled = compiledOf(schedule);
  const first = dayNumberOf(from);
  const last = Math.min(first + HORIZON_DAYS, wish.to === undefined ? Infinity : dayNumberOf(wish.to));
  const { fromTime, accepts } = wish;
  for (let day = compiled.firstFrom(first); day <= last; day = compiled.firstFrom(day + 1)) {
    const found = held(compiled, day).find(
      (occurrence) =>
        !(day === first && fromTime !== undefined && isOver(occurrence, fromTime)) &&
        (accepts === undefined || accepts(occurrence)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The dates, without times, on which something is held in a range; for calendars. */
export const heldDates = (schedule: Schedule, from: CivilDate, to: CivilDate): readonly CivilDate[] =>
  [...new Set(occurrencesBetween(schedule, from, to).map((occurrence) => dayNumberOf(occurrence.date)))].map(
    dateOfDayNumber,
  );
