import { intents } from '../intents';
import { codedBits } from './coding';
import { HASH_BITS } from './hash';

/** Weights as they are kept in the bundle. */
export interface Packed {
  /** How many features there are. */
  readonly features: number;
  /** What the steps of {@link STEPS} are worth. */
  readonly scale: number;
  /**
   * Coded bits. For each feature: the distance of its hash ({@link lowBits}); for each intent whether it has a weight, and
   * where it has one a bit that is set below zero, and its step.
   */
  readonly data: string;
}

/** Weights ready for use. Row `r` has the weights from `firsts[r]` to before `firsts[r + 1]`. */
export interface Table {
  readonly hashes: Int32Array;
  readonly firsts: Int32Array;
  readonly intentOf: Uint8Array;
  readonly weights: Float32Array;
}

/**
 * Sizes a weight may have, in steps of its scale; three bits and a sign. A weight is right within a tenth or so, which
 * decides nothing, and the bundle is half as large.
 */
export const STEPS = [1, 1.35, 1.8, 2.4, 3.2, 4.3, 5.7, 7.6] as const;
export const STEP_BITS = 3;
/** Up to so many intents before one its chance depends on how many there were. */
const MOST_BEFORE = 4;

/**
 * Features stand in the order of their hashes, each hash written as the distance from the one before: the high bits as a
 * row of ones that a zero ends, then so many low bits as they are.
 */
export const lowBits = (features: number): number =>
  Math.max(1, HASH_BITS - Math.ceil(Math.log2(Math.max(1, features))));

/** Kinds of bits: of the distance, of every intent by how many stand before it, of signs and of steps. */
export const kindsOf = {
  distance: 0,
  intent: (intent: number, before: number): number =>
    1 + MOST_BEFORE * intent + Math.min(before, MOST_BEFORE - 1),
  sign: 1 + MOST_BEFORE * intents.length,
  step: (sign: number): number => 2 + MOST_BEFORE * intents.length + (sign << STEP_BITS),
  all: 2 + MOST_BEFORE * intents.length + (2 << STEP_BITS),
} as const;

/** Unpacks weights for use. */
export const unpack = ({ features, scale, data }: Packed): Table => {
  const { bit, tree, ones, plain } = codedBits(data, kindsOf.all);
  const low = lowBits(features);
  const hashes = new Int32Array(features);
  const firsts = new Int32Array(features + 1);
  const intentOf: number[] = [];
  const weights: number[] = [];
  let hash = -1;
  for (let row = 0; row < features; row += 1) {
    hash += (ones(kindsOf.distance) << low) + plain(low) + 1;
    hashes[row] = hash;
    let before = 0;
    for (let intent = 0; intent < intents.length; intent += 1) {
      if (bit(kindsOf.intent(intent, before)) === 0) continue;
      before += 1;
      const sign = bit(kindsOf.sign);
      intentOf.push(intent);
      weights.push((sign === 1 ? -1 : 1) * (STEPS[tree(kindsOf.step(sign), STEP_BITS)] ?? 0) * scale);
    }
    firsts[row + 1] = weights.length;
  }
  return { hashes, firsts, intentOf: Uint8Array.from(intentOf), weights: Float32Array.from(weights) };
};
