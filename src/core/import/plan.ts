import { metresBetween } from '../geo';
import type { Catalogue, Place } from '../place';
import { folded } from './cells/text';
import { type NoList, readColumns } from './columns';
import { type Facility, type RowFault, type RowRemark, readFacility, type Territory } from './facility';
import { type Difference, differences, merged, newPlace } from './merge';
import type { Row } from './table';

/** Why a row is not taken. */
export type Refusal =
  | RowFault
  /** An earlier row of the file has the same number, or is the same place. */
  | { readonly kind: 'same-number' | 'same-place'; readonly line: number }
  /** In this data set the number belongs to another place. */
  | { readonly kind: 'number-taken'; readonly name: string };

/** What staff are told beside a row that is taken. */
export type Remark =
  | RowRemark
  /** Staff have marked the place as ended, though the list still has it; it stays ended. */
  | { readonly kind: 'ended' };

/** What becomes of one row. */
export type RowOutcome = { readonly line: number; readonly name: string } & (
  | { readonly kind: 'added'; readonly place: Place; readonly remarks: readonly Remark[] }
  | {
      readonly kind: 'changed';
      readonly place: Place;
      readonly differences: readonly Difference[];
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'unchanged'; readonly place: Place; readonly remarks: readonly Remark[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
);

/** What an import would do, row by row. Nothing is ever deleted by it. */
export interface ImportPlan {
  /** The catalogue's revision it was made for. */
  readonly revision: number;
  readonly outcomes: readonly RowOutcome[];
  /** Places of the same data set, not ended, that the file does not name; they stay as they are. */
  readonly missing: readonly Place[];
}

/** What to import into. */
export interface ImportTarget extends Territory {
  /** Name of the data set, in which numbers are unique: `[a-z0-9-]`, at most 20. */
  readonly set: string;
}

/** Two exact positions nearer than this can be of one place, measured twice, in metres. */
const SAME_PLACE = 300;
/** The same where one of them is only the middle of a town. */
const SAME_TOWN = 1500;
/** So near, in metres, that a place with another name under the same number is the same house. */
const SAME_HOUSE = 100;

type Placed = Pick<Place, 'name' | 'at' | 'isApproximate' | 'address'>;

const hasSameAddress = (a: Placed, b: Placed): boolean =>
  a.address !== undefined && b.address !== undefined && folded(a.address) === folded(b.address);

const isRough = (a: Placed, b: Placed): boolean => a.isApproximate || b.isApproximate;

/** Two with one name are one place unless their positions, or failing these their addresses, speak against it. */
const isNamesake = (a: Placed, b: Placed): boolean => {
  if (folded(a.name) !== folded(b.name)) return false;
  if (a.at !== undefined && b.at !== undefined) {
    return metresBetween(a.at, b.at) <= (isRough(a, b) ? SAME_TOWN : SAME_PLACE);
  }
  return a.address === undefined || b.address === undefined || hasSameAddress(a, b);
};

/** Two with different names are one place only where it is sure that they are in one house. */
const isSameHouse = (a: Placed, b: Placed): boolean => {
  if (hasSameAddress(a, b)) return true;
  if (a.at === undefined || b.at === undefined || isRough(a, b)) return false;
  return metresBetween(a.at, b.at) <= SAME_HOUSE;
};

/** Plans an import: which rows of a file are new, change something, change nothing, or are not taken, and why. */
export const planImport = (
  catalogue: Catalogue,
  rows: readonly Row[],
  target: ImportTarget,
): ImportPlan | { readonly refused: NoList } => {
  const list = readColumns(rows);
  if ('refused' in list) return list;
  const read = list.rows.map((row) => ({ row, reading: readFacility(row, list.columns, target) }));
  const unique = withoutDuplicates(
    read.flatMap(({ reading }) => ('facility' in reading ? reading.facility : [])),
  );
  const known = matches(catalogue.places, unique.kept, target.set);
  const keys = new Map(
    catalogue.places
      .filter(({ source }) => source.set === target.set)
      .map((place) => [place.source.key, place] as const),
  );
  const outcomes = read.map(({ row, reading }): RowOutcome => {
    if (!('facility' in reading)) return refused(row.line, reading.name, reading.faults);
    const { facility, remarks } = reading;
    const duplicate = unique.refusals.get(facility);
    if (duplicate !== undefined) return refused(row.line, facility.name, [duplicate]);
    const place = known.get(facility);
    const ended = place?.status === 'ended' ? [{ kind: 'ended' } as const] : [];
    const head = { line: row.line, name: facility.name, remarks: [...remarks, ...ended] };
    if (place !== undefined) {
      const after = merged(place, facility);
      const found = differences(place, after);
      if (found.length === 0) return { ...head, kind: 'unchanged', place };
      return { ...head, kind: 'changed', place: after, differences: found };
    }
    const owner = keys.get(facility.key);
    if (owner !== undefined) {
      return refused(row.line, facility.name, [{ kind: 'number-taken', name: owner.name }]);
    }
    return { ...head, kind: 'added', place: newPlace(facility, target.set) };
  });
  const named = new Set([...known.values()].map(({ id }) => id));
  return {
    revision: catalogue.revision,
    outcomes,
    missing: [...keys.values()].filter(({ id, status }) => status !== 'ended' && !named.has(id)),
  };
};

const refused = (line: number, name: string, refusals: readonly Refusal[]): RowOutcome => ({
  kind: 'refused',
  line,
  name,
  refusals,
});

/** Of rows with one number, or of one place, the first is kept. */
const withoutDuplicates = (
  facilities: readonly Facility[],
): { readonly kept: readonly Facility[]; readonly refusals: ReadonlyMap<Facility, Refusal> } => {
  const kept: Facility[] = [];
  const byKey = new Map<string, Facility>();
  const byName = new Map<string, Facility[]>();
  const refusals = new Map<Facility, Refusal>();
  for (const facility of facilities) {
    const namesakes = byName.get(folded(facility.name)) ?? [];
    const sameKey = byKey.get(facility.key);
    const samePlace = namesakes.find((one) => isNamesake(one, facility));
    if (samePlace !== undefined) refusals.set(facility, { kind: 'same-place', line: samePlace.line });
    else if (sameKey !== undefined) refusals.set(facility, { kind: 'same-number', line: sameKey.line });
    else {
      kept.push(facility);
      byKey.set(facility.key, facility);
      byName.set(folded(facility.name), [...namesakes, facility]);
    }
  }
  return { kept, refusals };
};

/**
 * Which known place each facility is. A namesake at the same spot comes before the number, because lists are numbered
 * anew; a number alone counts only where the place has not moved as well. No place is matched twice.
 */
const matches = (
  places: readonly Place[],
  facilities: readonly Facility[],
  set: string,
): ReadonlyMap<Facility, Place> => {
  const byName = Map.groupBy(places, ({ name }) => folded(name));
  const taken = new Set<string>();
  const found = new Map<Facility, Place>();
  const match = (facility: Facility, place: Place | undefined): void => {
    if (place === undefined || taken.has(place.id)) return;
    taken.add(place.id);
    found.set(facility, place);
  };
  const hasNumber = ({ source }: Place, { key }: Facility): boolean =>
    source.set === set && source.key === key;
  for (const facility of facilities) {
    const namesakes = (byName.get(folded(facility.name)) ?? []).filter(
      (place) => !taken.has(place.id) && isNamesake(place, facility),
    );
    match(facility, namesakes.find((place) => hasNumber(place, facility)) ?? namesakes[0]);
  }
  const byKey = new Map(
    places.filter(({ source }) => source.set === set).map((place) => [place.source.key, place] as const),
  );
  for (const facility of facilities) {
    const place = byKey.get(facility.key);
    if (found.has(facility) || place === undefined) continue;
    const isMoved = folded(place.name) === folded(facility.name);
    if (isMoved || isSameHouse(place, facility)) match(facility, place);
  }
  return found;
};

/** The places a plan adds and changes. */
export const planned = (
  plan: ImportPlan,
): { readonly added: readonly Place[]; readonly changed: readonly Place[] } => ({
  added: plan.outcomes.flatMap((outcome) => (outcome.kind === 'added' ? outcome.place : [])),
  changed: plan.outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? outcome.place : [])),
});
