import { listOf } from '../short/short';
import { foldChar, foldKana, hiraganaOf, isKana } from './fold';
import { withDigits } from './numerals';
import {
  counterReadings,
  numberSigns,
  particles,
  pictures,
  repeatMark,
  smallKe,
  suEndings,
  verbsInSu,
} from './wording';

/** How sure the reading of a character is. */
export type Source =
  /** Written in kana, digits or letters. */
  | 0
  /** A word we know. */
  | 1
  /** Kanji by kanji: perhaps a word spelled wrongly. */
  | 2;

/** A sentence as it sounds: hiragana, digits and letters, without spaces and marks. */
export interface Reading {
  /** The sentence after normalising, still with its kanji. */
  readonly plain: string;
  readonly kana: string;
  /** For every character of `kana`, where in `plain` it comes from. */
  readonly at: readonly number[];
  readonly source: readonly Source[];
  /** For every character of `kana`, and for its end, whether a space, a mark or an edge stands before it. */
  readonly breaks: readonly boolean[];
}

const kanji = new Map(
  listOf('kanjiReadings')
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => [entry.slice(0, 1), entry.slice(1).split('/').map(foldKana)] as const),
);

const words = new Map<string, string>();
for (const entry of listOf('wordReadings').split(/\s+/)) {
  const [word = '', reading = ''] = entry.split('=');
  if (word === '') continue;
  words.set(
    word,
    reading === '' ? [...word].map((char) => kanji.get(char)?.[0] ?? char).join('') : foldKana(reading),
  );
}
const counters = Object.entries(counterReadings).sort(([a], [b]) => b.length - a.length);

const isHan = (char: string | undefined): boolean => {
  const code = char === undefined ? 0 : char.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff;
};
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** All readings of one kanji, folded. */
export const readingsOf = (char: string): readonly string[] => kanji.get(char) ?? [];

const letter = /[\p{L}\p{N}\u30fc]/u;
const wordOf = new Map<string, string>(Object.entries(pictures));
const picture = new RegExp(Object.keys(pictures).join('|'), 'gu');
const repeated = new RegExp(`(.)${repeatMark}`, 'gu');

/** Full-width and half-width forms made one, kanji numbers written as digits, dashes between digits made one. */
export const normalise = (text: string): string =>
  withDigits(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(picture, (sign) => ` ${wordOf.get(sign) ?? ''} `)
      .replace(/[\u2010-\u2015\u2212\u30fc\uff0d](?=\d)/g, (dash, at: number, whole: string) =>
        /\d/.test(whole[at - 1] ?? '') ? '-' : dash,
      )
      .replace(repeated, (_, char: string) => (isHan(char) ? char + char : char)),
  );

/** Reads sentences in kana, with the names of one city. Time is linear in a sentence's length. */
export const createReader = (names: ReadonlyMap<string, string>): ((text: string) => Reading) => {
  const known = new Map([...words, ...[...names].map(([name, kana]) => [name, foldKana(kana)] as const)]);
  // Most characters begin no word at all; for the others the longest word is tried first.
  const byFirst = new Map<string, string[]>();
  for (const word of [...known.keys()].sort((a, b) => b.length - a.length)) {
    const first = word[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const wordAt = (plain: string, at: number): string | undefined =>
    byFirst.get(plain[at] ?? '')?.find((word) => plain.startsWith(word, at));
  return (text) => readWith(normalise(text), known, wordAt);
};

/** How many kana at the end of a word are written as they are read. */
const tailOf = (word: string, reading: string): number => {
  let tail = 0;
  while (tail < word.length - 1 && tail < reading.length && isTail(word, reading, tail)) tail += 1;
  return tail;
};

const isTail = (word: string, reading: string, tail: number): boolean => {
  const char = word[word.length - 1 - tail];
  return char !== undefined && isKana(char) && foldChar(char, '') === reading[reading.length - 1 - tail];
};

/** Kanji from here on that no word covers, up to the next known word. */
const looseRun = (
  plain: string,
  at: number,
  wordAt: (plain: string, at: number) => string | undefined,
): number => {
  let end = at + 1;
  while (isHan(plain[end]) && wordAt(plain, end) === undefined) end += 1;
  return end;
};

const readWith = (
  plain: string,
  known: ReadonlyMap<string, string>,
  wordAt: (plain: string, at: number) => string | undefined,
): Reading => {
  let kana = '';
  const at: number[] = [];
  const source: Source[] = [];
  const breaks: boolean[] = [];
  let isBreak = true;
  const put = (reading: string, from: number, how: Source): void => {
    for (const char of reading) {
      const folded = foldChar(char, kana.at(-1) ?? '');
      if (folded === '') continue;
      // Nobody means more than three of the same sign; a leaning key does.
      const end = kana.length;
      if (
        !isDigit(folded) &&
        kana[end - 1] === folded &&
        kana[end - 2] === folded &&
        kana[end - 3] === folded
      )
        continue;
      kana += folded;
      at.push(from);
      source.push(how);
      breaks.push(isBreak);
      isBreak = false;
    }
  };
  for (let i = 0; i < plain.length; ) {
    const char = plain[i] ?? '';
    const isAfterDigit = isDigit(plain[i - 1]);
    const counter = isAfterDigit ? counters.find(([word]) => plain.startsWith(word, i)) : undefined;
    if (smallKe.letters.includes(char) && (isAfterDigit || (isHan(plain[i - 1]) && isHan(plain[i + 1])))) {
      put(counter?.[1] ?? (isAfterDigit ? smallKe.inCounts : smallKe.inNames), i, 1);
      i += counter?.[0].length ?? 1;
      continue;
    }
    if (counter) {
      put(counter[1], i, 1);
      i += counter[0].length;
      continue;
    }
    const word = wordAt(plain, i);
    if (word !== undefined) {
      const reading = known.get(word) ?? '';
      const tail = tailOf(word, reading);
      put(reading.slice(0, reading.length - tail), i, 1);
      // The kana behind its kanji stand for themselves.
      for (let k = i + word.length - tail; k < i + word.length; k += 1) put(plain[k] ?? '', k, 0);
      i += word.length;
      continue;
    }
    if (isHan(char)) {
      const end = looseRun(plain, i, wordAt);
      // The last kanji before okurigana is a verb or an adjective of its own: 今|押した, 会費|預かる.
      const next = plain[end] ?? '';
      const hasOkurigana =
        isKana(next) &&
        !particles.includes(next) &&
        !(end - i > 1 && suEndings.includes(next) && !verbsInSu.includes(plain[end - 1] ?? ''));
      for (let k = i; k < end; k += 1) {
        const readings = readingsOf(plain[k] ?? '');
        const isOwnWord = end - i === 1 || (hasOkurigana && (k === end - 1 || end - i === 2));
        put((isOwnWord ? (readings[1] ?? readings[0]) : readings[0]) ?? plain[k] ?? '', k, isOwnWord ? 1 : 2);
      }
      i = end;
      continue;
    }
    const isSign = numberSigns.includes(char) && isAfterDigit && isDigit(plain[i + 1]);
    if (isSign || letter.test(char)) put(hiraganaOf(char), i, 0);
    else isBreak = true;
    i += 1;
  }
  breaks.push(true);
  return { plain, kana, at, source, breaks };
};
