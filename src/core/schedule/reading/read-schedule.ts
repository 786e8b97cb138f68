import type { CivilDate, TimeRange, Weekday } from '../../calendar';
import type { OnHolidays, Pattern, Rule, Week } from '../schedule';
import type { Cursor } from './cursor';
import { cursorOn } from './cursor';
import { dateIn, daysIn, everySecondMonth, monthsIn, monthsWithout, weekdaysIn, weeksIn } from './groups';
import { readTime } from './time';
import * as words from './wording';

/** What a text says about days and times, and what of it was not understood. */
export interface ReadSchedule {
  readonly rules: readonly Rule[];
  /** Pieces of the text that say nothing known; staff are shown them. */
  readonly unread: readonly string[];
}

interface Draft {
  readonly pattern: Pattern;
  readonly months: readonly number[] | undefined;
  time: TimeRange | undefined;
}

/** What was said so far and waits for its weekday or its time. */
interface Pending {
  weeks: readonly Week[] | undefined;
  isAlternate: boolean;
  months: readonly number[] | undefined;
  drafts: Draft[];
  holidays: OnHolidays;
  unread: string[];
}

const folded = (text: string): string =>
  words.folds.reduce((now, [pattern, to]) => now.replace(pattern, to), text.normalize('NFKC'));

const add = (pending: Pending, pattern: Pattern): void => {
  pending.drafts.push({ pattern, months: pending.months, time: undefined });
  pending.weeks = undefined;
};

const weekdayPattern = (pending: Pending, weekdays: readonly Weekday[]): Pattern => {
  if (pending.weeks !== undefined) return { kind: 'nth-weekday', weeks: pending.weeks, weekdays };
  return pending.isAlternate ? { kind: 'alternate-weeks', weekdays } : { kind: 'weekly', weekdays };
};

/** A date after 「隔週水曜」 says from which week it counts; elsewhere it is a date of its own. */
const addDate = (pending: Pending, date: CivilDate): void => {
  const last = pending.drafts.at(-1);
  if (last?.pattern.kind === 'alternate-weeks' && last.pattern.anchor === undefined) {
    pending.drafts[pending.drafts.length - 1] = { ...last, pattern: { ...last.pattern, anchor: date } };
  } else if (last?.pattern.kind === 'dates' && last.time === undefined) {
    const dates = [...new Set([...last.pattern.dates, date])].sort();
    pending.drafts[pending.drafts.length - 1] = { ...last, pattern: { kind: 'dates', dates } };
  } else add(pending, { kind: 'dates', dates: [date] });
};

type Reader = (cursor: Cursor, pending: Pending, today: CivilDate | undefined) => boolean;

const word =
  (pattern: RegExp, then: (pending: Pending) => void): Reader =>
  (cursor, pending) => {
    const found = cursor.take(pattern);
    if (found !== undefined) then(pending);
    return found !== undefined;
  };

/** A group such as 「第2・4」; one that names nothing that exists, like 「第25」, stays unread. */
const group =
  <T>(
    pattern: RegExp,
    read: (text: string) => readonly T[],
    then: (pending: Pending, found: readonly T[]) => void,
  ): Reader =>
  (cursor, pending) => {
    const found = cursor.take(pattern);
    if (found === undefined) return false;
    const values = read(found[0]);
    if (values.length === 0) pending.unread.push(found[0]);
    else then(pending, values);
    return true;
  };

const readDate: Reader = (cursor, pending, today) => {
  const found = cursor.take(words.singleDate);
  if (found === undefined) return false;
  const [text, year, otherYear, month, day] = found;
  const date = dateIn(year ?? otherYear, month, day, today);
  if (date === undefined) pending.unread.push(text);
  else addDate(pending, date);
  return true;
};

const readTimes: Reader = (cursor, pending) => {
  const time = readTime(cursor);
  if (time === undefined) return false;
  const waiting = pending.drafts.filter((draft) => draft.time === undefined);
  for (const draft of waiting) draft.time = time;
  // A second time for the same days is a second sitting: 「月曜 10時〜11時・14時〜15時」.
  const last = pending.drafts.at(-1);
  if (waiting.length === 0 && last !== undefined) pending.drafts.push({ ...last, time });
  return true;
};

/** Tried in this order at every place of the text; longer and more special forms come first. */
const readers: readonly Reader[] = [
  word(words.holidaysOff, (pending) => {
    pending.holidays = 'skipped';
  }),
  word(words.holidaysHeld, (pending) => {
    pending.holidays = 'held';
  }),
  group(words.monthsOff, monthsWithout, (pending, months) => {
    pending.months = months;
    pending.drafts = pending.drafts.map((draft) => ({ ...draft, months: draft.months ?? months }));
  }),
  readTimes,
  readDate,
  group(words.monthGroup, monthsIn, (pending, months) => {
    pending.months = months;
  }),
  word(words.evenMonths, (pending) => {
    pending.months = everySecondMonth(0);
  }),
  word(words.oddMonths, (pending) => {
    pending.months = everySecondMonth(1);
  }),
  group(words.daysOfMonth, daysIn, (pending, days) => add(pending, { kind: 'month-days', days })),
  ...[words.weeksOfMonth, words.bareWeeksOfMonth].map((pattern) =>
    group(pattern, weeksIn, (pending, weeks) => {
      pending.weeks = weeks;
    }),
  ),
  word(words.lastWeek, (pending) => {
    pending.weeks = ['last'];
  }),
  word(words.everyOtherWeek, (pending) => {
    pending.isAlternate = true;
  }),
  word(words.everyWeek, (pending) => {
    pending.isAlternate = false;
  }),
  word(words.everyDay, (pending) => add(pending, { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 0] })),
  word(words.workingDays, (pending) => {
    add(pending, { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] });
    pending.holidays = 'skipped';
  }),
  word(words.noRegularDay, (pending) => add(pending, { kind: 'irregular' })),
  group(words.weekdayGroup, weekdaysIn, (pending, weekdays) =>
    add(pending, weekdayPattern(pending, weekdays)),
  ),
  word(words.filler, () => undefined),
];

/**
 * Reads when something is held from what people write: 「第2・4火曜 午後1時30分〜3時」, 「毎週月・木曜日 10時から（祝日は休み）」,
 * 「隔週水曜（2026年12月2日から）」. Gives nothing where no day at all is named. Whether holidays count is unknown unless
 * the text says it. A date without a year is the next one from `today` on.
 */
export const readSchedule = (text: string, today?: CivilDate): ReadSchedule | undefined => {
  const cursor = cursorOn(folded(text));
  const pending: Pending = {
    weeks: undefined,
    isAlternate: false,
    months: undefined,
    drafts: [],
    holidays: 'unknown',
    unread: [],
  };
  let unknown = '';
  while (!cursor.isAtEnd()) {
    if (readers.some((reader) => reader(cursor, pending, today))) {
      if (unknown !== '') pending.unread.push(unknown);
      unknown = '';
    } else unknown += cursor.skip() ?? '';
  }
  if (unknown !== '') pending.unread.push(unknown);
  if (pending.drafts.length === 0) return undefined;
  const rules = pending.drafts.map(
    ({ pattern, months, time }): Rule => ({
      ...pattern,
      ...(time === undefined ? {} : { time }),
      ...(months === undefined ? {} : { months }),
      holidays: pending.holidays,
    }),
  );
  return { rules, unread: pending.unread };
};
