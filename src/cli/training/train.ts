import { type Intent, intents } from '../../core/understanding/intents';
import type { Features } from '../../core/understanding/model/features';
import type { Packed } from '../../core/understanding/model/packed';
import { mixedUp, orderOf } from './corpus';
import { pack, type Row } from './pack';

/** A sentence to learn from. */
export interface Sample {
  readonly features: Features;
  readonly intent: Intent;
}

/** Features seen less often than this, in all variants, tell nothing. */
const FEWEST = 12;
const EPOCHS = 10;
const RATE = 0.12;
/** How many weights the bundle has room for: those stay that are large and often used. */
const ROOM = 73_000;
/** How much it counts for a weight that its feature is seen often, and how often is often. */
const USE = 0.25;
const OFTEN = 3000;
/** How often all is learned once more after the others are gone. */
const MORE_EPOCHS = 4;
/** The smallest weight that can be written; see `STEPS`. */
const SCALE = 0.6;
const size = intents.length;

interface Lesson {
  readonly wanted: number;
  readonly stress: number;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Multinomial logistic regression by gradient descent with a rate of its own for every weight. */
export const trainWeights = (samples: readonly Sample[]): Packed => {
  // One fixed order in which intents are mixed.
  const mixed = mixedUp(samples);
  const seen = new Map<number, number>();
  for (const { features } of mixed)
    for (const hash of features.hashes) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  // Pieces that stand in every other sentence say little.
  const rarity = (hash: number): number => Math.min(1.6, Math.log(mixed.length / (seen.get(hash) ?? 1)) / 4);
  const rowOf = new Map<number, number>();
  for (const [hash, times] of seen) if (times >= FEWEST) rowOf.set(hash, rowOf.size);
  const weights = new Float64Array(rowOf.size * size);
  const squares = new Float64Array(rowOf.size * size).fill(0.05);
  const perIntent = intents.map((name) => mixed.filter(({ intent }) => intent === name).length);
  const lessons = mixed.map(({ features: { hashes, values }, intent }): Lesson => {
    const wanted = intents.indexOf(intent);
    const known = hashes.flatMap((hash, at) => {
      const row = rowOf.get(hash);
      return row === undefined ? [] : [[row, (values[at] ?? 0) * rarity(hash)] as const];
    });
    return {
      wanted,
      // Intents with few sentences count a little more, so that they are not forgotten.
      stress: Math.sqrt(mixed.length / size / (perIntent[wanted] || 1)),
      rows: Int32Array.from(known, ([row]) => row * size),
      values: Float64Array.from(known, ([, value]) => value),
    };
  });
  // In another order each time, so that what comes last does not weigh most.
  const learnAll = (epoch: number): void => {
    const order = lessons
      .map((one, at) => ({ one, turn: orderOf(`${epoch} ${at}`) }))
      .sort((a, b) => a.turn - b.turn);
    for (const { one } of order) learn(one, weights, squares);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) learnAll(epoch);
  // The small ones go, and the others learn to do without them.
  const weightOf = (hash: number, cell: number): number =>
    Math.abs(weights[cell] ?? 0) * rarity(hash) * Math.min(OFTEN, seen.get(hash) ?? 0) ** USE;
  const sizes = [...rowOf].flatMap(([hash, row]) => intents.map((_, at) => weightOf(hash, row * size + at)));
  const least = Float64Array.from(sizes).sort().at(-ROOM) ?? 0;
  for (const [hash, row] of rowOf) {
    for (let cell = row * size; cell < (row + 1) * size; cell += 1) {
      if (weightOf(hash, cell) >= least) continue;
      weights[cell] = 0;
      squares[cell] = Number.POSITIVE_INFINITY;
    }
  }
  const mean = new Float64Array(weights.length);
  for (let epoch = 0; epoch < MORE_EPOCHS; epoch += 1) {
    learnAll(EPOCHS + epoch);
    for (let cell = 0; cell < mean.length; cell += 1)
      mean[cell] = (mean[cell] ?? 0) + (weights[cell] ?? 0) / MORE_EPOCHS;
  }
  const rows = [...rowOf].map(
    ([hash, row]): Row => ({
      hash,
      weights: intents.flatMap((_, at) => {
        const weight = (mean[row * size + at] ?? 0) * rarity(hash);
        return Math.abs(weight) >= SCALE / 2 ? [[at, weight] as const] : [];
      }),
    }),
  );
  return pack(rows, SCALE);
};

const scores = new Float64Array(size);

const learn = (
  { wanted, stress, rows, values }: Lesson,
  weights: Float64Array,
  squares: Float64Array,
): void => {
  scores.fill(0);
  for (let one = 0; one < rows.length; one += 1) {
    const row = rows[one] ?? 0;
    const value = values[one] ?? 0;
    for (let at = 0; at < size; at += 1) scores[at] = (scores[at] ?? 0) + (weights[row + at] ?? 0) * value;
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
    for (let one = 0; one < rows.length; one += 1) {
      const cell = (rows[one] ?? 0) + at;
      const gradient = miss * (values[one] ?? 0);
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = (weights[cell] ?? 0) - (RATE * gradient) / Math.sqrt(square);
    }
  }
};
