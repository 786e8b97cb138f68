import type { Reading } from '../../reading/read';
import { Trie } from '../../reading/trie';
import { lengthen } from '../../short/short';
import { short } from '../../short/wording';

/** Forms of so few kana sound like parts of too many words: they count as they are written, or alone. */
const SHORT = 2;

interface Form {
  readonly group: string;
  readonly written: string;
}

/** The groups of danger's words that a message holds, in the order of their names. */
export type DangerGroups = (reading: Reading) => readonly string[];

/** Makes what finds the groups; forms are compared by their sound. */
export const createDangerGroups = (read: (text: string) => Reading): DangerGroups => {
  const trie = new Trie<Form>();
  for (const line of lengthen(short.dangerWords).split('\n')) {
    const [group, ...forms] = line.split(' ').filter(Boolean);
    if (group === undefined) continue;
    for (const written of forms) trie.add(read(written).kana, { group, written });
  }
  return ({ plain, kana, at, source, breaks }) => {
    const found = new Set<string>();
    for (const { start, end, value } of trie.in(kana)) {
      if (found.has(value.group)) continue;
      // Not in the middle of a kanji's reading.
      if (start > 0 && source[start] !== 0 && at[start - 1] === at[start]) continue;
      if (
        end - start <= SHORT &&
        !plain.startsWith(value.written, at[start]) &&
        !(breaks[start] && breaks[end])
      )
        continue;
      found.add(value.group);
    }
    return [...found].sort();
  };
};
