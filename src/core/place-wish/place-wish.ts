import type { Point } from '../city';
import { metresBetween, walkableMetres, walkingMinutes } from '../geo';
import type { Place } from '../place';
import type { PlaceIndex } from '../search';

/** What somebody asked to be told of: a place of a kind, within ten minutes on foot of somewhere. */
export interface PlaceWish {
  /** Canonical; absent where any will do. */
  readonly activity?: string;
  /** Rounded to about 100 m. */
  readonly at: Point;
  readonly label: string;
  readonly district?: string;
}

/** Keeps a wish, named after its turn; the same wish twice is one. */
export interface KeepWish {
  readonly type: 'keepWish';
  readonly wish: PlaceWish;
}

/** Takes a wish back. */
export interface DropWish {
  readonly type: 'dropWish';
  readonly wish: Pick<PlaceWish, 'activity' | 'label'>;
}

/** A place that answers a wish, and how far it is. */
export interface WishAnswer {
  readonly place: Place;
  /** On foot. */
  readonly minutes: number;
}

/** How far a place may be that is told of. */
const NEAR = walkableMetres(10);

/** The nearest of the changed places that answers a wish now; undefined if none does. */
export const answerOf = (
  index: PlaceIndex,
  wish: PlaceWish,
  changed: ReadonlySet<string>,
): WishAnswer | undefined => {
  const fitting =
    wish.activity === undefined ? undefined : (index.byActivity.get(wish.activity) ?? new Set());
  let best: { readonly place: Place; readonly metres: number } | undefined;
  for (const [position, place] of index.places.entries()) {
    if (!changed.has(place.id) || place.at === undefined || fitting?.has(position) === false) continue;
    const metres = metresBetween(wish.at, place.at);
    if (metres <= NEAR && (best === undefined || metres < best.metres)) best = { place, metres };
  }
  return best && { place: best.place, minutes: walkingMinutes(best.metres) };
};

/** Whether two wishes are the same one. */
export const isSameWish = (a: Pick<PlaceWish, 'activity' | 'label'>, b: typeof a): boolean =>
  a.activity === b.activity && a.label === b.label;
