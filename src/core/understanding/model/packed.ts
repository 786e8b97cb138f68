import { HASH_BITS } from './hash';

/** Weights as they are kept in the bundle. */
export interface Packed {
  /** How many features there are. */
  readonly features: number;
  /** What the steps of {@link STEPS} are worth. */
  readonly scale: number;
  /**
   * Bits in base64. For each feature: the distance of its hash ({@link lowBits}), as many ones as it has weights beyond the
   * first and a zero, and for each weight its intent, a bit that is set below zero, and its step.
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
export const INTENT_BITS = 6;

/**
 * Features stand in the order of their hashes, each hash written as the distance from the one before: the high bits as a
 * row of ones that a zero ends, then so many low bits as they are.
 */
export const lowBits = (features: number): number =>
  Math.max(1, HASH_BITS - Math.ceil(Math.log2(Math.max(1, features))));

/** Reads bits that were packed in base64, one after the other. */
export interface Bits {
  readonly bit: () => number;
  readonly take: (length: number) => number;
  /** How many ones stand before the next zero. */
  readonly takeOnes: () => number;
}

/** Begins to read. */
export const bitsOf = (data: string): Bits => {
  const raw = atob(data);
  let at = 0;
  const bit = (): number => {
    const one = (raw.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
    at += 1;
    return one;
  };
  const take = (length: number): number => {
    let value = 0;
    for (let count = 0; count < length; count += 1) value = 2 * value + bit();
    return value;
  };
  const takeOnes = (): number => {
    let count = 0;
    while (bit() === 1) count += 1;
    return count;
  };
  return { bit, take, takeOnes };
};

/** Unpacks weights for use. */
export const unpack = ({ features, scale, data }: Packed): Table => {
  const { bit, take, takeOnes } = bitsOf(data);
  const low = lowBits(features);
  const hashes = new Int32Array(features);
  const firsts = new Int32Array(features + 1);
  const intentOf: number[] = [];
  const weights: number[] = [];
  let before = -1;
  for (let row = 0; row < features; row += 1) {
    before += (takeOnes() << low) + take(low) + 1;
    hashes[row] = before;
    for (let count = takeOnes() + 1; count > 0; count -= 1) {
      intentOf.push(take(INTENT_BITS));
      const sign = bit() === 1 ? -1 : 1;
      weights.push(sign * (STEPS[take(STEP_BITS)] ?? 0) * scale);
    }
    firsts[row + 1] = weights.length;
  }
  return { hashes, firsts, intentOf: Uint8Array.from(intentOf), weights: Float32Array.from(weights) };
};
