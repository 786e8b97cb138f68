import holidayJp from '@holiday-jp/holiday_jp';
import type { Occurrence, Rule, Schedule } from '../../src/core/schedule';

/**
 * A second, slow and obvious reading of the schedule rules: walks every day with the platform's own calendar, and
 * shares no code with the one under test.
 */
type Sitting = { date: string; from: string; to: string };

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** All days of the month a day lies in that fall on the same weekday, as dates. */
const sameWeekdays = (day: number): string[] => {
  const date = new Date(day);
  const found: string[] = [];
  for (let d = 1; d <= 31; d += 1) {
    const other = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), d));
    if (other.getUTCMonth() === date.getUTCMonth() && other.getUTCDay() === date.getUTCDay())
      found.push(iso(+other));
  }
  return found;
};

const monday = (day: number): number => {
  let back = day;
  while (new Date(back).getUTCDay() !== 1) back -= DAY;
  return back;
};

const ruleFalls = (rule: Rule, day: number): boolean => {
  const date = new Date(day);
  if (rule.months && !rule.months.includes(date.getUTCMonth() + 1)) return false;
  const onWeekday = (weekdays: readonly number[]) => weekdays.includes(date.getUTCDay());
  switch (rule.kind) {
    case 'weekly':
      return onWeekday(rule.weekdays);
    case 'nth-weekday': {
      const all = sameWeekdays(day);
      const position = all.indexOf(iso(day));
      return (
        onWeekday(rule.weekdays) &&
        rule.weeks.some((week) => (week === 'last' ? position === all.length - 1 : position === week - 1))
      );
    }
    case 'alternate-weeks': {
      if (rule.anchor === undefined || !onWeekday(rule.weekdays)) return false;
      const weeks = Math.round((monday(day) - monday(at(rule.anchor))) / (7 * DAY));
      return weeks % 2 === 0;
    }
    case 'month-days':
      return (
        rule.days.includes(date.getUTCDate()) ||
        (rule.days.includes('last') && new Date(day + DAY).getUTCDate() === 1)
      );
    case 'dates':
      return rule.dates.includes(iso(day));
    case 'irregular':
      return false;
  }
};

const ruled = (schedule: Schedule, day: number): Sitting[] => {
  const date = iso(day);
  if (schedule.start && date < schedule.start) return [];
  if (schedule.end && date > schedule.end) return [];
  if (schedule.pauses?.some((pause) => date >= pause.from && (pause.to === undefined || date <= pause.to)))
    return [];
  const found: Sitting[] = [];
  for (const rule of schedule.rules) {
    if (!ruleFalls(rule, day)) continue;
    if (rule.kind !== 'dates' && rule.holidays === 'skipped' && holidayJp.isHoliday(date)) continue;
    found.push({ date, from: rule.time?.from ?? '', to: rule.time?.to ?? '' });
  }
  return found;
};

/** All sittings from one date to another as `date from to`, sorted, each beginning once. */
export const bruteForce = (schedule: Schedule, from: string, to: string): string[] => {
  const found: string[] = [];
  for (let day = at(from); day <= at(to); day += DAY) {
    const date = iso(day);
    const exceptions = schedule.exceptions ?? [];
    let sittings = ruled(schedule, day);
    sittings = sittings.flatMap((sitting) => {
      const move = exceptions.find(
        (e) => e.kind === 'moved' && e.date === date && (e.from === undefined || e.from === sitting.from),
      );
      if (move?.kind !== 'moved') return [sitting];
      if (move.toDate !== undefined && move.toDate !== date) return [];
      return [move.time ? { date, from: move.time.from, to: move.time.to ?? '' } : sitting];
    });
    for (const e of exceptions) {
      if (e.kind === 'moved' && e.toDate === date && e.date !== date) {
        for (const original of ruled(schedule, at(e.date))) {
          if (e.from !== undefined && e.from !== original.from) continue;
          sittings.push(e.time ? { date, from: e.time.from, to: e.time.to ?? '' } : { ...original, date });
        }
      }
    }
    for (const e of exceptions) {
      if (e.kind === 'extra' && e.date === date)
        sittings.push({ date, from: e.time?.from ?? '', to: e.time?.to ?? '' });
    }
    const once = new Map<string, Sitting>();
    for (const sitting of sittings) if (!once.has(sitting.from)) once.set(sitting.from, sitting);
    for (const e of exceptions) {
      if (e.kind !== 'off' || e.date !== date) continue;
      for (const start of [...once.keys()]) if (e.from === undefined || e.from === start) once.delete(start);
    }
    found.push(...[...once.values()].map((s) => `${s.date} ${s.from || '99'} ${s.to}`).sort());
  }
  return found;
};

/** An occurrence in the same form. */
export const asText = ({ date, time }: Occurrence): string =>
  `${date} ${time?.from ?? '99'} ${time?.to ?? ''}`;
