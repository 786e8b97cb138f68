import type { City, Point, Town } from '../city';
import { metresBetween } from '../geo';

/** What an origin is: a point she sent, a station, or the middle of something larger that she named. */
export type OriginKind = 'exact' | 'station' | 'town' | 'district';

/** Whether distances from it are only rough, because she may live anywhere around it. */
export const isMiddle = (kind: OriginKind): boolean => kind === 'town' || kind === 'district';

/** Where a search starts. */
export interface Origin {
  readonly at: Point;
  readonly kind: OriginKind;
  /** Town the origin lies in or next to, for the same-sphere ring and for reports. */
  readonly town?: string;
  readonly district?: string;
  readonly sphere?: string;
}

const areaOf = (town: Town): Pick<Origin, 'town' | 'district' | 'sphere'> => ({
  town: town.name,
  district: town.district,
  ...(town.sphere === undefined ? {} : { sphere: town.sphere }),
});

/** The town whose centre lies nearest to a point, and how far it is in metres. */
export const nearestTown = (
  city: City,
  at: Point,
): { readonly town: Town; readonly metres: number } | undefined => {
  let best: { town: Town; metres: number } | undefined;
  for (const town of city.towns) {
    if (town.at === undefined) continue;
    const metres = metresBetween(at, town.at);
    if (best === undefined || metres < best.metres) best = { town, metres };
  }
  return best;
};

/** An origin at a point; its area is that of the nearest town, if that is within 2 km. */
export const originAt = (city: City, at: Point, kind: OriginKind): Origin => {
  const nearest = nearestTown(city, at);
  return { at, kind, ...(nearest === undefined || nearest.metres > 2000 ? {} : areaOf(nearest.town)) };
};
