import type { Features } from '../../model/features';
import { BEGUN, ended, hashOf, withLetter } from '../../model/hash';
import type { Reading } from '../../reading/read';

const SHORTEST = 2;
const LONGEST = 3;
const kanji = /\p{Script=Han}/gu;

/** What danger is weighed by: groups of words and pairs of them, kanji, and pieces of the sound. */
export const dangerFeatures = ({ plain, kana }: Reading, groups: readonly string[]): Features => {
  const hashes: number[] = [];
  const values: number[] = [];
  const names: string[] = [];
  const known = new Set<number>();
  const put = (hash: number, value: number, name: string): void => {
    if (known.has(hash)) return;
    known.add(hash);
    hashes.push(hash);
    values.push(value);
    names.push(name);
  };
  for (const [at, group] of groups.entries()) {
    put(hashOf(`* ${group}`), 1, group);
    for (const other of groups.slice(at + 1)) put(hashOf(`* ${group}+${other}`), 0.6, `${group} ${other}`);
  }
  for (const char of plain.match(kanji) ?? []) put(hashOf(char), 0.5, char);
  const words = hashes.length;
  const outline = `^${kana.replace(/\d+/g, '0')}$`;
  for (let start = 0; start < outline.length; start += 1) {
    let begun = BEGUN;
    for (let length = 1; length <= LONGEST && start + length <= outline.length; length += 1) {
      begun = withLetter(begun, outline.charCodeAt(start + length - 1));
      if (length >= SHORTEST) put(ended(begun), 1, outline.slice(start, start + length));
    }
  }
  const piece = 2 / Math.sqrt(hashes.length - words || 1);
  for (let at = words; at < values.length; at += 1) values[at] = piece;
  return { hashes, values, nameOf: (at) => names[at] ?? '' };
};
