import type { Reading } from '../../reading/read';
import { Trie } from '../../reading/trie';
import { listOf } from '../../short/short';

/** Forms of so few kana sound like parts of too many words: they count as they are written, or alone. */
const SHORT = 2;

/** Stands before a form that sounds like a harmless word, and so counts only as it is written. */
const LITERAL = '=';

interface Form {
  readonly group: string;
  readonly written: string;
  readonly isLiteral: boolean;
}

/** The groups of danger's words that a message holds, in the order of their names. */
export type DangerGroups = (reading: Reading) => readonly string[];

/** Makes what finds the groups; forms are compared by their sound. */
export const createDangerGroups = (read: (text: string) => Reading): DangerGroups => {
  const trie = new Trie<Form>();
  for (const line of listOf('dangerWords').split('\n')) {
    const [group, ...forms] = line.split(' ').filter(Boolean);
    if (group === undefined) continue;
    for (const form of forms) {
      const isLiteral = form.startsWith(LITERAL);
      const written = isLiteral ? form.slice(LITERAL.length) : form;
      const { kana } = read(written);
      trie.add(kana, { group, written, isLiteral });
    }
  }
  return ({ plain, kana, at, source, breaks }) => {
    const found = new Set<string>();
    for (const { start, end, value } of trie.in(kana)) {
      if (found.has(value.group)) continue;
      // Not in the middle of a kanji's reading.
      if (start > 0 && source[start] !== 0 && at[start - 1] === at[start]) continue;
      if (end < kana.length && source[end] !== 0 && at[end - 1] === at[end]) continue;
      const isAlone = breaks[start] && breaks[end] && !value.isLiteral;
      const isAsWritten = value.isLiteral || end - start <= SHORT;
      if (isAsWritten && !isAlone && !plain.startsWith(value.written, at[start])) continue;
      found.add(value.group);
    }
    return [...found].sort();
  };
};
