import type { CivilDate, Weekday } from '../calendar';
import { dateText, mondayFirst, partsOf, timeRangeText, weekdayLetters } from '../calendar';
import type { Pattern, Pause, Rule, Schedule, Week } from './schedule';

const fullDate = (date: CivilDate): string => `${partsOf(date).year}年${dateText(date)}`;

const inOrder = (weekdays: readonly Weekday[]): readonly Weekday[] =>
  mondayFirst.filter((weekday) => weekdays.includes(weekday));

const weekdaysText = (weekdays: readonly Weekday[]): string =>
  `${inOrder(weekdays)
    .map((weekday) => weekdayLetters[weekday])
    .join('・')}曜日`;

const weekText = (week: Week): string => (week === 'last' ? '最終' : `第${week}`);

const patternText = (pattern: Pattern): string => {
  switch (pattern.kind) {
    case 'weekly':
      return pattern.weekdays.length === 7 ? '毎日' : `毎週${weekdaysText(pattern.weekdays)}`;
    case 'nth-weekday':
      return `${pattern.weeks.map(weekText).join('・')}${pattern.weekdays.length > 1 ? 'の' : ''}${weekdaysText(pattern.weekdays)}`;
    case 'alternate-weeks':
      return `隔週${weekdaysText(pattern.weekdays)}${pattern.anchor === undefined ? '' : `（${fullDate(pattern.anchor)}から1週おき）`}`;
    case 'month-days':
      return `毎月${pattern.days.map((day) => (day === 'last' ? '末日' : `${day}日`)).join('・')}`;
    case 'dates':
      return pattern.dates.map(fullDate).join('、');
    case 'irregular':
      return '不定期';
  }
};

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const numbersText = (months: readonly number[]): string =>
  `${[...months].sort((a, b) => a - b).join('・')}月`;

const isEach = (months: readonly number[], fits: (month: number) => boolean): boolean =>
  months.length === 6 && months.every(fits);

/** Months left out, where naming them is shorter than naming all the others; a run is short as it is. */
const monthsOffText = (months: readonly number[]): string => {
  if (months.length < 9 || monthsText(months).includes('〜')) return '';
  const off = allMonths.filter((month) => !months.includes(month));
  return off.length === 0 ? '' : `（${numbersText(off)}は休み）`;
};

/** 「4月〜7月」 for a run of three or more, else 「4・6月」; runs over the year's end are not joined. */
const monthsText = (months: readonly number[]): string => {
  const sorted = [...months].sort((a, b) => a - b);
  if (isEach(months, (month) => month % 2 === 0)) return '偶数月';
  if (isEach(months, (month) => month % 2 === 1)) return '奇数月';
  const first = sorted[0] ?? 1;
  const isRun = sorted.length > 2 && sorted.every((month, at) => month === first + at);
  return isRun ? `${first}月〜${first + sorted.length - 1}月` : numbersText(months);
};

/** One rule as one line: 「第2・第4火曜日 午後1時30分〜3時（祝日は休み）」. */
export const ruleText = (rule: Rule): string => {
  const off = rule.months === undefined ? '' : monthsOffText(rule.months);
  const months = rule.months === undefined || off !== '' ? '' : `${monthsText(rule.months)}の`;
  const time = rule.time === undefined ? '' : ` ${timeRangeText(rule.time)}`;
  const holidays =
    rule.holidays === 'skipped' ? '（祝日は休み）' : rule.holidays === 'held' ? '（祝日も開催）' : '';
  return `${months}${patternText(rule)}${time}${off}${holidays}`;
};

/** 「12月28日（月）から1月4日（月）まで休み（年末年始）」 */
export const pauseText = ({ from, to, reason }: Pause): string =>
  `${dateText(from)}から${to === undefined ? 'しばらく' : `${dateText(to)}まで`}休み${reason === undefined ? '' : `（${reason}）`}`;

/**
 * A schedule as lines for a reader: its rules, then the pauses, start and end that still lie ahead of `today`.
 * Empty where nothing is known; the caller says so and gives a phone number.
 */
export const scheduleText = (schedule: Schedule, today: CivilDate): readonly string[] => [
  ...schedule.rules.map(ruleText),
  ...(schedule.start !== undefined && schedule.start > today
    ? [`${fullDate(schedule.start)}から始まります`]
    : []),
  ...(schedule.pauses ?? []).filter(({ to }) => to === undefined || to >= today).map(pauseText),
  ...(schedule.end === undefined ? [] : [`${fullDate(schedule.end)}まで`]),
];
