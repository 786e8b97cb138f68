import { codedBits } from '../../model/coding';
import type { Features } from '../../model/features';
import { lowBits, STEP_BITS, STEPS } from '../../model/packed';

/** Weights of danger as they are kept in the bundle. */
export interface PackedDanger {
  readonly features: number;
  /** What the steps are worth; see `STEPS`. */
  readonly scale: number;
  readonly bias: number;
  /** Coded bits. For each feature: the distance of its hash, a bit that is set below zero, and its step. */
  readonly data: string;
}

/** Weighs whether a sentence tells of danger. */
export interface DangerWeigher {
  /** From 0 to 1. */
  readonly probability: (features: Features) => number;
  /** The features that spoke most for danger. */
  readonly reasons: (features: Features) => readonly string[];
}

/** Kinds of bits. */
export const kindsOf = { distance: 0, sign: 1, step: 2, all: 2 + (1 << STEP_BITS) } as const;

const REASONS = 5;

/** Makes the weigher out of its weights. */
export const createWeigher = ({ features: count, scale, bias, data }: PackedDanger): DangerWeigher => {
  const { bit, tree, ones, plain } = codedBits(data, kindsOf.all);
  const low = lowBits(count);
  const weights = new Map<number, number>();
  let hash = -1;
  for (let row = 0; row < count; row += 1) {
    hash += (ones(kindsOf.distance) << low) + plain(low) + 1;
    const sign = bit(kindsOf.sign);
    weights.set(hash, (sign === 1 ? -1 : 1) * (STEPS[tree(kindsOf.step, STEP_BITS)] ?? 0) * scale);
  }
  return {
    probability: ({ hashes, values }) => {
      let score = bias;
      for (let at = 0; at < hashes.length; at += 1)
        score += (weights.get(hashes[at] ?? -1) ?? 0) * (values[at] ?? 0);
      return 1 / (1 + Math.exp(-score));
    },
    reasons: ({ hashes, values, nameOf }) =>
      hashes
        .map((one, at) => [at, (weights.get(one) ?? 0) * (values[at] ?? 0)] as const)
        .filter(([, spoke]) => spoke > 0)
        .sort(([, a], [, b]) => b - a)
        .slice(0, REASONS)
        .map(([at]) => nameOf(at)),
  };
};
