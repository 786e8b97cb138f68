import {
  addDays,
  type CivilDate,
  civilDate,
  dayNumberOf,
  daysInMonth,
  holidaysNamed,
  isHoliday,
  mondayOf,
  nextWeekday,
  partsOf,
  tokyoDate,
  type Weekday,
} from '../../../calendar';
import { isDefined } from '../defined';
import { dayMark, namedDayContext, namedDays, dayPatterns as say } from './wording';

/** A day that was said, and the words for it. */
export interface DaySaid {
  readonly day: string;
  readonly words: string;
  /** From another day to this one. */
  readonly isMoved?: true;
}

/** How long ago a day and month may be before the next year's is meant, in days. */
const RECENT = 31;

/** Writes the days of the month that have a name of their own as digits. */
export const withNamedDays = (text: string): string => {
  const { afterMonth, alone, later } = namedDayContext;
  const digits = (name: string): string => `${namedDays[name] ?? ''}${dayMark}`;
  return text
    .replace(afterMonth, (_, month: string, name: string) => month + digits(name))
    .replace(alone, (_, edge: string, name: string) => edge + digits(name))
    .replace(later, (name: string) => digits(name));
};

/** The day of one month and day that is meant today: the coming one, or one just past. */
const nearest = (today: CivilDate, month: number, day: number): CivilDate | undefined => {
  const { year } = partsOf(today);
  const candidates = [0, 1, 2, 3, 4].map((more) => civilDate(year + more, month, day)).filter(isDefined);
  return candidates.find((date) => dayNumberOf(date) >= dayNumberOf(today) - RECENT);
};

/** The next date on or after today that has this day of the month. */
const comingDay = (today: CivilDate, day: number): CivilDate | undefined => {
  const { year, month } = partsOf(today);
  return [0, 1, 2, 3]
    .map((more) => civilDate(year + Math.floor((month - 1 + more) / 12), ((month - 1 + more) % 12) + 1, day))
    .filter(isDefined)
    .find((date) => date >= today);
};

const inMonth = (
  today: CivilDate,
  monthsAhead: number,
): { readonly year: number; readonly month: number } => {
  const { year, month } = partsOf(today);
  return {
    year: year + Math.floor((month - 1 + monthsAhead) / 12),
    month: ((month - 1 + monthsAhead) % 12) + 1,
  };
};

const endOf = ({ year, month }: { readonly year: number; readonly month: number }): CivilDate | undefined =>
  civilDate(year, month, daysInMonth(year, month));

const weekdayNumber = (name: string | undefined): number => say.weekdays[name ?? ''] ?? 0;
const asWeekday = (fromMonday: number): Weekday => {
  const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
  return weekdays[fromMonday % 7] ?? 0;
};

const holidayIn = (text: string, today: CivilDate): DaySaid | undefined => {
  const { year } = partsOf(today);
  for (const [name, kana] of say.holidays) {
    const words = text.includes(name) ? name : text.includes(kana) ? kana : undefined;
    if (words === undefined) continue;
    const day = [...holidaysNamed(name, year), ...holidaysNamed(name, year + 1)].find(
      (date) => date >= today,
    );
    if (day !== undefined) return { day, words };
  }
  const next = say.nextHoliday.exec(text);
  if (!next) return undefined;
  for (let ahead = 1; ahead < 366; ahead += 1) {
    const day = addDays(today, ahead);
    if (isHoliday(day)) return { day, words: next[0] };
  }
  return undefined;
};

const monthEndIn = (text: string, today: CivilDate): DaySaid | undefined => {
  if (!say.monthEndWord.test(text)) return undefined;
  const found = say.monthEnd.exec(text);
  if (!found) return undefined;
  const [words, month, isNext, isAfterNext] = found;
  if (month !== undefined) {
    const { year } = partsOf(today);
    const day = [year, year + 1]
      .map((of) => endOf({ year: of, month: Number(month) }))
      .filter(isDefined)
      .find((date) => date >= today);
    return day === undefined ? undefined : { day, words };
  }
  const day = endOf(inMonth(today, isNext ? 1 : isAfterNext ? 2 : 0));
  return day === undefined ? undefined : { day, words };
};

const nthWeekdayIn = (text: string, today: CivilDate): DaySaid | undefined => {
  const found = say.nthWeekday.exec(text);
  if (!found) return undefined;
  const [words, month, named, nth, weekday] = found;
  const { year, month: now } = partsOf(today);
  const ahead = named === undefined ? (Number(month) - now + 12) % 12 : (say.monthOffsets[named] ?? 0);
  const of = inMonth(today, ahead);
  const first = civilDate(of.year, of.month, 1) ?? civilDate(year, now, 1);
  if (first === undefined) return undefined;
  const day = addDays(
    nextWeekday(first, asWeekday(weekdayNumber(weekday))),
    7 * ((say.nth[nth ?? ''] ?? Number(nth)) - 1),
  );
  return partsOf(day).month === of.month ? { day, words } : undefined;
};

const datedIn = (text: string, today: CivilDate): DaySaid | undefined => {
  const nth = nthWeekdayIn(text, today);
  if (nth) return nth;
  const monthEnd = monthEndIn(text, today);
  if (monthEnd) return monthEnd;
  const monthDay = say.monthDay.exec(text);
  if (monthDay) {
    const day = nearest(today, Number(monthDay[1]), Number(monthDay[2]));
    return day === undefined ? undefined : { day, words: monthDay[0] };
  }
  const ofMonth = say.ofMonth.exec(text);
  if (ofMonth) {
    const { year, month } = inMonth(today, say.monthOffsets[ofMonth[1] ?? ''] ?? 0);
    const day = civilDate(year, month, Number(ofMonth[2]));
    return day === undefined ? undefined : { day, words: ofMonth[0] };
  }
  const later = say.daysLater.exec(text);
  if (later) return { day: addDays(today, Number(later[1])), words: later[0] };
  const weeks = say.weeksLater.exec(text);
  if (weeks) return { day: addDays(today, 7 * Number(weeks[1])), words: weeks[0] };
  for (const [pattern, month, dayOfMonth] of say.fixed) {
    const found = pattern.exec(text);
    const day = found && nearest(today, month, dayOfMonth);
    if (found && day) return { day, words: found[0] };
  }
  return holidayIn(text, today);
};

const weekdayIn = (text: string, today: CivilDate): DaySaid | undefined => {
  const inWeek = say.week.exec(text);
  if (inWeek) {
    const monday = addDays(mondayOf(today), 7 * (say.weekOffsets[inWeek[1] ?? ''] ?? 0));
    return { day: addDays(monday, weekdayNumber(inWeek[2]) - 1), words: inWeek[0] };
  }
  const next = say.nextWeekday.exec(text);
  if (next) return { day: nextWeekday(addDays(today, 1), asWeekday(weekdayNumber(next[1]))), words: next[0] };
  const bare = say.weekday.exec(text);
  if (!bare || say.habit.test(text)) return undefined;
  const loose = say.weekLoose.exec(text);
  const weekday = weekdayNumber(bare[1]);
  if (loose) {
    const monday = addDays(mondayOf(today), 7 * (say.weekOffsets[loose[1] ?? ''] ?? 0));
    return { day: addDays(monday, weekday - 1), words: `${loose[0]} ${bare[0]}` };
  }
  return { day: nextWeekday(today, asWeekday(weekday)), words: bare[0] };
};

const HOUR = 3_600_000;
const lately = { hour: Number.NaN, date: '' };

/** The date in Tokyo. Time zones are slow to reckon with, and within an hour the date stays the same. */
const dateAt = (now: number): CivilDate => {
  const hour = Math.floor(now / HOUR);
  if (lately.hour !== hour) {
    lately.date = tokyoDate(now);
    lately.hour = hour;
  }
  return lately.date;
};

/**
 * The day a sentence speaks of: `YYYY-MM-DD`, or `weekend`. `text` is folded, with digits for numbers; a single space
 * stands where there was one, or a mark.
 */
export const dayIn = (text: string, now: number): DaySaid | undefined => {
  if (!say.any.test(text)) return undefined;
  const to = say.moved.exec(text)?.[1];
  const moved = to === undefined ? undefined : anyDayIn(to, now);
  if (moved) return { ...moved, isMoved: true };
  const instead = say.instead.exec(text)?.[1];
  return (instead === undefined ? undefined : anyDayIn(instead, now)) ?? anyDayIn(text, now);
};

const anyDayIn = (text: string, now: number): DaySaid | undefined => {
  const today = dateAt(now);
  const named = withNamedDays(text);
  const close = named.replaceAll(' ', '');
  const dated = datedIn(close, today);
  if (dated) return dated;
  const weekend = say.weekend.exec(close);
  if (weekend) return { day: 'weekend', words: weekend[0] };
  for (const [pattern, ahead] of say.ahead) {
    const found = pattern.exec(named) ?? pattern.exec(close);
    if (found) return { day: addDays(today, ahead), words: found[0] };
  }
  const both = say.dayWithWeekday.exec(close);
  const numbered = both && comingDay(today, Number(both[1]));
  if (both && numbered) return { day: numbered, words: both[0] };
  const weekday = weekdayIn(close, today);
  if (weekday) return weekday;
  const bare = say.day.exec(close);
  const day = bare && comingDay(today, Number(bare[1]));
  return bare && day ? { day, words: bare[0] } : undefined;
};
