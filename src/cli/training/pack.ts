import { intents } from '../../core/understanding/intents';
import { kindsOf, lowBits, type Packed, STEP_BITS, STEPS } from '../../core/understanding/model/packed';
import { codedWriter } from './coding';

/** One feature with its weights, each of an intent by its number, in their order. */
export interface Row {
  readonly hash: number;
  readonly weights: readonly (readonly [intent: number, weight: number])[];
}

/** Packs weights as {@link Packed} describes. Rows without weights are left out. */
export const pack = (rows: readonly Row[], scale: number): Packed => {
  const { bit, tree, ones, plain, end } = codedWriter(kindsOf.all);
  const kept = rows.filter(({ weights }) => weights.length > 0).sort((a, b) => a.hash - b.hash);
  const low = lowBits(kept.length);
  let last = -1;
  for (const { hash, weights } of kept) {
    const distance = hash - last - 1;
    last = hash;
    ones(kindsOf.distance, distance >> low);
    plain(low, distance & ((1 << low) - 1));
    const weightOf = new Map(weights);
    let before = 0;
    for (let intent = 0; intent < intents.length; intent += 1) {
      const weight = weightOf.get(intent);
      bit(kindsOf.intent(intent, before), weight === undefined ? 0 : 1);
      if (weight === undefined) continue;
      before += 1;
      const sign = weight < 0 ? 1 : 0;
      bit(kindsOf.sign, sign);
      tree(kindsOf.step(sign), STEP_BITS, nearestStep(Math.abs(weight) / scale));
    }
  }
  return { features: kept.length, scale, data: end() };
};

/** The step of {@link STEPS} that is nearest to a size. */
export const nearestStep = (size: number): number => {
  let nearest = 0;
  for (const [at, step] of STEPS.entries())
    if (Math.abs(step - size) < Math.abs((STEPS[nearest] ?? 0) - size)) nearest = at;
  return nearest;
};
