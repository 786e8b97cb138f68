import { mondayFirst } from '../calendar';
import type { City } from '../city';
import type { Place } from '../place';
import { ruleText, type Schedule } from '../schedule';
import { csvOf } from './csv';
import {
  type ColumnName,
  cellsOf,
  knownText,
  newColumns,
  oldColumns,
  ruleSeparator,
  weekdayRun,
} from './wording';

/** Which of the two open-data standards a list follows. */
export type Layout = 'old' | 'new';

const columnsOf = (layout: Layout): readonly ColumnName[] => (layout === 'old' ? oldColumns : newColumns);

/** Days and times as cells: a plain weekly rule as the standards have it, all else as people read it. */
const opening = ({
  rules,
}: Schedule): { readonly days: string; readonly opens: string; readonly closes: string } => {
  const [only] = rules;
  if (
    only?.kind === 'weekly' &&
    rules.length === 1 &&
    only.months === undefined &&
    only.holidays === 'unknown'
  ) {
    const days = mondayFirst.filter((day) => only.weekdays.includes(day)).map((day) => weekdayRun[day]);
    return { days: days.join(''), opens: only.time?.from ?? '', closes: only.time?.to ?? '' };
  }
  return { days: rules.map(ruleText).join(ruleSeparator), opens: '', closes: '' };
};

/** One place by column name. */
export const facilityCells = (place: Place, city: City) =>
  cellsOf({
    code: city.code,
    key: place.source.key,
    prefecture: city.prefecture,
    city: city.name,
    name: place.name,
    kana: place.kana ?? '',
    address: place.address === undefined ? '' : `${city.prefecture}${city.name}${place.address}`,
    // The middle of a town is no position of a building; whoever imports the list finds it by the address.
    lat: place.at === undefined || place.isApproximate ? '' : String(place.at.lat),
    lng: place.at === undefined || place.isApproximate ? '' : String(place.at.lng),
    phone: place.phone ?? '',
    ...opening(place.schedule),
    description: place.description ?? '',
    wheelchair: knownText[place.access.wheelchair],
    toilet: knownText[place.access.toilet],
    parking: place.access.parking === 'yes' ? knownText.yes : '',
    url: place.url ?? '',
  });

/** The list of places as CSV with CRLF, in one of the two layouts. */
export const facilitiesCsv = (places: readonly Place[], city: City, layout: Layout): string => {
  const columns = columnsOf(layout);
  const rows = places.map((place) => {
    const cells = facilityCells(place, city);
    return columns.map((name) => cells[name] ?? '');
  });
  return csvOf([columns, ...rows]);
};

/** What is known of one place, by the names of the new standard's columns. */
export const facilityFacts = (place: Place, city: City): Readonly<Record<string, string>> => {
  const cells = facilityCells(place, city);
  return Object.fromEntries(newColumns.flatMap((name) => (cells[name] ? [[name, cells[name]]] : [])));
};

/** The list as GeoJSON; the properties have the names of the new standard's columns. */
export const facilitiesGeoJson = (places: readonly Place[], city: City): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: places.map((place) => ({
      type: 'Feature',
      geometry:
        place.at === undefined || place.isApproximate
          ? null
          : { type: 'Point', coordinates: [place.at.lng, place.at.lat] },
      properties: facilityFacts(place, city),
    })),
  });
