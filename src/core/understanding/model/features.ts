import type { Reading } from '../reading/read';
import { BEGUN, ended, hashOf, withLetter } from './hash';

/** What is known of a sentence before its intent is weighed. */
export interface Facts {
  readonly reading: Reading;
  /** Cues of the lexicon, by name. */
  readonly cues: Iterable<string>;
  /** Short facts: that a place was named, that it asks. */
  readonly marks: readonly string[];
  /** Spans of the kana that stand for a kind of thing, with its sign. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly sign: string }[];
}

/** Everything a sentence is weighed by. */
export interface Features {
  /** The number of each feature, none twice. */
  readonly hashes: readonly number[];
  /** How strongly each counts. */
  readonly values: readonly number[];
  /** What a feature is, for those who wonder. */
  readonly nameOf: (at: number) => string;
}

const SHORTEST = 2;
const LONGEST = 3;
/** Kana beyond this add nothing to what a sentence is about, and keep the time linear. */
const ENOUGH = 160;
const kanji = /\p{Script=Han}/gu;
/** Two kanji side by side; the next pair may share one of them. */
const kanjiPair = /(?=(\p{Script=Han}{2}))/gu;
/** Bits in which the length of a piece stands behind its start. */
const LENGTH_BITS = 3;

/** The sound of a sentence with names of places, activities and numbers replaced by signs. */
export const outlineOf = ({ reading: { kana }, spans }: Facts): string => {
  let outline = '^';
  for (let at = 0; at < Math.min(kana.length, ENOUGH); ) {
    const span = spans.find(({ start }) => start === at);
    if (span && span.end > at) {
      outline += span.sign;
      at = span.end;
      continue;
    }
    const char = kana[at] ?? '';
    const isNumber = char >= '0' && char <= '9';
    if (!isNumber || !outline.endsWith('0')) outline += isNumber ? '0' : char;
    at += 1;
  }
  return `${outline}$`;
};

/** Pieces of a sentence's sound, its cues and pairs of them, and facts. */
export const featuresOf = (facts: Facts): Features => {
  const outline = outlineOf(facts);
  const hashes: number[] = [];
  const values: number[] = [];
  const known = new Set<number>();
  const spots: number[] = [];
  for (let start = 0; start < outline.length; start += 1) {
    let begun = BEGUN;
    for (let length = 1; length <= LONGEST && start + length <= outline.length; length += 1) {
      begun = withLetter(begun, outline.charCodeAt(start + length - 1));
      const hash = ended(begun);
      if (length < SHORTEST || known.has(hash)) continue;
      known.add(hash);
      hashes.push(hash);
      spots.push((start << LENGTH_BITS) | length);
    }
  }
  const piece = 2 / Math.sqrt(spots.length || 1);
  for (let at = 0; at < spots.length; at += 1) values.push(piece);
  const names: string[] = [];
  const put = (name: string, value: number): void => {
    names.push(name);
    hashes.push(hashOf(name));
    values.push(value);
  };
  const cues = [...new Set(facts.cues)].sort();
  const cue = 1 / Math.sqrt(cues.length || 1);
  for (let at = 0; at < cues.length; at += 1) {
    put(`cue ${cues[at]}`, cue);
    for (let other = at + 1; other < cues.length; other += 1) put(`cue ${cues[at]}+${cues[other]}`, cue / 2);
  }
  // Kanji tell what a word is about also where its reading is not known.
  const { plain } = facts.reading;
  for (const char of new Set(plain.match(kanji))) put(`kanji ${char}`, 0.4);
  for (const pair of new Set(Array.from(plain.matchAll(kanjiPair), ([, two = '']) => two)))
    put(`kanji ${pair}`, 0.2);
  for (const mark of facts.marks) put(`mark ${mark}`, 0.5);
  return {
    hashes,
    values,
    nameOf: (at) => {
      const spot = spots[at];
      if (spot === undefined) return names[at - spots.length] ?? '';
      const start = spot >> LENGTH_BITS;
      return outline.slice(start, start + (spot & ((1 << LENGTH_BITS) - 1)));
    },
  };
};
