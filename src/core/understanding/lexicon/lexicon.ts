import type { Reading } from '../reading/read';
import { Trie } from '../reading/trie';
import { listOf } from '../short/short';

/** Words that stand for the same, by name. */
export interface Lexicon {
  /** The cues of a sentence, in the order of their first word, each with that word. */
  readonly cuesIn: (reading: Reading) => ReadonlyMap<string, string>;
}

/** Words of so few kana count only as they are written, or alone. */
const SHORT = 2;

/** Stands before a form that sounds like a common word, and so counts only as it is written. */
const LITERAL = '=';

interface Form {
  readonly name: string;
  readonly written: string;
  readonly isLiteral: boolean;
}

/** Makes the lexicon; its words are compared by their sound. */
export const createLexicon = (read: (text: string) => Reading): Lexicon => {
  const trie = new Trie<Form>();
  for (const line of listOf('cueWords').split('\n')) {
    const [name, ...forms] = line.split(' ').filter(Boolean);
    if (name === undefined) continue;
    for (const form of forms) {
      const isLiteral = form.startsWith(LITERAL);
      const written = isLiteral ? form.slice(LITERAL.length) : form;
      trie.add(read(written).kana, { name, written, isLiteral });
    }
  }
  return {
    cuesIn: ({ plain, kana, at, source, breaks }) => {
      const found = new Map<string, string>();
      for (const { start, end, value } of trie.in(kana)) {
        if (found.has(value.name)) continue;
        // Not in the middle of a kanji's reading; two kana alone are too often part of another word.
        if (start > 0 && source[start] !== 0 && at[start - 1] === at[start]) continue;
        const isAlone = breaks[start] && breaks[end] && !value.isLiteral && source[start] === 0;
        const isAsWritten = value.isLiteral || end - start <= SHORT;
        if (isAsWritten && !isAlone && !plain.startsWith(value.written, at[start])) continue;
        found.set(value.name, kana.slice(start, end));
      }
      return found;
    },
  };
};
