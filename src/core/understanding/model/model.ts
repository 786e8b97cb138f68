import { type Intent, intents } from '../intents';
import type { Features } from './features';
import { type Packed, unpack } from './packed';

/** An intent with its probability. */
export interface Weighed {
  readonly intent: Intent;
  readonly probability: number;
}

/** How one sentence was weighed. */
export interface Verdicts {
  /** Most probable first; made one by one, because mostly only the first is asked for. */
  readonly ranked: () => Iterable<Weighed>;
  /** The features that spoke most for one intent. */
  readonly reasons: (intent: Intent) => readonly string[];
}

/** Weighs intents by the features of a sentence. */
export type Model = (features: Features) => Verdicts;

/** What speaks less than this for an intent is no reason. */
const SPEAKS = 0.05;
const REASONS = 5;
/** A free place of the table. */
const FREE = -1;

/** Makes the model out of its weights. */
export const createModel = (packed: Packed): Model => {
  const { hashes, firsts, intentOf, weights } = unpack(packed);
  // Features are found by open addressing: a table twice their number, and the next place where one is taken.
  let size = 1;
  while (size < 2 * hashes.length) size *= 2;
  const table = new Int32Array(size).fill(FREE);
  for (const [row, hash] of hashes.entries()) {
    let place = hash & (size - 1);
    while (table[place] !== FREE) place = (place + 1) & (size - 1);
    table[place] = row;
  }
  const rowOf = (hash: number): number => {
    let place = hash & (size - 1);
    for (;;) {
      const row = table[place] ?? FREE;
      if (row === FREE || hashes[row] === hash) return row;
      place = (place + 1) & (size - 1);
    }
  };
  return (features) => {
    const scores = new Float64Array(intents.length);
    const rows: number[] = [];
    const { hashes: said, values } = features;
    for (let at = 0; at < said.length; at += 1) {
      const row = rowOf(said[at] ?? FREE);
      rows.push(row);
      if (row === FREE) continue;
      const value = values[at] ?? 0;
      const end = firsts[row + 1] ?? 0;
      for (let one = firsts[row] ?? 0; one < end; one += 1) {
        const intent = intentOf[one] ?? 0;
        scores[intent] = (scores[intent] ?? 0) + (weights[one] ?? 0) * value;
      }
    }
    return {
      ranked: () => rank(scores),
      reasons: (intent) => {
        const wanted = intents.indexOf(intent);
        const spoke: (readonly [at: number, weight: number])[] = [];
        for (const [at, row] of rows.entries()) {
          if (row === FREE) continue;
          const end = firsts[row + 1] ?? 0;
          for (let one = firsts[row] ?? 0; one < end; one += 1) {
            const weight = (weights[one] ?? 0) * (values[at] ?? 0);
            if (intentOf[one] === wanted && weight > SPEAKS) spoke.push([at, weight]);
          }
        }
        return spoke
          .sort(([, a], [, b]) => b - a)
          .slice(0, REASONS)
          .map(([at]) => features.nameOf(at));
      },
    };
  };
};

function* rank(scores: Float64Array): Iterable<Weighed> {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  let sum = 0;
  for (const power of powers) sum += power;
  for (let times = 0; times < powers.length; times += 1) {
    let best = 0;
    for (let at = 1; at < powers.length; at += 1) if ((powers[at] ?? 0) > (powers[best] ?? 0)) best = at;
    yield { intent: intents[best] ?? 'other', probability: (powers[best] ?? 0) / sum };
    powers[best] = -1;
  }
}
