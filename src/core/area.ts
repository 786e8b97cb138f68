import type { City, Point, Town } from './city';

/** Where walking begins: a point she sent, or the middle of something she named. */
export interface Origin {
  readonly kind: 'exact' | 'town' | 'station' | 'district';
  /** As it is said back to her: 「東所沢3丁目」「西所沢駅」. */
  readonly label: string;
  readonly at: Point;
}

/** What the name of an area leads to. */
export type AreaReading =
  | { readonly found: Origin }
  /** Several places have this name: she is asked which. */
  | { readonly several: readonly Origin[] }
  /** A town with numbered parts: she is asked for the number, and its middle serves if she does not know. */
  | { readonly parts: readonly Origin[]; readonly base: string; readonly middle: Origin }
  /** A town whose centre nobody has published, or a name we do not have. */
  | { readonly unknown: true; readonly name: string };

/** Parts that lie closer together than this need no question, in degrees of latitude (about 330 m). */
const CLOSE = 0.003;

const middleOf = (points: readonly Point[]): Point => ({
  lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
  lng: points.reduce((sum, { lng }) => sum + lng, 0) / points.length,
});

const originOf = (town: Town): Origin[] =>
  town.at === undefined ? [] : [{ kind: 'town', label: town.name, at: town.at }];

const middle = (kind: 'town' | 'district', label: string, origins: readonly Origin[]): Origin => ({
  kind,
  label,
  at: middleOf(origins.map(({ at }) => at)),
});

const isSpread = (origins: readonly Origin[], { at }: Origin): boolean =>
  origins.some(
    (origin) => Math.abs(origin.at.lat - at.lat) > CLOSE || Math.abs(origin.at.lng - at.lng) > CLOSE,
  );

/**
 * Finds where a canonical area lies, as understanding names it: a town with or without its number, `…駅` for a
 * station, a district, a postcode. `stationMark` is the word that ends a station's name.
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
  if (town) return foundOr(area, originOf(town));
  const station = city.stations.find(({ name }) => `${name}${marks.station}` === area);
  if (station) return { found: { kind: 'station', label: area, at: station.at } };
  return byBareName(city, area, marks);
};

const byBareName = (city: City, area: string, marks: { station: string; district: string }): AreaReading => {
  const parts = partsOf(city, area);
  const landmark = city.landmarks.find(({ name }) => name === area);
  if (parts.length === 0 && landmark) {
    const origins = city.towns.filter(({ name }) => name === landmark.town).flatMap(originOf);
    return foundOr(
      area,
      origins.map((origin) => ({ ...origin, label: landmark.name })),
    );
  }
  const stations = city.stations
    .filter(({ name }) => name === area)
    .map(({ name, at }): Origin => ({ kind: 'station', label: `${name}${marks.station}`, at }));
  if (parts.length > 0) {
    const whole = middle('town', area, parts);
    if (stations.length > 0) return { several: [...stations, whole] };
    const [only] = parts;
    if (only && parts.length === 1) return { found: only };
    return isSpread(parts, whole) ? { parts, base: area, middle: whole } : { found: whole };
  }
  if (stations.length > 0) return foundOr(area, stations);
  const bare = area.endsWith(marks.district) ? area.slice(0, -marks.district.length) : area;
  const inDistrict = city.towns.filter(({ district }) => district === bare).flatMap(originOf);
  if (inDistrict.length > 0) return { found: middle('district', `${bare}${marks.district}`, inDistrict) };
  return { unknown: true, name: area };
};

const partsOf = (city: City, base: string): Origin[] =>
  city.towns.filter((town) => town.base === base || town.name === base).flatMap(originOf);

const foundOr = (name: string, [origin]: readonly Origin[]): AreaReading =>
  origin ? { found: origin } : { unknown: true, name };

const oneOrMiddle = (label: string, origins: readonly Origin[]): AreaReading => ({
  found: middle('town', label, origins),
});
