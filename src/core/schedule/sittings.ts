import type { TimeRange } from '../calendar';
import { dateOfDayNumber, dayNumberOf, isHoliday } from '../calendar';
import type { Compiled } from './compiled';
import type { Exception, Occurrence, Rule } from './schedule';

const withTime = (time: TimeRange | undefined): { time?: TimeRange } => (time === undefined ? {} : { time });
const withReason = (reason: string | undefined): { reason?: string } =>
  reason === undefined ? {} : { reason };

const ruledOn = (rule: Rule, date: string): Occurrence | undefined => {
  const plain: Occurrence = { date, ...withTime(rule.time) };
  // Single dates were chosen by hand; whoever wrote them down knew of the holiday.
  if (rule.kind === 'dates' || rule.holidays === 'held' || !isHoliday(date)) return plain;
  return rule.holidays === 'skipped' ? undefined : { ...plain, holidayUnsure: true };
};

/** What the rules alone have on a day. */
const bySchedule = ({ rules, counts }: Compiled, day: number): readonly Occurrence[] => {
  if (!counts(day)) return [];
  const date = dateOfDayNumber(day);
  return rules.flatMap(({ rule, fallsOn }) => (fallsOn(day) ? (ruledOn(rule, date) ?? []) : []));
};

const isMeant = (exception: { readonly from?: string }, { time }: Occurrence): boolean =>
  exception.from === undefined || exception.from === time?.from;

const movedHere = (compiled: Compiled, day: number): readonly Occurrence[] =>
  (compiled.movedTo.get(day) ?? []).flatMap((exception) => {
    const original = dayNumberOf(exception.date);
    if (original === day) return [];
    return bySchedule(compiled, original)
      .filter((sitting) => isMeant(exception, sitting))
      .map((sitting) => ({
        date: dateOfDayNumber(day),
        ...withTime(exception.time ?? sitting.time),
        movedFrom: exception.date,
        ...withReason(exception.reason),
      }));
  });

const movedOn = (exceptions: readonly Exception[], sitting: Occurrence): readonly Occurrence[] => {
  const moved = exceptions.find((exception) => exception.kind === 'moved' && isMeant(exception, sitting));
  if (moved?.kind !== 'moved') return [sitting];
  if (moved.toDate !== undefined && moved.toDate !== sitting.date) return [];
  const { time, reason } = moved;
  return [{ ...sitting, ...withTime(time ?? sitting.time), ...withReason(reason) }];
};

/** Unknown times come last on their day. */
const order = (a: Occurrence, b: Occurrence): number => {
  const left = a.time?.from ?? '99';
  const right = b.time?.from ?? '99';
  return left < right ? -1 : left > right ? 1 : 0;
};

/** What is held on a day before cancellations: rules, moves and extra dates, each beginning once, in order. */
export const sittingsOn = (compiled: Compiled, day: number): readonly Occurrence[] => {
  const ruled = bySchedule(compiled, day);
  const exceptions = compiled.byDay.get(day);
  const here = compiled.movedTo.has(day) ? movedHere(compiled, day) : [];
  if (exceptions === undefined && here.length === 0 && ruled.length <= 1) return ruled;
  const extra = (exceptions ?? []).flatMap((exception) =>
    exception.kind === 'extra'
      ? [{ date: exception.date, ...withTime(exception.time), ...withReason(exception.reason) }]
      : [],
  );
  const all = [...ruled.flatMap((sitting) => movedOn(exceptions ?? [], sitting)), ...here, ...extra].sort(
    order,
  );
  return all.filter((sitting, at) => at === 0 || order(sitting, all[at - 1] ?? sitting) !== 0);
};

const offOf = (compiled: Compiled, day: number, sitting: Occurrence): Exception | undefined =>
  compiled.byDay.get(day)?.find((exception) => exception.kind === 'off' && isMeant(exception, sitting));

/** The sittings of a day that nobody has cancelled. */
export const afterCancellations = (
  compiled: Compiled,
  day: number,
  sittings: readonly Occurrence[],
): readonly Occurrence[] =>
  compiled.byDay.has(day)
    ? sittings.filter((sitting) => offOf(compiled, day, sitting) === undefined)
    : sittings;

/** The sittings of a day that were cancelled, each with the reason given. */
export const cancelledOf = (
  compiled: Compiled,
  day: number,
  sittings: readonly Occurrence[],
): readonly Occurrence[] =>
  sittings.flatMap((sitting) => {
    const off = offOf(compiled, day, sitting);
    return off === undefined ? [] : [{ ...sitting, ...withReason(off.reason) }];
  });
