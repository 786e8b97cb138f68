import type { CivilDate, ClockTime, TimeRange, Weekday } from '../calendar';

/** Which week of the month a weekday is counted in: its first to fifth, or its last. */
export type Week = 1 | 2 | 3 | 4 | 5 | 'last';

/** What a rule does on national holidays; `unknown` where nobody has said. */
export type OnHolidays = 'held' | 'skipped' | 'unknown';

/** On which days a rule falls. */
export type Pattern =
  | { readonly kind: 'weekly'; readonly weekdays: readonly Weekday[] }
  | { readonly kind: 'nth-weekday'; readonly weeks: readonly Week[]; readonly weekdays: readonly Weekday[] }
  /**
   * Every other week, counted from the week (Monday to Sunday) in which the anchor lies. Without an anchor nobody
   * knows which of the two weeks it is, and no date is computed.
   */
  | { readonly kind: 'alternate-weeks'; readonly weekdays: readonly Weekday[]; readonly anchor?: CivilDate }
  /** Fixed days of the month; months that are too short have none. */
  | { readonly kind: 'month-days'; readonly days: readonly (number | 'last')[] }
  /** Single dates. They were chosen by hand, so holidays do not matter to them. */
  | { readonly kind: 'dates'; readonly dates: readonly CivilDate[] }
  /** Held, but on no regular day: no date is computed. */
  | { readonly kind: 'irregular' };

/** One rule of a schedule: its days, its time if known, and its limits. */
export type Rule = Pattern & {
  readonly time?: TimeRange;
  /** Months 1–12 in which the rule counts; absent for all. */
  readonly months?: readonly number[];
  readonly holidays: OnHolidays;
};

/** A change to what the rules say for one date, made by hand. It beats rules, holidays, pauses, start and end. */
export type Exception =
  /** Not held; with `from` only the sitting that begins then. Beats every other exception of its date. */
  | { readonly kind: 'off'; readonly date: CivilDate; readonly from?: ClockTime; readonly reason?: string }
  | { readonly kind: 'extra'; readonly date: CivilDate; readonly time?: TimeRange; readonly reason?: string }
  /** The sitting of `date` (with `from`: the one that begins then) is at another time, date or both. */
  | {
      readonly kind: 'moved';
      readonly date: CivilDate;
      readonly from?: ClockTime;
      readonly toDate?: CivilDate;
      readonly time?: TimeRange;
      readonly reason?: string;
    };

/** A time in which the rules rest, both days included; without `to` until further notice. */
export interface Pause {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly reason?: string;
}

/** When a place or class takes place. */
export interface Schedule {
  readonly rules: readonly Rule[];
  readonly exceptions?: readonly Exception[];
  readonly pauses?: readonly Pause[];
  /** First and last day on which the rules count. */
  readonly start?: CivilDate;
  readonly end?: CivilDate;
}

/** One real date on which something takes place. */
export interface Occurrence {
  readonly date: CivilDate;
  /** Absent where the time is not known. */
  readonly time?: TimeRange;
  /** It is a holiday, and nobody has said whether it is held then: to be asked by phone. */
  readonly holidayUnsure?: true;
  /** The date it would have been on, had it not been moved here. */
  readonly movedFrom?: CivilDate;
  readonly reason?: string;
}

/** A schedule about which nothing is known. */
export const unknownSchedule: Schedule = { rules: [] };
