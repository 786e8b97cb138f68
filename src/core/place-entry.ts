import { addDays, type TimeRange, tokyoDate } from './calendar';
import type { City, Point } from './city';
import { type Access, type Fee, type Known, type Place, type PlaceStatus, unknownAccess } from './place';
import { type Exception, occurrencesBetween, readSchedule, type Schedule } from './schedule';

/** A change written relative to the day on which the list is taken in, so that a demonstration never looks old. */
export type EntryChange =
  /** The n-th sitting from today on, counted from 1, is not held. */
  | { readonly kind: 'off'; readonly sitting: number; readonly reason?: string }
  | {
      readonly kind: 'moved';
      readonly sitting: number;
      readonly byDays: number;
      readonly time?: TimeRange;
      readonly reason?: string;
    }
  | { readonly kind: 'extra'; readonly inDays: number; readonly time?: TimeRange; readonly reason?: string }
  | { readonly kind: 'pause'; readonly inDays: number; readonly days?: number; readonly reason?: string }
  | { readonly kind: 'start' | 'end'; readonly inDays: number };

/** A gathering place as a person writes it into a list: days as words, its position by its town. Absent means unknown. */
export interface PlaceEntry {
  readonly name: string;
  readonly kana?: string;
  /** Canonical names of the city's activities. */
  readonly activities: readonly string[];
  /** Canonical town; district, sphere and position follow from it. */
  readonly town: string;
  /** Only where they do not: the district has several spheres, or the town lies in two districts. */
  readonly sphere?: string;
  readonly venue?: string;
  readonly description?: string;
  readonly audience?: string;
  /** As people write it: 「第2・第4火曜 午後1時30分〜3時（祝日は休み）」. */
  readonly when?: string;
  readonly changes?: readonly EntryChange[];
  /** Yen, `free`, or yen with the place's own words. */
  readonly fee?: number | 'free' | { readonly yen: number; readonly text: string };
  readonly access?: Partial<Access>;
  readonly phone?: string;
  readonly booking?: Known;
  readonly status?: PlaceStatus;
  /** True for one that is only known to lie somewhere in its town. */
  readonly isSomewhere?: true;
  /** How many days ago somebody made sure of it. */
  readonly checkedDaysAgo?: number;
}

const DAY = 86_400_000;
/** How far ahead a sitting is counted, in days. */
const AHEAD = 200;

const feeOf = (fee: PlaceEntry['fee']): Fee => {
  if (fee === undefined) return { kind: 'unknown' };
  if (fee === 'free') return { kind: 'free' };
  return typeof fee === 'number' ? { kind: 'yen', yen: fee } : { kind: 'yen', ...fee };
};

const withReason = ({ reason }: { readonly reason?: string }): { readonly reason?: string } =>
  reason === undefined ? {} : { reason };

const changed = (schedule: Schedule, change: EntryChange, today: string): Schedule => {
  const except = (exception: Exception): Schedule => ({
    ...schedule,
    exceptions: [...(schedule.exceptions ?? []), exception],
  });
  if (change.kind === 'off' || change.kind === 'moved') {
    const sitting = occurrencesBetween(schedule, today, addDays(today, AHEAD))[change.sitting - 1];
    if (sitting === undefined) return schedule;
    const { date } = sitting;
    if (change.kind === 'off') return except({ kind: 'off', date, ...withReason(change) });
    const time = change.time === undefined ? {} : { time: change.time };
    return except({
      kind: 'moved',
      date,
      toDate: addDays(date, change.byDays),
      ...time,
      ...withReason(change),
    });
  }
  const day = addDays(today, change.inDays);
  switch (change.kind) {
    case 'extra': {
      const time = change.time === undefined ? {} : { time: change.time };
      return except({ kind: 'extra', date: day, ...time, ...withReason(change) });
    }
    case 'pause': {
      const to = change.days === undefined ? {} : { to: addDays(day, change.days - 1) };
      return {
        ...schedule,
        pauses: [...(schedule.pauses ?? []), { from: day, ...to, ...withReason(change) }],
      };
    }
    case 'start':
      return { ...schedule, start: day };
    case 'end':
      return { ...schedule, end: day };
  }
};

/** Places of one town stand around its centre, 50 to 200 m away and never two on one spot. */
const beside = ({ lat, lng }: Point, number: number): Point => {
  const angle = number * 2.4;
  const degrees = (50 + (number % 6) * 30) / 111_195;
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    lat: rounded(lat + degrees * Math.sin(angle)),
    lng: rounded(lng + 1.23 * degrees * Math.cos(angle)),
  };
};

/**
 * Makes a place of an entry. `number` counts from 1 within the list `set` and gives the place its id; `now` is the
 * instant, in epoch milliseconds, from which relative days are counted. Words of `when` that cannot be read leave the
 * days unknown.
 */
export const placeOfEntry = (
  entry: PlaceEntry,
  { number, set }: { readonly number: number; readonly set: string },
  city: City,
  now: number,
): Place => {
  const town = city.towns.find(({ name }) => name === entry.town);
  const sphere = entry.sphere ?? town?.sphere;
  const district = city.spheres.find(({ name }) => name === sphere)?.district ?? town?.district;
  const today = tokyoDate(now);
  const rules = entry.when === undefined ? [] : (readSchedule(entry.when, today)?.rules ?? []);
  const key = String(number).padStart(3, '0');
  return {
    id: `${set}-${key}`,
    name: entry.name,
    ...(entry.kana === undefined ? {} : { kana: entry.kana }),
    activities: entry.activities,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.audience === undefined ? {} : { audience: entry.audience }),
    town: entry.town,
    ...(entry.venue === undefined ? {} : { address: entry.venue }),
    ...(town?.at === undefined ? {} : { at: entry.isSomewhere ? town.at : beside(town.at, number) }),
    isApproximate: entry.isSomewhere ?? false,
    ...(district === undefined ? {} : { district }),
    ...(sphere === undefined ? {} : { sphere }),
    schedule: (entry.changes ?? []).reduce<Schedule>((so, change) => changed(so, change, today), { rules }),
    fee: feeOf(entry.fee),
    access: { ...unknownAccess, ...entry.access },
    ...(entry.phone === undefined ? {} : { phone: entry.phone }),
    booking: entry.booking ?? 'unknown',
    status: entry.status ?? 'active',
    ...(entry.checkedDaysAgo === undefined
      ? {}
      : { checkedAt: now - entry.checkedDaysAgo * DAY, checkedBy: set }),
    source: { set, key },
  };
};
