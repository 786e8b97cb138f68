import type { City } from '../../../city';
import { foldKana, withoutVoicing } from '../../reading/fold';
import { type Reading, readingsOf } from '../../reading/read';
import { type Found, Trie } from '../../reading/trie';
import { areaWords as say } from './wording';

/** Something on the map that people name. */
export interface Named {
  /** Canonical, as slots give it; a station without 駅. */
  readonly name: string;
  readonly kana: string;
  readonly isTown: boolean;
  readonly isStation: boolean;
  readonly isDistrict: boolean;
  readonly isNeighbour: boolean;
  /** Numbers of the town's parts. */
  readonly parts: readonly number[];
}

/** Finds names of places in a sentence. */
export interface Gazetteer {
  readonly all: readonly Named[];
  /** Names as they sound, anywhere. */
  readonly heard: (reading: Reading) => readonly Found<Named>[];
  /** Names whose kanji are wrong but sound right; positions are those of `plain`. */
  readonly misspelt: (reading: Reading) => readonly Found<Named>[];
  /** Names without their voicing marks. */
  readonly unvoiced: (reading: Reading) => readonly Found<Named>[];
}

interface Draft {
  kana: string;
  isTown: boolean;
  isStation: boolean;
  isDistrict: boolean;
  isNeighbour: boolean;
  parts: number[];
}

/** Readings of the city's names, for the reader: kanji → hiragana. */
export const namesOf = (city: City): ReadonlyMap<string, string> =>
  new Map(
    [
      ...city.towns.map(({ base, kana }) => [base, kana] as const),
      ...city.stations.map(({ name, kana }) => [name, kana] as const),
      ...city.districts.map(({ name, kana }) => [name, kana] as const),
    ].flatMap(([name, kana]) =>
      // Two characters at least: a single one is too often another word.
      [name, ...say.keLetters.map((letter) => name.replace(say.smallKe, letter))].map(
        (one) => [one.toLowerCase(), kana] as const,
      ),
    ),
  );

/** Makes the index of all names of a city. */
export const createGazetteer = (city: City, read: (text: string) => Reading): Gazetteer => {
  const drafts = new Map<string, Draft>();
  const draft = (name: string, kana: string): Draft => {
    const known = drafts.get(name) ?? {
      kana: foldKana(kana),
      isTown: false,
      isStation: false,
      isDistrict: false,
      isNeighbour: false,
      parts: [],
    };
    drafts.set(name, known);
    return known;
  };
  for (const town of city.towns) {
    const one = draft(town.base, town.kana);
    one.isTown = true;
    if (town.chome !== undefined) one.parts.push(town.chome);
  }
  for (const { name, kana } of city.stations) draft(name, kana).isStation = true;
  for (const { name, kana } of city.districts) draft(name, kana).isDistrict = true;
  for (const { name } of city.spheres) draft(name, read(name).kana).isDistrict = true;
  for (const { name } of city.landmarks) draft(name, read(name).kana);
  for (const name of city.neighbours) draft(name, read(name).kana).isNeighbour = true;
  const all = new Map([...drafts].map(([name, one]): [string, Named] => [name, { name, ...one }]));
  const trie = new Trie<Named>();
  const plainTrie = new Trie<Named>();
  const add = (kana: string, named: Named | undefined): void => {
    if (!named || kana === '') return;
    trie.add(kana, named);
    if (kana.length >= 4) plainTrie.add(withoutVoicing(kana), named);
  };
  for (const named of all.values()) {
    add(named.kana, named);
    const [long = '', short = ''] = say.townEnds;
    if (named.name.endsWith(say.townSign)) {
      for (const [end, other] of [
        [long, short],
        [short, long],
      ] as const) {
        if (named.kana.endsWith(end)) add(named.kana.slice(0, -end.length) + other, named);
      }
    }
  }
  for (const { name, aliases } of city.landmarks)
    for (const alias of aliases) add(read(alias).kana, all.get(name));
  for (const [nick, area] of Object.entries(city.nicknames)) {
    const base = area.endsWith(say.station) ? area.slice(0, -say.station.length) : area;
    const named = all.get(base);
    if (!named) continue;
    // A nickname of a station means the station also without the word.
    add(read(nick).kana, area === base ? named : { ...named, isTown: false, isDistrict: false });
  }
  const readings = (char: string): readonly string[] => {
    const known = readingsOf(char);
    return known.length > 0 ? known : [foldKana(char)];
  };
  return {
    all: [...all.values()],
    heard: ({ kana }) => trie.in(kana),
    misspelt: ({ plain }) => {
      const found: Found<Named>[] = [];
      for (let at = 0; at < plain.length; at += 1) {
        if (readingsOf(plain[at] ?? '').length > 0) found.push(...trie.readAt(plain, at, readings));
      }
      return found;
    },
    unvoiced: ({ kana }) => plainTrie.in(withoutVoicing(kana)),
  };
};
