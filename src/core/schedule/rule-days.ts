import { dayNumberOf, daysInMonth, partsOfDayNumber, weekdayOfDayNumber } from '../calendar';
import type { Rule, Schedule } from './schedule';

/** Says whether a rule falls on a day number, before holidays, pauses and exceptions. */
export type FallsOn = (dayNumber: number) => boolean;

const always: FallsOn = () => true;
const never: FallsOn = () => false;

const weekdayMask = (weekdays: readonly number[]): number =>
  weekdays.reduce((mask, weekday) => mask | (1 << weekday), 0);

/** Weekdays on which a rule can fall at all, one bit each; the quick test before the exact one. */
export const possibleWeekdays = (rule: Rule): number => {
  switch (rule.kind) {
    case 'weekly':
    case 'nth-weekday':
    case 'alternate-weeks':
      return weekdayMask(rule.weekdays);
    case 'month-days':
      return 0b1111111;
    case 'dates':
    case 'irregular':
      return 0;
  }
};

// 1970-01-05 was a Monday; weeks run from Monday to Sunday.
const weekNumber = (dayNumber: number): number => Math.floor((dayNumber - 4) / 7);

const patternTest = (rule: Rule): FallsOn => {
  switch (rule.kind) {
    case 'weekly':
      return always;
    case 'nth-weekday': {
      const { weeks } = rule;
      return (dayNumber) => {
        const { year, month, day } = partsOfDayNumber(dayNumber);
        return weeks.some((week) =>
          week === 'last' ? day > daysInMonth(year, month) - 7 : Math.ceil(day / 7) === week,
        );
      };
    }
    case 'alternate-weeks': {
      if (rule.anchor === undefined) return never;
      const anchorWeek = weekNumber(dayNumberOf(rule.anchor));
      return (dayNumber) => (weekNumber(dayNumber) - anchorWeek) % 2 === 0;
    }
    case 'month-days': {
      const { days } = rule;
      return (dayNumber) => {
        const { year, month, day } = partsOfDayNumber(dayNumber);
        return days.includes(day) || (days.includes('last') && day === daysInMonth(year, month));
      };
    }
    case 'dates': {
      const days = new Set(rule.dates.map(dayNumberOf));
      return (dayNumber) => days.has(dayNumber);
    }
    case 'irregular':
      return never;
  }
};

/** Compiles the days of one rule. */
export const fallsOn = (rule: Rule): FallsOn => {
  const mask = possibleWeekdays(rule);
  const test = patternTest(rule);
  const { months } = rule;
  const inMonths: FallsOn =
    months === undefined ? always : (dayNumber) => months.includes(partsOfDayNumber(dayNumber).month);
  if (rule.kind === 'dates') return (dayNumber) => test(dayNumber) && inMonths(dayNumber);
  return (dayNumber) =>
    (mask & (1 << weekdayOfDayNumber(dayNumber))) !== 0 && test(dayNumber) && inMonths(dayNumber);
};

/** Whether real dates can be computed from a rule. */
export const isDated = (rule: Rule): boolean =>
  rule.kind !== 'irregular' && !(rule.kind === 'alternate-weeks' && rule.anchor === undefined);

/** How much of a schedule's dates can be computed: all, some or none. */
export const datesKnown = (schedule: Schedule): 'all' | 'some' | 'none' => {
  const dated =
    schedule.rules.filter(isDated).length +
    (schedule.exceptions ?? []).filter((exception) => exception.kind === 'extra').length;
  if (dated === 0) return 'none';
  return schedule.rules.every(isDated) ? 'all' : 'some';
};
