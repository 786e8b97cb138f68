import { metresBetween } from '../geo';
import type { Place } from '../place';
import { folded } from './cells/text';
import type { Facility } from './facility';

/** An earlier row of the file has the same number, or is the same place. */
export interface Duplicate {
  readonly kind: 'same-number' | 'same-place';
  readonly line: number;
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

/** Of rows with one number, or of one place, the first is kept. */
export const withoutDuplicates = (
  facilities: readonly Facility[],
): { readonly kept: readonly Facility[]; readonly refusals: ReadonlyMap<Facility, Duplicate> } => {
  const kept: Facility[] = [];
  const byKey = new Map<string, Facility>();
  const byName = new Map<string, Facility[]>();
  const refusals = new Map<Facility, Duplicate>();
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
export const matches = (
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
