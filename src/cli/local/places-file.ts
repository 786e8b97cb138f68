import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { City } from '../../core/city';
import type { Place } from '../../emulator/page/places';
import { root } from './paths';
import { wording } from './wording';

/** The stations and towns of a city, as the emulator's location sender takes them. */
export const placesOf = ({ prefecture, name: city, stations, towns }: City): readonly Place[] => [
  ...stations.map(
    ({ name, at }): Place => ({
      name: wording.station(name),
      kind: 'station',
      latitude: at.lat,
      longitude: at.lng,
    }),
  ),
  ...towns
    .toSorted((one, other) => one.kana.localeCompare(other.kana, 'ja'))
    .flatMap(({ name, at }): Place[] =>
      at === undefined
        ? []
        : [
            {
              name,
              kind: 'town',
              latitude: at.lat,
              longitude: at.lng,
              address: `${prefecture}${city}${name}`,
            },
          ],
    ),
];

/** Writes the places of a city into a file for `--places`; returns its path. */
export const writePlaces = (city: City): string => {
  const folder = join(root, '.tmp');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'places.json');
  writeFileSync(file, JSON.stringify(placesOf(city)));
  return file;
};
