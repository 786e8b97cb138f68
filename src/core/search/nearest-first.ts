import type { Point } from '../city';
import { metresBetween } from '../geo';
import type { PlaceIndex } from './place-index';
import { CELL_DEGREES, cellKey, cellOf } from './place-index';

/** A place of the index and its straight distance in metres; infinite where its location is unknown. */
export interface Candidate {
  readonly position: number;
  readonly metres: number;
}

const METRES_PER_CELL_ROW = CELL_DEGREES * 111_195;

/** Nearer first; the order of the index, which is that of the ids, where the distance is the same. */
export const byDistance = (a: Candidate, b: Candidate): number =>
  a.metres - b.metres || a.position - b.position;

/** Positions in the cells that a circle can touch. */
const around = (index: PlaceIndex, at: Point, metres: number): readonly number[] => {
  const { extent } = index;
  if (extent === undefined) return [];
  const { row, column } = cellOf(at);
  const rows = Math.ceil(metres / METRES_PER_CELL_ROW);
  const columns = Math.ceil(metres / (METRES_PER_CELL_ROW * Math.cos((at.lat * Math.PI) / 180)));
  const found: number[] = [];
  const lastRow = Math.min(extent.lastRow, row + rows);
  const lastColumn = Math.min(extent.lastColumn, column + columns);
  for (let r = Math.max(extent.firstRow, row - rows); r <= lastRow; r += 1) {
    for (let c = Math.max(extent.firstColumn, column - columns); c <= lastColumn; c += 1) {
      const cell = index.cells.get(cellKey(r, c));
      if (cell !== undefined) for (const position of cell) found.push(position);
    }
  }
  return found;
};

const farthestCorner = (index: PlaceIndex, at: Point): number => {
  const { extent } = index;
  if (extent === undefined) return 0;
  const rows = [extent.firstRow, extent.lastRow + 1];
  const columns = [extent.firstColumn, extent.lastColumn + 1];
  return Math.max(
    ...rows.flatMap((row) =>
      columns.map((column) => metresBetween(at, { lat: row * CELL_DEGREES, lng: column * CELL_DEGREES })),
    ),
  );
};

/**
 * Gives the places between two distances, nearest first, in bands that widen, so that a search that has enough after
 * the first few never sorts the whole city.
 */
export function* nearestFirst(
  index: PlaceIndex,
  at: Point,
  from: number,
  to: number,
  fits: (position: number) => boolean,
): Generator<Candidate> {
  // A few metres more, because a flat map is not quite the same seen from both ends.
  const end = Math.min(to, farthestCorner(index, at) + 10);
  let inner = from;
  let outer = Math.min(end, from === 0 ? 150 : from * 1.5);
  while (inner < end) {
    const band: Candidate[] = [];
    for (const position of around(index, at, outer)) {
      const point = index.places[position]?.at;
      if (point === undefined) continue;
      const metres = metresBetween(at, point);
      const isInBand = metres <= outer && (metres > inner || (inner === 0 && metres === 0));
      if (isInBand && fits(position)) band.push({ position, metres });
    }
    yield* band.sort(byDistance);
    inner = outer;
    outer = Math.min(end, outer * 1.6);
  }
}
