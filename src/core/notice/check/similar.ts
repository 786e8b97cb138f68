import { sentenceEnd } from './wording';

const pairsOf = (text: string): ReadonlyMap<string, number> => {
  const signs = [...text.normalize('NFKC').replace(/\s/g, '')];
  const pairs = new Map<string, number>();
  for (const [index, sign] of signs.entries()) {
    const pair = sign + (signs[index + 1] ?? '');
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/** How alike two texts are, 0 to 1: the share of their pairs of signs that both have. */
export const likeness = (one: string, other: string): number => {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  let both = 0;
  let all = 0;
  for (const [pair, count] of left) {
    both += 2 * Math.min(count, right.get(pair) ?? 0);
    all += count;
  }
  for (const count of right.values()) all += count;
  return all === 0 ? 0 : both / all;
};

/** A piece of a text compared with another: in both, only in the new one, or only in the old one. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const cut = (text: string): readonly string[] =>
  text.split(sentenceEnd).filter((piece) => piece.trim() !== '');

/** What changed from an old text to a new one, sentence by sentence: the longest common row stays, the rest is told. */
export const differenceBetween = (before: string, after: string): readonly Piece[] => {
  const [old, now] = [cut(before), cut(after)];
  const length = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number): number => length[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const line = length[row];
    for (let column = now.length - 1; line && column >= 0; column -= 1) {
      line[column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]];
    if (was !== undefined && was === is) {
      pieces.push({ kind: 'same', text: was });
      row += 1;
      column += 1;
    } else if (is !== undefined && (was === undefined || at(row, column + 1) > at(row + 1, column))) {
      pieces.push({ kind: 'added', text: is });
      column += 1;
    } else if (was !== undefined) {
      pieces.push({ kind: 'removed', text: was });
      row += 1;
    }
  }
  return pieces;
};
