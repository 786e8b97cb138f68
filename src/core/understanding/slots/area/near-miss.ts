import type { Reading } from '../../reading/read';
import type { Found } from '../../reading/trie';
import type { Named } from './gazetteer';

/** Names shorter than this have too many neighbours that are other words. */
const SHORTEST = 5;
/** Sentences longer than this are not searched for misspelt names, in kana. */
const LONGEST = 80;

/** Whether a part of a text differs from a name by one letter: changed, left out, put in or swapped with its neighbour. */
const differsByOne = (text: string, start: number, end: number, name: string): boolean => {
  const length = end - start;
  let same = 0;
  while (same < length && same < name.length && text.charCodeAt(start + same) === name.charCodeAt(same))
    same += 1;
  let tail = 0;
  while (
    tail < length - same &&
    tail < name.length - same &&
    text.charCodeAt(end - 1 - tail) === name.charCodeAt(name.length - 1 - tail)
  )
    tail += 1;
  const rest = length - same - tail;
  const restOfName = name.length - same - tail;
  if (rest === 0 && restOfName === 0) return false;
  if (rest <= 1 && restOfName <= 1) return true;
  return (
    rest === 2 &&
    restOfName === 2 &&
    text[start + same] === name[same + 1] &&
    text[start + same + 1] === name[same]
  );
};

/** Names of places that are one letter away from what she wrote. */
export const nearMiss = ({ kana, breaks }: Reading, names: readonly Named[]): readonly Found<Named>[] => {
  if (kana.length > LONGEST) return [];
  const starts: number[] = [];
  for (let start = 0; start < kana.length; start += 1)
    if (start === 0 || breaks[start] || PLACE_STARTS.includes(kana[start - 1] ?? '')) starts.push(start);
  const found: Found<Named>[] = [];
  for (const value of names) {
    const name = value.kana;
    if (value.isNeighbour || name.length < SHORTEST) continue;
    for (const start of starts) {
      // One letter apart, the first or the second letter is the same or is swapped with it.
      if (
        kana[start] !== name[0] &&
        kana[start + 1] !== name[1] &&
        kana[start] !== name[1] &&
        kana[start + 1] !== name[0]
      )
        continue;
      for (const more of [0, 1, -1]) {
        const end = start + name.length + more;
        if (end <= kana.length && differsByOne(kana, start, end, name)) found.push({ start, end, value });
      }
    }
  }
  return found;
};

const PLACE_STARTS = '\u306f\u306e\u304c\u306b\u3067\u306d';
