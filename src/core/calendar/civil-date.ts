/**
 * A date on the wall calendar, `YYYY-MM-DD`, without time or zone. Dates in this form compare and sort as text.
 * A text is known to be one after `isCivilDate`.
 */
export type CivilDate = string;

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Year, month 1–12 and day 1–31 of a date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly Weekday[];

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** The seven weekdays in the order a Japanese timetable is read, Monday first. */
export const mondayFirst: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** Days since 1970-01-01; the difference of two is the number of nights between them. */
export const dayNumberOf = (date: CivilDate): number => {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
};

/** The date that lies `dayNumber` days after 1970-01-01. */
export const dateOfDayNumber = (dayNumber: number): CivilDate =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

/** Weekday of a day number. */
export const weekdayOfDayNumber = (dayNumber: number): Weekday =>
  // 1970-01-01 was a Thursday.
  weekdays[(((dayNumber + 4) % 7) + 7) % 7] ?? 0;

/** Splits a date; the parts of a text that is no date are meaningless. */
export const partsOf = (date: CivilDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

/** Makes a date of its parts, or nothing where the calendar has no such day (30 February). */
export const civilDate = (year: number, month: number, day: number): CivilDate | undefined => {
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return isCivilDate(date) ? date : undefined;
};

/** Whether a text is an existing date of the years 1000–9999. */
export const isCivilDate = (text: string): text is CivilDate => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** Number of days of a month, 28–31. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The date `days` days later, or earlier for a negative number. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  dateOfDayNumber(dayNumberOf(date) + days);

/** How many days `to` lies after `from`; negative if before. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumberOf(to) - dayNumberOf(from);

/** Weekday of a date. */
export const weekdayOf = (date: CivilDate): Weekday => weekdayOfDayNumber(dayNumberOf(date));

/** The first date on or after `from` that falls on the weekday. */
export const nextWeekday = (from: CivilDate, weekday: Weekday): CivilDate =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** The Monday on or before the date. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, -((weekdayOf(date) + 6) % 7));
