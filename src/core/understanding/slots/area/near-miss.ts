import type { Reading } from '../../reading/read';
import type { Found } from '../../reading/trie';
import type { Named } from './gazetteer';

/** Names shorter than this have too many neighbours that are other words. */
const SHORTEST = 5;
/** Sentences longer than this are not searched for misspelt names, in kana. */
const LONGEST = 80;

/** Whether two texts differ by one letter: changed, left out, put in or swapped with its neighbour. */
export const differsByOne = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
};

/** Names of places that are one letter away from what she wrote. */
export const nearMiss = ({ kana, breaks }: Reading, names: readonly Named[]): readonly Found<Named>[] => {
  if (kana.length > LONGEST) return [];
  const found: Found<Named>[] = [];
  for (const value of names) {
    if (value.isNeighbour || value.kana.length < SHORTEST) continue;
    for (let start = 0; start < kana.length; start += 1) {
      if (!breaks[start] && start > 0 && !PLACE_STARTS.test(kana.slice(0, start))) continue;
      for (const length of [value.kana.length, value.kana.length + 1, value.kana.length - 1]) {
        const end = start + length;
        if (end > kana.length) continue;
        if (differsByOne(kana.slice(start, end), value.kana)) found.push({ start, end, value });
      }
    }
  }
  return found;
};

const PLACE_STARTS = /[\u306f\u306e\u304c\u306b\u3067\u306d]$/u;
