import type { City, Point, Town } from './city';
import type { OriginKind } from './search';

/** Where walking begins: a point she sent, or the middle of something she named. */
export interface Start {
  readonly kind: OriginKind;
  /** As it is said back to her: 「東所沢3丁目」「西所沢駅」. */
  readonly label: string;
  readonly at: Point;
}

/** What the name of an area leads to. */
export type AreaReading =
  | { readonly found: Start }
  /** Several places have this name: she is asked which. */
  | { readonly several: readonly Start[] }
  /** A town with numbered parts: she is asked for the number, and its middle serves if she does not know. */
  | { readonly parts: readonly Start[]; readonly base: string; readonly middle: Start }
  /** A town whose centre nobody has published, or a name we do not have. */
  | { readonly unknown: true; readonly name: string };

/** Parts that lie closer together than this need no question, in degrees of latitude (about 330 m). */
const CLOSE = 0.003;

const middleOf = (points: readonly Point[]): Point => ({
  lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
  lng: points.reduce((sum, { lng }) => sum + lng, 0) / points.length,
});

const startOf = (town: Town): Start[] =>
  town.at === undefined ? [] : [{ kind: 'town', label: town.name, at: town.at }];

const middle = (kind: 'town' | 'district', label: string, starts: readonly Start[]): Start => ({
  kind,
  label,
  at: middleOf(starts.map(({ at }) => at)),
});

const isSpread = (starts: readonly Start[], { at }: Start): boolean =>
  starts.some((start) => Math.abs(start.at.lat - at.lat) > CLOSE || Math.abs(start.at.lng - at.lng) > CLOSE);

/**
 * Finds where a canonical area lies, as understanding names it: a town with or without its number, `…駅` for a
 * station, a landmark, a district or sphere, a postcode. `marks` are the words that end a station's and a district's name.
 */
export const readArea = (
  city: City,
  area: string,
  marks: { station: string; district: string },
): AreaReading => {
  const postcode = area.replace(/\D/g, '');
  if (/^\d{3}-?\d{4}$/.test(area)) {
    const towns = (city.postcodes[postcode] ?? []).flatMap((base) => partsOf(city, base));
    return towns.length === 0 ? { unknown: true, name: area } : oneOrMiddle(area, towns);
  }
  const town = city.towns.find(({ name, chome }) => name === area && chome !== undefined);
  if (town) return foundOr(area, startOf(town));
  const station = city.stations.find(({ name }) => `${name}${marks.station}` === area);
  if (station) return { found: { kind: 'station', label: area, at: station.at } };
  return byBareName(city, area, marks);
};

const byBareName = (city: City, area: string, marks: { station: string; district: string }): AreaReading => {
  const parts = partsOf(city, area);
  const landmark = city.landmarks.find(({ name }) => name === area);
  if (parts.length === 0 && landmark) {
    const starts = city.towns.filter(({ name }) => name === landmark.town).flatMap(startOf);
    return foundOr(
      area,
      starts.map((start) => ({ ...start, label: landmark.name })),
    );
  }
  const stations = city.stations
    .filter(({ name }) => name === area)
    .map(({ name, at }): Start => ({ kind: 'station', label: `${name}${marks.station}`, at }));
  if (parts.length > 0) {
    const whole = middle('town', area, parts);
    if (stations.length > 0) return { several: [...stations, whole] };
    const [only] = parts;
    if (only && parts.length === 1) return { found: only };
    return isSpread(parts, whole) ? { parts, base: area, middle: whole } : { found: whole };
  }
  if (stations.length > 0) return foundOr(area, stations);
  return byDistrict(city, area, marks.district);
};

/** A district, a sphere, or a town whose own centre nobody has published: the middle of the towns around. */
const byDistrict = (city: City, area: string, mark: string): AreaReading => {
  const bare = area.endsWith(mark) ? area.slice(0, -mark.length) : area;
  const bySphere = city.towns.filter(({ sphere }) => sphere === bare);
  const district =
    city.spheres.find(({ name }) => name === bare)?.district ??
    city.towns.find(({ name }) => name === bare)?.district ??
    bare;
  const towns = bySphere.length > 0 ? bySphere : city.towns.filter((town) => town.district === district);
  const starts = towns.flatMap(startOf);
  if (starts.length === 0) return { unknown: true, name: area };
  const label = city.districts.some(({ name }) => name === bare) ? `${bare}${mark}` : bare;
  return { found: middle('district', label, starts) };
};

const partsOf = (city: City, base: string): Start[] =>
  city.towns.filter((town) => town.base === base || town.name === base).flatMap(startOf);

const foundOr = (name: string, [start]: readonly Start[]): AreaReading =>
  start ? { found: start } : { unknown: true, name };

const oneOrMiddle = (label: string, starts: readonly Start[]): AreaReading => ({
  found: middle('town', label, starts),
});
