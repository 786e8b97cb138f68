import type { City } from '../../../city';
import { hasVoicing } from '../../reading/fold';
import type { Reading } from '../../reading/read';
import type { Found } from '../../reading/trie';
import { createGazetteer, type Gazetteer, type Named } from './gazetteer';
import { nearMiss } from './near-miss';
import { areaWords as say } from './wording';

/** A place that was said. */
export interface AreaSaid {
  /** Canonical. */
  readonly area: string;
  readonly words: string;
  /** Where in the sentence's kana it stands, with its number. */
  readonly start: number;
  readonly end: number;
  readonly isNeighbour: boolean;
  /** She spelled it in a way that only sounds alike. */
  readonly isGuess: boolean;
}

/** Finds the place a sentence speaks of. */
export type ReadArea = (reading: Reading) => AreaSaid | undefined;

interface Candidate {
  readonly said: AreaSaid;
  readonly isNot: boolean;
  readonly weight: number;
}

/** Makes the reader of places for one city. */
export const createAreaReader = (city: City, read: (text: string) => Reading): ReadArea => {
  const gazetteer = createGazetteer(city, read);
  return (reading) =>
    postcodeIn(reading, city) ??
    best(candidatesIn(reading, gazetteer, city)) ??
    guess(reading, gazetteer, city);
};

const postcodeIn = ({ plain, kana }: Reading, city: City): AreaSaid | undefined => {
  for (const [words, head = '', tail = ''] of plain.matchAll(say.postcode)) {
    if (!(`${head}${tail}` in city.postcodes) && !say.postcodeCue.test(kana + plain) && !isOfCity(head, city))
      continue;
    const start = Math.max(0, kana.indexOf(head));
    const end = kana.indexOf(tail, start + 3) + 4;
    return { area: `${head}-${tail}`, words, start, end, isNeighbour: false, isGuess: false };
  }
  return undefined;
};

const isOfCity = (head: string, city: City): boolean =>
  Object.keys(city.postcodes).some((postcode) => postcode.startsWith(head));

/** What stands after a name decides what it is: a station, a district, one part of a town. */
const canonical = (
  named: Named,
  after: string,
): { readonly area: string; readonly length: number; readonly isExact: boolean } => {
  const station = say.stationAfter.exec(after);
  if (station && named.isStation) {
    return { area: `${named.name}${say.station}`, length: station[0].length, isExact: true };
  }
  const district = say.districtAfter.exec(after);
  if (district && named.isDistrict) return { area: named.name, length: district[0].length, isExact: true };
  const number = named.parts.length > 0 ? numberAfter(after) : undefined;
  if (number && named.parts.includes(number.value)) {
    return { area: `${named.name}${number.value}${say.chome}`, length: number.length, isExact: true };
  }
  const isOnlyStation = named.isStation && !named.isTown && !named.isDistrict && !named.isNeighbour;
  return { area: isOnlyStation ? `${named.name}${say.station}` : named.name, length: 0, isExact: false };
};

const numberAfter = (after: string): { readonly value: number; readonly length: number } | undefined => {
  const chome = say.chomeAfter.exec(after);
  if (chome) return { value: Number(chome[1]), length: chome[0].length };
  for (const [kana, value] of say.chomeKana)
    if (after.startsWith(kana)) return { value, length: kana.length };
  const number = say.numberAfter.exec(after);
  return number ? { value: Number(number[1]), length: (number[1] ?? '').length } : undefined;
};

const SHORT = 3;
const LONG = 5;

const candidatesIn = (reading: Reading, gazetteer: Gazetteer, city: City): Candidate[] => {
  const { kana } = reading;
  const found = [...gazetteer.heard(reading)].filter((one) => isPlace(one, reading, city));
  const longest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return longest.flatMap((one): Candidate[] => {
    const after = kana.slice(one.end);
    if (say.personAfter.test(after)) return [];
    const { area, length, isExact } = canonical(one.value, after);
    const isCity = `${area}` === cityBase(city) && !isExact;
    if (isCity && !isAlone(one, reading) && !kana.slice(0, one.start).endsWith(say.oaza)) return [];
    return [candidate(one, area, length, isExact, reading)];
  });
};

const cityBase = (city: City): string => city.name.slice(0, -1);

/** Whether the city's own name is all she says. */
const isAlone = ({ start, end }: Found<Named>, { kana }: Reading): boolean =>
  start === 0 && kana.length - end <= 2;

const candidate = (
  one: Found<Named>,
  area: string,
  length: number,
  isExact: boolean,
  reading: Reading,
  isGuess = false,
): Candidate => {
  const { kana } = reading;
  const end = one.end + length;
  return {
    said: {
      area,
      words: kana.slice(one.start, end),
      start: one.start,
      end,
      isNeighbour: one.value.isNeighbour && !one.value.isStation,
      isGuess,
    },
    isNot: say.notAfter.test(kana.slice(one.end)),
    weight:
      (isExact ? 4 : 0) +
      (one.value.isTown ? 2 : one.value.isNeighbour ? 0 : 1) +
      (one.end - one.start) / 20 -
      one.start / 10_000,
  };
};

const best = (candidates: readonly Candidate[]): AreaSaid | undefined =>
  [...candidates].filter(({ isNot }) => !isNot).sort((a, b) => b.weight - a.weight)[0]?.said;

/** Whether these letters are a name here, and not part of another word. */
const isPlace = ({ start, end, value }: Found<Named>, reading: Reading, city: City): boolean => {
  const { kana, plain, at, source, breaks } = reading;
  const from = at[start] ?? 0;
  const to = (at[end - 1] ?? from) + 1;
  // Not in the middle of a kanji's or a word's reading.
  if (start > 0 && at[start - 1] === from && source[start] !== 0) return false;
  if (end < kana.length && at[end] === at[end - 1] && source[end] !== 0) return false;
  const written = plain.slice(from, to);
  const after = kana.slice(end);
  const isEdge = breaks[end] === true;
  const isStart = breaks[start] === true;
  if (/\p{Script=Han}/u.test(written)) {
    // Single kanji (城, 林, 東) mean a place only where they stand as one.
    if (value.name.length > 1 || written.length > 1) {
      return nameSounds(value, written, city) || end - start >= LONG;
    }
    return (
      (isStart || say.placeBefore.test(kana.slice(0, start))) &&
      (isEdge || say.placeAfterShort.test(after) || say.districtAfter.test(after))
    );
  }
  const length = end - start;
  if (length >= LONG) return true;
  if (/^[\p{Script=Katakana}\u30fc]+$/u.test(value.name)) return true;
  const isBefore = isStart || say.placeBefore.test(kana.slice(0, start));
  if (length > SHORT) return isBefore && (isEdge || say.placeAfter.test(after));
  return (
    (isStart || say.placeBeforeShort.test(kana.slice(0, start))) &&
    (isEdge || say.placeAfterShort.test(after))
  );
};

/** Whether the kanji are those of the name, or at least not of another word that sounds alike. */
const nameSounds = (value: Named, written: string, city: City): boolean => {
  const fold = (text: string): string => text.replace(say.smallKe, '').toLowerCase();
  if (fold(value.name).includes(fold(written)) || fold(written).includes(fold(value.name))) return true;
  return Object.keys(city.nicknames).some((nick) => fold(nick) === fold(written));
};

/** Wrong kanji of the right sound, missing voicing marks, one wrong letter: taken where nothing better is there. */
const guess = (reading: Reading, gazetteer: Gazetteer, city: City): AreaSaid | undefined => {
  const { kana, plain, at } = reading;
  const cued = say.cue.test(kana) || kana.length <= 12;
  const bySound = gazetteer
    .misspelt(reading)
    .filter(({ start, end, value }) => end - start >= 2 && (value.kana.length >= LONG || cued))
    .filter(({ start, end }) => !/^\p{Script=Hiragana}+$/u.test(plain.slice(start, end)))
    .map((one) => inKana(one, at, kana))
    .filter((one) => say.placeAfter.test(kana.slice(one.end)) || one.end === kana.length);
  const unvoiced = (hasVoicing(kana) ? [] : gazetteer.unvoiced(reading)).filter((one) => {
    const isBefore = reading.breaks[one.start] === true || say.placeBefore.test(kana.slice(0, one.start));
    return (
      isBefore &&
      (one.end === kana.length ||
        say.placeAfter.test(kana.slice(one.end)) ||
        reading.breaks[one.end] === true ||
        kana.startsWith(say.unvoicedAt, one.end))
    );
  });
  const close = cued ? nearMiss(reading, gazetteer.all) : [];
  const candidates = [...bySound, ...unvoiced, ...close]
    .filter(({ value }) => value.name !== cityBase(city) || say.stationAfter.test(kana))
    .map((one) => {
      const { area, length, isExact } = canonical(one.value, kana.slice(one.end));
      return candidate(one, area, length, isExact, reading, true);
    })
    .filter(({ said }) => said.area !== cityBase(city));
  return best(candidates);
};

/** Positions in the written sentence as positions in its kana. */
const inKana = (one: Found<Named>, at: readonly number[], kana: string): Found<Named> => {
  const start = at.findIndex((from) => from >= one.start);
  const end = at.findIndex((from) => from >= one.end);
  return { value: one.value, start: start < 0 ? 0 : start, end: end < 0 ? kana.length : end };
};
