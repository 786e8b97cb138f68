import type { Activity, Point } from '../city';
import type { Catalogue, Place } from '../place';

/** Side of a cell in degrees of latitude, about 500 m: a ten-minute walk touches nine cells at most. */
const CELL = 0.0045;

/** Places in a grid, made once a catalogue revision and asked by every search. */
export interface PlaceIndex {
  readonly revision: number;
  /** Active places only, in the order of their ids, so that equal distances always come in the same order. */
  readonly places: readonly Place[];
  /** Positions in `places` of those whose location is known, by cell. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
  /** The rectangle of cells in use; empty grids have none. */
  readonly extent: CellExtent | undefined;
  readonly bySphere: ReadonlyMap<string, readonly number[]>;
  readonly byDistrict: ReadonlyMap<string, readonly number[]>;
  /** Positions of places without a location. */
  readonly unplaced: readonly number[];
  /** Canonical activities with all the broader ones they belong to, each with the places that have it. */
  readonly byActivity: ReadonlyMap<string, ReadonlySet<number>>;
}

/** First and last row and column of a grid. */
export interface CellExtent {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Row and column of the cell a point lies in. */
export const cellOf = ({ lat, lng }: Point): { readonly row: number; readonly column: number } => ({
  row: Math.floor(lat / CELL),
  column: Math.floor(lng / CELL),
});

/** The key of a cell; columns stay below the factor for every longitude. */
export const cellKey = (row: number, column: number): number => row * 100_000 + column;

/** Height of a cell in degrees, for callers that turn metres into rows. */
export const CELL_DEGREES = CELL;

/** Each activity with all the broader ones it belongs to, itself included. */
const broader = (activities: readonly Activity[]): ReadonlyMap<string, readonly string[]> => {
  const within = new Map<string, readonly string[]>(
    activities.map(({ name, within: of = [] }) => [name, of]),
  );
  const withBroader = (name: string, seen: readonly string[]): readonly string[] =>
    seen.includes(name)
      ? seen
      : (within.get(name) ?? []).reduce<readonly string[]>(
          (found, one) => withBroader(one, found),
          [...seen, name],
        );
  return new Map(activities.map(({ name }) => [name, withBroader(name, [])]));
};

const pushTo = <K>(map: Map<K, number[]>, key: K, position: number): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [position]);
  else list.push(position);
};

const widen = (extent: CellExtent | undefined, row: number, column: number): CellExtent =>
  extent === undefined
    ? { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }
    : {
        firstRow: Math.min(extent.firstRow, row),
        lastRow: Math.max(extent.lastRow, row),
        firstColumn: Math.min(extent.firstColumn, column),
        lastColumn: Math.max(extent.lastColumn, column),
      };

/** Puts the active places of a catalogue into a grid. */
export const buildPlaceIndex = (catalogue: Catalogue, activities: readonly Activity[]): PlaceIndex => {
  const places = catalogue.places
    .filter((place) => place.status === 'active')
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const broaderOf = broader(activities);
  const cells = new Map<number, number[]>();
  const bySphere = new Map<string, number[]>();
  const byDistrict = new Map<string, number[]>();
  const byActivity = new Map<string, Set<number>>();
  const unplaced: number[] = [];
  let extent: CellExtent | undefined;
  for (const [position, place] of places.entries()) {
    if (place.at === undefined) unplaced.push(position);
    else {
      const { row, column } = cellOf(place.at);
      pushTo(cells, cellKey(row, column), position);
      extent = widen(extent, row, column);
    }
    if (place.sphere !== undefined) pushTo(bySphere, place.sphere, position);
    if (place.district !== undefined) pushTo(byDistrict, place.district, position);
    for (const activity of place.activities) {
      for (const name of broaderOf.get(activity) ?? [activity]) {
        const having = byActivity.get(name);
        if (having === undefined) byActivity.set(name, new Set([position]));
        else having.add(position);
      }
    }
  }
  return { revision: catalogue.revision, places, cells, extent, bySphere, byDistrict, unplaced, byActivity };
};
