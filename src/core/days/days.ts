import {
  addDays,
  type CivilDate,
  civilDate,
  dateText,
  daysInMonth,
  mondayOf,
  partsOf,
  tokyoDate,
} from '../calendar';
import type { Slots } from '../understanding';
import { wording } from './wording';

/** Days she wants, both included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Between the two dates of a span where it stands as one word, as ISO 8601 writes it. */
const BETWEEN = '/';

/** What is left of a span: nothing before today. Undefined if it is over. */
const left = ({ from, to }: Days, today: CivilDate): Days | undefined =>
  to < today ? undefined : { from: from < today ? today : from, to };

const monthAt = (today: CivilDate, ahead: number): Days | undefined => {
  const { year, month } = partsOf(today);
  const at = month - 1 + ahead;
  const [ofYear, ofMonth] = [year + Math.floor(at / 12), (at % 12) + 1];
  const from = civilDate(ofYear, ofMonth, 1);
  return from === undefined ? undefined : { from, to: addDays(from, daysInMonth(ofYear, ofMonth) - 1) };
};

const spanIn = (words: string, today: CivilDate): Days | undefined => {
  const text = words.normalize('NFKC');
  const week = wording.weeks.find(([pattern]) => pattern.test(text));
  if (week) {
    const monday = addDays(mondayOf(today), 7 * week[1]);
    return { from: monday, to: addDays(monday, 6) };
  }
  const month = wording.months.find(([pattern]) => pattern.test(text));
  if (month) return monthAt(today, month[1]);
  const named = wording.month.exec(text)?.[1];
  return named === undefined ? undefined : monthAt(today, (Number(named) - partsOf(today).month + 12) % 12);
};

/** The slots of a sentence, with a week or a month she speaks of where she names no day: 「来週」, 「12月」. */
export const withSpan = (slots: Slots, words: string, now: number): Slots => {
  const today = tokyoDate(now);
  const span = slots.day === undefined ? spanIn(words, today) : undefined;
  const days = span && left(span, today);
  return days ? { ...slots, day: `${days.from}${BETWEEN}${days.to}` } : slots;
};

/** The days a wish speaks of: a date, a span, or the coming Saturday and Sunday, or what is left of them. */
export const daysOf = (day: string, now: number): Days => {
  const today = tokyoDate(now);
  if (day === 'weekend') {
    const saturday = addDays(mondayOf(today), 5);
    return { from: saturday < today ? today : saturday, to: addDays(mondayOf(today), 6) };
  }
  const [from = day, to = day] = day.split(BETWEEN);
  return { from, to };
};

/** The day a wish speaks of, as it is said back to her. */
export const dayText = (day: string, now: number): string => {
  if (day === 'weekend') return wording.weekend;
  const { from, to } = daysOf(day, now);
  return from === to ? dateText(from, tokyoDate(now)) : wording.span(dateText(from), dateText(to));
};
