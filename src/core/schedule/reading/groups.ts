import type { CivilDate, Weekday } from '../../calendar';
import { civilDate, mondayFirst } from '../../calendar';
import type { Week } from '../schedule';
import * as words from './wording';

const letterToWeekday = new Map<string, Weekday>(
  mondayFirst.map((weekday) => [words.letters[weekday] ?? '', weekday]),
);

const through = <T>(order: readonly T[], from: T, to: T): readonly T[] => {
  const first = order.indexOf(from);
  const last = order.indexOf(to);
  return first <= last ? order.slice(first, last + 1) : [...order.slice(first), ...order.slice(0, last + 1)];
};

/** Reads 「月・水」 and 「月〜金」: single values and runs between a dash, in the order given. */
const withRuns = <T>(
  text: string,
  part: RegExp,
  order: readonly T[],
  meaningOf: (word: string) => T | undefined,
): readonly T[] => {
  const values: T[] = [];
  let isRun = false;
  for (const [, word, dash] of text.matchAll(part)) {
    if (dash !== undefined) {
      isRun = true;
      continue;
    }
    const value = meaningOf(word ?? '');
    const before = values.at(-1);
    if (value === undefined) continue;
    if (isRun && before !== undefined) values.push(...through(order, before, value).slice(1));
    else values.push(value);
    isRun = false;
  }
  return [...new Set(values)];
};

/** Weekdays of 「月・水・金曜」, 「月〜金曜」 and 「月火水木金」, in Monday-first order. */
export const weekdaysIn = (text: string): readonly Weekday[] => {
  const found = withRuns(text, words.weekdayPart, mondayFirst, (letter) => letterToWeekday.get(letter));
  return mondayFirst.filter((weekday) => found.includes(weekday));
};

const weekOrder: readonly Week[] = [1, 2, 3, 4, 5, 'last'];

/** Weeks of 「第2・第4」, 「第1〜3」 and 「第1・最終」, in order. */
export const weeksIn = (text: string): readonly Week[] => {
  const found = withRuns(text, words.numberPart, weekOrder, (word) =>
    weekOrder.find((week) => week === (words.kanjiDigits[word] ?? Number(word))),
  );
  return weekOrder.filter(
    (week) => found.includes(week) || (week === 'last' && words.endsWithLast.test(text)),
  );
};

const allMonths: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Months of 「4月〜10月」 and 「5・10月」, in order; a run may go over the year's end. */
export const monthsIn = (text: string): readonly number[] => {
  const found = withRuns(text, words.numberPart, allMonths, (word) =>
    allMonths.find((month) => month === Number(word)),
  );
  return allMonths.filter((month) => found.includes(month));
};

/** All months but those of the text. */
export const monthsWithout = (text: string): readonly number[] => {
  const off = monthsIn(text);
  return allMonths.filter((month) => !off.includes(month));
};

/** Every second month: those whose number divided by two leaves `rest`. */
export const everySecondMonth = (rest: 0 | 1): readonly number[] =>
  allMonths.filter((month) => month % 2 === rest);

const monthDays: readonly number[] = Array.from({ length: 31 }, (_, at) => at + 1);

/** Days of 「5日・15日・末日」. */
export const daysIn = (text: string): readonly (number | 'last')[] => {
  const found = [...text.matchAll(words.numberPart)].map(([, word]) => word ?? '');
  const days = monthDays.filter((day) => found.some((word) => Number(word) === day));
  return found.some((word) => Number.isNaN(Number(word))) ? [...days, 'last'] : days;
};

/** A date as written; without a year it is the next one on or after `today`, and unknown without either. */
export const dateIn = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: CivilDate | undefined,
): CivilDate | undefined => {
  if (year !== undefined) return civilDate(Number(year), Number(month), Number(day));
  if (today === undefined) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const [found] = [thisYear, thisYear + 1].flatMap((candidate) => {
    const date = civilDate(candidate, Number(month), Number(day));
    return date !== undefined && date >= today ? [date] : [];
  });
  return found;
};
