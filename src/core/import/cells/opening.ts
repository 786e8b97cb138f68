import { type ClockTime, clockTime, type TimeRange } from '../../calendar';
import { type Pattern, type Rule, readRecurrenceCode, readSchedule } from '../../schedule';
import { afternoon, halfPast, otherTimes, timeAtStart } from './wording';

/** What the columns on opening days and times say. */
export interface OpeningReading {
  readonly rules: readonly Rule[];
  /** Pieces that were not understood. */
  readonly unread: readonly string[];
  /** True where times were left out, because a remark says that they are not the same on all days. */
  readonly hasOtherTimes: boolean;
}

/** A time cell: 「９：００」, 「9:00:00」, 「9時」, or a part of the day as spreadsheets keep times, 0.375. */
const timeIn = (cell: string): { readonly time: ClockTime | undefined; readonly rest: string } => {
  const text = cell.normalize('NFKC').trim();
  if (/^0?\.\d+$/.test(text)) {
    const minutes = Math.round(Number(text) * 24 * 60);
    return { time: clockTime(Math.floor(minutes / 60), minutes % 60), rest: '' };
  }
  const found = timeAtStart.exec(text);
  if (found === null) return { time: undefined, rest: text };
  const [all, half = '', hour, minute, minuteInWords, isHalfPast] = found;
  const later = afternoon.test(half) && Number(hour) < 12 ? 12 : 0;
  const minutes = isHalfPast === undefined ? Number(minute ?? minuteInWords ?? 0) : halfPast;
  return { time: clockTime(Number(hour) + later, minutes), rest: text.slice(all.length).trim() };
};

const ruled = (pattern: Pattern): Rule => ({ ...pattern, holidays: 'unknown' });

/** Reads opening days and times. Nothing where no day is named. */
export const readOpening = (cells: {
  readonly weekdays: string;
  readonly opens: string;
  readonly closes: string;
  readonly note: string;
}): OpeningReading | undefined => {
  const days = cells.weekdays.trim();
  if (days === '') return undefined;
  const opens = timeIn(cells.opens);
  const closes = timeIn(cells.closes);
  const remarks = [opens.rest, closes.rest].filter((rest) => rest !== '');
  const read = readSchedule(days);
  const rules = readRecurrenceCode(days)?.map(ruled) ?? read?.rules ?? [];
  const hasOtherTimes = remarks.length > 0 || otherTimes.test(cells.note.normalize('NFKC'));
  const time = hasOtherTimes ? undefined : rangeOf(opens.time, closes.time);
  return {
    rules: time === undefined ? rules : rules.map((rule) => ({ ...rule, time: rule.time ?? time })),
    unread: [...(rules.length === 0 ? [days] : (read?.unread ?? [])), ...remarks],
    hasOtherTimes,
  };
};

const rangeOf = (from: ClockTime | undefined, to: ClockTime | undefined): TimeRange | undefined => {
  if (from === undefined) return undefined;
  // Midnight at the end of a day is written 0:00 by many.
  const end = to === '00:00' ? '24:00' : to;
  return end === undefined || end <= from ? { from } : { from, to: end };
};
