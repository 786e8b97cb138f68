import type { City, Point } from '../city';
import { metresBetween } from '../geo';

/** The district a point lies in, as far as towns' centres tell: that of the nearest town. */
export const districtAt = (city: City, at: Point): string | undefined => {
  let nearest: { readonly district: string; readonly metres: number } | undefined;
  for (const town of city.towns) {
    if (town.at === undefined) continue;
    const metres = metresBetween(at, town.at);
    if (nearest === undefined || metres < nearest.metres) nearest = { district: town.district, metres };
  }
  return nearest?.district;
};

/** The district that an area's name means: its own name, or that of a town or station in it. */
export const districtOf = (city: City, area: string, districtMark: string): string | undefined => {
  const bare = area.endsWith(districtMark) ? area.slice(0, -districtMark.length) : area;
  const named = city.districts.find(({ name }) => name === bare);
  if (named) return named.name;
  const town = city.towns.find(({ name, base }) => name === area || base === area);
  if (town) return town.district;
  const station = city.stations.find(({ name }) => area.startsWith(name));
  return station && districtAt(city, station.at);
};
