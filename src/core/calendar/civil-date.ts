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

/**
 * Splits a day number without making a date of it first. Schedules look at hundreds of days in one search, and this is
 * some ten times faster: years are counted from 1 March, so that the leap day is the last of its year.
 */
export const partsOfDayNumber = (dayNumber: number): DateParts => {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

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
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

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
