import { type Intent, intents } from '../../core/understanding/intents';
import type { Feature } from '../../core/understanding/model/features';
import { hashOf } from '../../core/understanding/model/hash';
import type { Packed } from '../../core/understanding/model/model';

/** A sentence to learn from. */
export interface Sample {
  readonly features: readonly Feature[];
  readonly intent: Intent;
}

/** Features seen less often than this tell nothing. */
const FEWEST = 4;
const EPOCHS = Number(process.env.EPOCHS ?? 10);
const RATE = 0.4;
/** Weights below this share of the largest are left out, so that the bundle stays small. */
const LEAST = Number(process.env.LEAST ?? 0.12);
const size = intents.length;

interface Row {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

/** Multinomial logistic regression by gradient descent with a rate of its own for every weight. */
export const trainWeights = (samples: readonly Sample[]): Packed => {
  const hashed = samples
    .map(({ features, intent }) => ({
      features: features.map(([name, value]) => [hashOf(name), value] as const),
      wanted: intents.indexOf(intent),
    }))
    // One fixed order in which intents are mixed.
    .map((sample, at) => ({ sample, order: hashOf(`${at}`) }))
    .sort((a, b) => a.order - b.order)
    .map(({ sample }) => sample);
  const seen = new Map<number, number>();
  for (const { features } of hashed) for (const [hash] of features) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  // Pieces that stand in every other sentence say little.
  const rarity = (hash: number): number => Math.min(1.6, Math.log(hashed.length / (seen.get(hash) ?? 1)) / 4);
  const table = new Map<number, Row>();
  for (const [hash, times] of seen) {
    if (times >= FEWEST)
      table.set(hash, { weights: new Float64Array(size), squares: new Float64Array(size).fill(0.05) });
  }
  const perIntent = intents.map((_, at) => hashed.filter(({ wanted }) => wanted === at).length);
  const rows = hashed.map(({ features, wanted }) => ({
    wanted,
    // Intents with few sentences count a little more, so that they are not forgotten.
    stress: Math.sqrt(hashed.length / size / (perIntent[wanted] || 1)),
    known: features.flatMap(([hash, value]) => {
      const row = table.get(hash);
      return row ? [{ row, value: value * rarity(hash) }] : [];
    }),
  }));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) for (const one of rows) learn(one);
  for (const [hash, { weights }] of table) {
    for (let at = 0; at < size; at += 1) weights[at] = (weights[at] ?? 0) * rarity(hash);
  }
  return pack(table);
};

const learn = ({
  wanted,
  stress,
  known,
}: {
  readonly wanted: number;
  readonly stress: number;
  readonly known: readonly { readonly row: Row; readonly value: number }[];
}): void => {
  const scores = new Float64Array(size);
  for (const { row, value } of known) {
    for (let at = 0; at < size; at += 1) scores[at] = (scores[at] ?? 0) + (row.weights[at] ?? 0) * value;
  }
  const most = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    scores[at] = Math.exp((scores[at] ?? 0) - most);
    sum += scores[at] ?? 0;
  }
  for (let at = 0; at < size; at += 1) {
    const miss = ((scores[at] ?? 0) / sum - (at === wanted ? 1 : 0)) * stress;
    if (Math.abs(miss) < 2e-3) continue;
    for (const { row, value } of known) {
      const gradient = miss * value;
      row.squares[at] = (row.squares[at] ?? 0) + gradient * gradient;
      row.weights[at] = (row.weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(row.squares[at] ?? 1);
    }
  }
};

/** Each weight as one signed byte, features in the order of their hash. */
const pack = (table: ReadonlyMap<number, Row>): Packed => {
  let largest = 0;
  for (const { weights } of table.values())
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const bytes: number[] = [];
  for (const [hash, { weights }] of [...table].sort(([a], [b]) => a - b)) {
    const pairs = [...weights].flatMap((weight, at) => {
      const packed = Math.round(weight / scale);
      return Math.abs(weight) >= LEAST * largest && packed !== 0 ? [[at, packed & 0xff] as const] : [];
    });
    if (pairs.length === 0) continue;
    bytes.push(hash >> 16, (hash >> 8) & 0xff, hash & 0xff, pairs.length);
    for (const [at, packed] of pairs) bytes.push(at, packed);
  }
  return { scale, data: Buffer.from(bytes).toString('base64') };
};
