import { dayNumberOf, weekdayOfDayNumber } from '../calendar';
import type { FallsOn } from './rule-days';
import { fallsOn, possibleWeekdays } from './rule-days';
import type { Exception, Rule, Schedule } from './schedule';

/** A schedule made ready to be asked about many days: dates are day numbers, rules are tests. */
export interface Compiled {
  readonly rules: readonly { readonly rule: Rule; readonly fallsOn: FallsOn }[];
  /** Exceptions by the day they speak of. */
  readonly byDay: ReadonlyMap<number, readonly Exception[]>;
  /** Sittings moved to a day from another one. */
  readonly movedTo: ReadonlyMap<number, readonly Extract<Exception, { kind: 'moved' }>[]>;
  /** Days with a cancellation, in order. */
  readonly offDays: readonly number[];
  /** Whether the rules count on a day: after the start, before the end, in no pause. */
  readonly counts: (dayNumber: number) => boolean;
  /** The quick test: false only if nothing can be held on that day. */
  readonly mayFallOn: (dayNumber: number) => boolean;
  /** The first day from the given one on for which `mayFallOn` is true; infinite if there is none. */
  readonly firstFrom: (dayNumber: number) => number;
}

const grouped = <T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

const countsFor = ({ start, end, pauses = [] }: Schedule): Compiled['counts'] => {
  const first = start === undefined ? -Infinity : dayNumberOf(start);
  const last = end === undefined ? Infinity : dayNumberOf(end);
  const rests = pauses.map(
    ({ from, to }) => [dayNumberOf(from), to === undefined ? Infinity : dayNumberOf(to)] as const,
  );
  return (day) => day >= first && day <= last && !rests.some(([from, to]) => day >= from && day <= to);
};

const compile = (schedule: Schedule): Compiled => {
  const rules = schedule.rules.map((rule) => ({ rule, fallsOn: fallsOn(rule) }));
  const exceptions = schedule.exceptions ?? [];
  const byDay = grouped(exceptions, (exception) => dayNumberOf(exception.date));
  const moved = exceptions.flatMap((exception) =>
    exception.kind === 'moved' && exception.toDate !== undefined ? [exception] : [],
  );
  const movedTo = grouped(moved, (exception) => dayNumberOf(exception.toDate ?? exception.date));
  const mask = schedule.rules.reduce((all, rule) => all | possibleWeekdays(rule), 0);
  const dated = schedule.rules.flatMap((rule) => (rule.kind === 'dates' ? rule.dates.map(dayNumberOf) : []));
  const single = new Set([...dated, ...byDay.keys(), ...movedTo.keys()]);
  const singleInOrder = [...single].sort((a, b) => a - b);
  const mayFallOn = (day: number): boolean =>
    (mask & (1 << weekdayOfDayNumber(day))) !== 0 || single.has(day);
  return {
    rules,
    byDay,
    movedTo,
    offDays: [...byDay]
      .filter(([, of]) => of.some((exception) => exception.kind === 'off'))
      .map(([day]) => day)
      .sort((a, b) => a - b),
    counts: countsFor(schedule),
    mayFallOn,
    firstFrom: (from) => {
      if (mask === 0) return singleInOrder.find((day) => day >= from) ?? Infinity;
      let day = from;
      while (!mayFallOn(day)) day += 1;
      return day;
    },
  };
};

// A schedule never changes once it is made, so its compiled form is kept beside it for as long as it lives.
const kept = new WeakMap<Schedule, Compiled>();

/** The compiled form of a schedule, made at the first call for that very object. */
export const compiledOf = (schedule: Schedule): Compiled => {
  const known = kept.get(schedule);
  if (known !== undefined) return known;
  const compiled = compile(schedule);
  kept.set(schedule, compiled);
  return compiled;
};
