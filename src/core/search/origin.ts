import type { City, Point, Town } from '../city';
import { metresBetween } from '../geo';

/** How sure we are of where she starts: she sent it, or it is the centre of a town, a station, a known building. */
export type OriginKind = 'exact' | 'town' | 'station' | 'landmark';

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

const middle = (points: readonly Point[]): Point | undefined => {
  const count = points.length;
  if (count === 0) return undefined;
  return {
    lat: points.reduce((sum, { lat }) => sum + lat, 0) / count,
    lng: points.reduce((sum, { lng }) => sum + lng, 0) / count,
  };
};

/**
 * An origin at a town by its canonical name, or by its base name: then at the middle of its parts. A town without a
 * known centre starts at the middle of the numbered parts that share its name, and is no origin where there are none.
 */
export const originAtTown = (city: City, name: string): Origin | undefined => {
  const town = city.towns.find((one) => one.name === name && one.at !== undefined);
  if (town?.at !== undefined) return { at: town.at, kind: 'town', ...areaOf(town) };
  const parts = city.towns.filter((one) => one.base === name && one.at !== undefined);
  const at = middle(parts.flatMap((part) => part.at ?? []));
  const [first] = parts;
  if (at === undefined || first === undefined) return undefined;
  return { at, kind: 'town', ...areaOf(first), town: name };
};

/** An origin at a station, by its name without 駅. */
export const originAtStation = (city: City, name: string): Origin | undefined => {
  const station = city.stations.find((one) => one.name === name);
  return station === undefined ? undefined : originAt(city, station.at, 'station');
};

/** An origin at a landmark, which stands at the centre of its town. */
export const originAtLandmark = (city: City, name: string): Origin | undefined => {
  const landmark = city.landmarks.find((one) => one.name === name);
  const origin = landmark === undefined ? undefined : originAtTown(city, landmark.town);
  return origin === undefined ? undefined : { ...origin, kind: 'landmark' };
};
