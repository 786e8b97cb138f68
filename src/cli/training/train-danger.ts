import { kindsOf, type PackedDanger } from '../../core/understanding/danger/weigh/weigher';
import type { Features } from '../../core/understanding/model/features';
import { lowBits, STEP_BITS } from '../../core/understanding/model/packed';
import { codedWriter } from './coding';
import { mixedUp } from './corpus';
import { nearestStep } from './pack';

/** A sentence to learn danger from. */
export interface DangerSample {
  readonly features: Features;
  readonly isDanger: boolean;
}

/** Features seen less often than this, in all variants, tell nothing. */
const FEWEST = 4;
const EPOCHS = 12;
/** How often all is learned once more after the small weights are gone. */
const MORE_EPOCHS = 4;
const RATE = 0.3;
/** A danger that is missed counts as much as so many false alarms. */
const STRESS = 2.5;
/** What every weight loses at each step, so that only what is needed stays. */
const DECAY = 5e-4;
/** How many weights the bundle has room for: the largest stay. */
const ROOM = 14_000;
/** The smallest weight that can be written; see `STEPS`. */
const SCALE = 0.4;

interface Row {
  weight: number;
  squares: number;
}

/** Logistic regression by gradient descent with a rate of its own for every weight. */
export const trainDanger = (samples: readonly DangerSample[]): PackedDanger => {
  const mixed = mixedUp(samples);
  const seen = new Map<number, number>();
  for (const { features } of mixed)
    for (const hash of features.hashes) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  const table = new Map<number, Row>();
  for (const [hash, times] of seen) if (times >= FEWEST) table.set(hash, { weight: 0, squares: 0.05 });
  const bias: Row = { weight: 0, squares: 0.05 };
  const lessons = mixed.map(({ features: { hashes, values }, isDanger }) => ({
    isDanger,
    known: [
      { row: bias, value: 1 },
      ...hashes.flatMap((hash, at) => {
        const row = table.get(hash);
        return row ? [{ row, value: values[at] ?? 0 }] : [];
      }),
    ],
  }));
  const learnAll = (): void => {
    for (const { known, isDanger } of lessons) {
      let score = 0;
      for (const { row, value } of known) score += row.weight * value;
      const miss = (1 / (1 + Math.exp(-score)) - (isDanger ? 1 : 0)) * (isDanger ? STRESS : 1);
      if (Math.abs(miss) < 1e-3) continue;
      for (const { row, value } of known) {
        const gradient = miss * value + DECAY * row.weight;
        row.squares += gradient * gradient;
        row.weight -= (RATE * gradient) / Math.sqrt(row.squares);
      }
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) learnAll();
  // The small ones go, and the others learn to do without them.
  const sizes = [...table.values()].map(({ weight }) => Math.abs(weight)).sort((a, b) => b - a);
  const least = sizes[ROOM] ?? 0;
  for (const row of table.values()) {
    if (Math.abs(row.weight) > least) continue;
    row.weight = 0;
    row.squares = Number.POSITIVE_INFINITY;
  }
  for (let epoch = 0; epoch < MORE_EPOCHS; epoch += 1) learnAll();
  return pack(table, bias.weight);
};

const pack = (table: ReadonlyMap<number, Row>, bias: number): PackedDanger => {
  const { bit, tree, ones, plain, end } = codedWriter(kindsOf.all);
  const kept = [...table].filter(([, { weight }]) => Math.abs(weight) >= SCALE / 4).sort(([a], [b]) => a - b);
  const low = lowBits(kept.length);
  let before = -1;
  for (const [hash, { weight }] of kept) {
    const distance = hash - before - 1;
    before = hash;
    ones(kindsOf.distance, distance >> low);
    plain(low, distance & ((1 << low) - 1));
    bit(kindsOf.sign, weight < 0 ? 1 : 0);
    tree(kindsOf.step, STEP_BITS, nearestStep(Math.abs(weight) / SCALE));
  }
  return { features: kept.length, scale: SCALE, bias, data: end() };
};
