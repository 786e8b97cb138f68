import type { Point } from './city';
import { metresBetween } from './geo';

/** What is compared: a name and a position. */
export interface Placed extends Point {
  readonly id: string;
  readonly name: string;
}

/** Two with one name are suspected within this many metres, two with different names never. */
const NEAR = 500;

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');

/** Pairs of places that may be one and the same: the same name, whatever its width and spaces, near each other. */
export const suspectedDuplicates = <T extends Placed>(places: readonly T[]): readonly (readonly [T, T])[] =>
  [...Map.groupBy(places, ({ name }) => folded(name)).values()].flatMap((namesakes) =>
    namesakes.flatMap((one, at) =>
      namesakes
        .slice(at + 1)
        .filter((other) => metresBetween(one, other) <= NEAR)
        .map((other) => [one, other] as const),
    ),
  );
