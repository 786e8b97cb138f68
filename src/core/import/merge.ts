import { type Place, unknownAccess } from '../place';
import type { Rule } from '../schedule';
import type { Facility } from './facility';

/** What of a place a file can change, in the order in which staff are shown it. */
export const comparedFields = [
  'name',
  'kana',
  'town',
  'address',
  'at',
  'district',
  'sphere',
  'description',
  'schedule',
  'phone',
  'url',
  'access',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One thing that a file would change. */
export interface Difference {
  readonly field: ComparedField;
  readonly before: Place;
  readonly after: Place;
}

/** A short id that stays the same for the same number of the same set, and fits into a button. */
const idOf = (set: string, key: string): string =>
  /^[A-Za-z0-9-]{1,40}$/.test(key) ? `${set}.${key}` : `${set}.x${digest(key)}`;

/** FNV-1a twice with different beginnings: 64 bits, enough that two keys of a city never meet. */
const digest = (text: string): string =>
  [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');

/** The place that a facility makes where there was none. */
export const newPlace = (facility: Facility, set: string): Place =>
  merged(
    {
      id: idOf(set, facility.key),
      name: facility.name,
      activities: [],
      isApproximate: false,
      schedule: { rules: [] },
      fee: { kind: 'unknown' },
      access: unknownAccess,
      booking: 'unknown',
      status: 'active',
      source: { set, key: facility.key },
    },
    facility,
  );

/**
 * A place with what a file says of it. What the file leaves blank stays as it is; so does what staff know better: an
 * exact position where the file has only the middle of the town, an area chosen by hand, what holidays mean.
 */
export const merged = (place: Place, facility: Facility): Place => {
  const { line: _, key: __, rules, access, at, isApproximate, district, sphere, ...texts } = facility;
  const isBetter = at !== undefined && (place.at === undefined || place.isApproximate || !isApproximate);
  const ruled = rules === undefined || isSameButHolidays(place.schedule.rules, rules) ? {} : { rules };
  return {
    ...place,
    ...texts,
    ...(isBetter ? { at, isApproximate } : {}),
    ...areaOf(place, district, sphere),
    schedule: { ...place.schedule, ...ruled },
    access: { ...place.access, ...access },
  };
};

const areaOf = (
  place: Place,
  district: string | undefined,
  sphere: string | undefined,
): Pick<Place, 'district' | 'sphere'> => {
  if (place.district !== undefined || district === undefined) return {};
  return { district, ...(place.sphere !== undefined || sphere === undefined ? {} : { sphere }) };
};

/** A list says nothing about holidays; who has found out must not have to do so again at the next import. */
const isSameButHolidays = (known: readonly Rule[], rules: readonly Rule[]): boolean =>
  isSame(
    known.map((rule) => ({ ...rule, holidays: 'unknown' })),
    rules.map((rule) => ({ ...rule, holidays: 'unknown' })),
  );

/** Whether two values hold the same, in whatever order their parts were written. */
const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

/** What differs between a place and what a file would make of it; empty where the file brings nothing new. */
export const differences = (before: Place, after: Place): readonly Difference[] =>
  comparedFields
    .filter(
      (field) =>
        !isSame(before[field], after[field]) ||
        (field === 'at' && before.isApproximate !== after.isApproximate),
    )
    .map((field) => ({ field, before, after }));
