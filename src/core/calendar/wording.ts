import type { CivilDate, Weekday } from './civil-date';
import { daysBetween, partsOf, weekdayOf } from './civil-date';
import type { ClockTime, TimeRange } from './clock-time';
import { clockParts, halfOfDay } from './clock-time';

/** One character a weekday, Sunday first, as in 「（水）」. */
export const weekdayLetters = ['日', '月', '火', '水', '木', '金', '土'] as const;

const nearDays: Readonly<Record<number, string>> = { 0: 'きょう', 1: 'あした', 2: 'あさって' };

/** 「水曜日」 */
export const weekdayText = (weekday: Weekday): string => `${weekdayLetters[weekday]}曜日`;

/**
 * 「12月3日（水）」. With `today` the near days are named before it, 「あした 12月3日（水）」, and a date more than half
 * a year away has its year, 「2027年6月3日（木）」, because no elder counts that far.
 */
export const dateText = (date: CivilDate, today?: CivilDate): string => {
  const { year, month, day } = partsOf(date);
  const plain = `${month}月${day}日（${weekdayLetters[weekdayOf(date)]}）`;
  if (today === undefined) return plain;
  const ahead = daysBetween(today, date);
  const near = nearDays[ahead];
  if (near !== undefined) return `${near} ${plain}`;
  return Math.abs(ahead) > 183 && year !== partsOf(today).year ? `${year}年${plain}` : plain;
};

const clockText = (time: ClockTime, withHalf: boolean): string => {
  const { hour, minute } = clockParts(time);
  if (time === '12:00') return '正午';
  const half = withHalf ? (halfOfDay(time) === 'am' ? '午前' : '午後') : '';
  return `${half}${hour > 12 ? hour - 12 : hour === 12 ? 0 : hour}時${minute === 0 ? '' : `${minute}分`}`;
};

/** 「午後1時30分」; noon is 「正午」 because 午後0時 is misread. */
export const timeText = (time: ClockTime): string => clockText(time, true);

/** 「午後1時30分〜3時」; the half of the day is said again only where it changes. */
export const timeRangeText = ({ from, to }: TimeRange): string => {
  if (to === undefined) return `${timeText(from)}から`;
  // After 正午 the reader has heard no half yet, so it is said.
  const again = halfOfDay(from) !== halfOfDay(to) || from === '12:00';
  return `${timeText(from)}〜${clockText(to, again)}`;
};

/** 「あした 12月3日（水） 午後1時30分〜3時」; an unknown time is left out. */
export const occasionText = (date: CivilDate, time?: TimeRange, today?: CivilDate): string =>
  `${dateText(date, today)}${time === undefined ? '' : ` ${timeRangeText(time)}`}`;
