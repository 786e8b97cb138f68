import type { City } from '../../../city';
import { hasVoicing, withoutVoicing } from '../../reading/fold';
import type { Reading } from '../../reading/read';
import { type Found, Trie } from '../../reading/trie';
import { kindWords as say } from './wording';

/** Something one does or learns, with where it stands in the kana. */
export interface KindSaid {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the city's activities and courses in a sentence. */
export interface KindReader {
  /** Every word for an activity, also those that name no kind; the first that is meant gives the name. */
  readonly activities: (reading: Reading) => { readonly name?: string; readonly spans: readonly KindSaid[] };
  readonly course: (reading: Reading) => (KindSaid & { readonly isTraining: boolean }) | undefined;
}

const SHORT = 2;
const MISHEARD = 4;

/** The same sound but for its vowels: what a microphone makes of an unclear word. */
const skeleton = (kana: string): string =>
  [...kana].map((char) => say.consonants.findIndex((row) => row.includes(char))).join(' ');

/** Makes the reader of activities and courses for one city. */
export const createKindReader = (city: City, read: (text: string) => Reading): KindReader => {
  const words = new Trie<string>();
  const unvoiced = new Trie<string>();
  const bySkeleton = new Map<string, string>();
  for (const { name, words: said, saidAs, isGeneral } of city.activities) {
    for (const word of [name, ...said]) {
      const { kana } = read(word);
      if (kana.length < SHORT) continue;
      const means = isGeneral ? '' : (saidAs ?? name);
      words.add(kana, means);
      if (kana.length > SHORT + 1) unvoiced.add(withoutVoicing(kana), means);
      if (kana.length >= MISHEARD && kana.length <= MISHEARD + 1) bySkeleton.set(skeleton(kana), means);
    }
  }
  const narrower = city.activities.flatMap(({ name, within = [], withWords = [] }) =>
    withWords.map((word) => ({ name, within, word: read(word).kana })),
  );
  const courses = new Trie<{ readonly name: string; readonly isTraining: boolean }>();
  for (const { name, words: said, purpose } of city.courses) {
    const value = { name, isTraining: purpose === 'training' };
    for (const word of [name, ...said]) courses.add(read(word).kana, value);
  }
  const misheard = (reading: Reading): KindSaid | undefined => {
    const { kana, source } = reading;
    for (let start = 0; start + MISHEARD <= kana.length; start += 1) {
      const end = start + MISHEARD;
      if (source[start] === 0 || !say.doing.test(kana.slice(end))) continue;
      if (isTorn(start, end, reading)) continue;
      const name = bySkeleton.get(skeleton(kana.slice(start, end)));
      if (name) return { name, start, end };
    }
    return undefined;
  };
  return {
    activities: (reading) => {
      const { kana } = reading;
      let found = longest(words.in(kana).filter((one) => isWord(one, reading)));
      if (found.length === 0 && !hasVoicing(kana))
        found = longest(
          unvoiced
            .in(withoutVoicing(kana))
            .filter(
              ({ start, end }) =>
                (reading.breaks[start] || start === 0 || say.before.test(kana.slice(0, start))) &&
                !isTorn(start, end, reading),
            ),
        );
      const spans = found.map(({ start, end, value }) => ({ start, end, name: value }));
      const named = spans.filter(({ name, end }) => name !== '' && !say.notAfter.test(kana.slice(end)));
      const meant =
        named.find(({ end }) => !say.purpose.test(kana.slice(end))) ??
        named[0] ??
        (spans.length === 0 ? misheard(reading) : undefined);
      if (!meant) return { spans };
      const inside = narrower.find(({ within, word }) => within.includes(meant.name) && kana.includes(word));
      return { spans: spans.length === 0 ? [meant] : spans, name: inside?.name ?? meant.name };
    },
    course: ({ kana }) => {
      const [first] = longest(courses.in(kana));
      return first && { ...first.value, start: first.start, end: first.end };
    },
  };
};

/** Words that no longer word covers, in the order they are said. */
const longest = <T>(found: readonly Found<T>[]): readonly Found<T>[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );

/** Whether it begins or ends in the middle of a kanji's reading, or begins with the end of a verb: 歩|く会. */
const isTorn = (start: number, end: number, { kana, at, source }: Reading): boolean =>
  (start > 0 && at[start - 1] === at[start] && source[start] !== 0) ||
  (end < kana.length && at[end] === at[end - 1] && source[end] !== 0) ||
  (start > 0 && source[start] === 0 && source[start - 1] !== 0 && source[end - 1] !== 0);

const isWord = ({ start, end }: Found<string>, reading: Reading): boolean => {
  const { kana, source, breaks } = reading;
  if (isTorn(start, end, reading)) return false;
  if (source[start] === 0 && say.notWord.test(kana.slice(Math.max(0, start - 1), end + 1))) return false;
  if (end - start > SHORT || source[start] !== 0) return true;
  return (
    (breaks[start] || say.before.test(kana.slice(0, start))) &&
    (breaks[end] === true || say.after.test(kana.slice(end)))
  );
};
