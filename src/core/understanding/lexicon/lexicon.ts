import type { Reading } from '../reading/read';
import { Trie } from '../reading/trie';
import { lengthen } from '../short/short';
import { short } from '../short/wording';

/** Words that stand for the same, by name. */
export interface Lexicon {
  /** The cues of a sentence, in the order of their first word, each with that word. */
  readonly cuesIn: (reading: Reading) => ReadonlyMap<string, string>;
}

/** Words of so few kana count only with their kanji, or alone. */
const SHORT = 2;

/** Makes the lexicon; its words are compared by their sound. */
export const createLexicon = (read: (text: string) => Reading): Lexicon => {
  const trie = new Trie<string>();
  for (const line of lengthen(short.cueWords).split('\n')) {
    const [name, ...forms] = line.split(' ').filter(Boolean);
    if (name === undefined) continue;
    for (const form of forms) trie.add(read(form).kana, name);
  }
  return {
    cuesIn: ({ kana, at, source, breaks }) => {
      const found = new Map<string, string>();
      for (const { start, end, value } of trie.in(kana)) {
        if (found.has(value)) continue;
        // Not in the middle of a kanji's reading; two kana alone are too often part of another word.
        if (start > 0 && source[start] !== 0 && at[start - 1] === at[start]) continue;
        if (end - start <= SHORT && source[start] === 0 && !(breaks[start] && breaks[end])) continue;
        found.set(value, kana.slice(start, end));
      }
      return found;
    },
  };
};
