import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangerWords } from '../../core/understanding/danger/lexicon/wording';
import { cues } from '../../core/understanding/lexicon/wording';
import { kanjiReadings } from '../../core/understanding/reading/kanji/wording';
import { wordReadings } from '../../core/understanding/reading/words/wording';
import {
  ANOTHER,
  COMMON_BITS,
  END,
  kindsOf,
  LEARNS_FAST,
  lowBits,
  order,
  otherBits,
  type Short,
} from '../../core/understanding/short/short';
import { codedWriter } from './coding';

/** The lists that are shortened for the bundle, by the name under which understanding takes them. */
export const lists = { cueWords: cues, dangerWords, kanjiReadings, wordReadings } as const;

/** Shortens lists as {@link Short} describes. */
export const shorten = (texts: readonly string[]): Short => {
  const text = texts.map((list) => list + END).join('');
  const times = new Map<string, number>();
  for (const char of text) times.set(char, (times.get(char) ?? 0) + 1);
  const byUse = [...times.keys()].sort(
    (a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const common = byUse.slice(0, ANOTHER);
  const rest = byUse.slice(ANOTHER).sort();
  const { tree, ones, plain, end } = codedWriter(kindsOf.all(rest.length), LEARNS_FAST);
  const low = lowBits(rest.length);
  let point = -1;
  for (const char of rest) {
    const distance = char.charCodeAt(0) - point - 1;
    point = char.charCodeAt(0);
    ones(kindsOf.distance, distance >> low);
    plain(low, distance & ((1 << low) - 1));
  }
  const commonOf = new Map(common.map((char, at) => [char, at]));
  const restOf = new Map(rest.map((char, at) => [char, at]));
  let before = ANOTHER;
  for (const char of text) {
    const number = commonOf.get(char) ?? ANOTHER;
    tree(kindsOf.common(before), COMMON_BITS, number);
    if (number === ANOTHER) tree(kindsOf.other, otherBits(rest.length), restOf.get(char) ?? 0);
    before = number;
  }
  return { common: common.join(''), others: rest.length, length: text.length, data: end() };
};

/** A text as it stands in the source. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** Writes all of them, short, where understanding takes them from. */
export const writeShort = (understanding: string): void => {
  const { common, others, length, data } = shorten(order.map((name) => lists[name]));
  writeFileSync(
    join(understanding, 'short', 'wording.ts'),
    `/** Made by \`npm run train:understanding\` from the lists that people read; not written by hand. */
export const short = {
  common:
    ${quoted(common)},
  others: ${others},
  length: ${length},
  data: '${data}',
};
`,
  );
};
