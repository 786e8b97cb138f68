import { INTENT_BITS, lowBits, type Packed, STEP_BITS, STEPS } from '../../core/understanding/model/packed';

/** One feature with its weights, each of an intent by its number. */
export interface Row {
  readonly hash: number;
  readonly weights: readonly (readonly [intent: number, weight: number])[];
}

/** Writes bits one after the other. */
interface BitWriter {
  readonly put: (value: number, length: number) => void;
  /** So many ones and a zero. */
  readonly putOnes: (count: number) => void;
  readonly base64: () => string;
}

/** Begins to write. */
export const createBits = (): BitWriter => {
  const bits: number[] = [];
  return {
    put: (value, length) => {
      for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1);
    },
    putOnes: (count) => {
      for (let at = 0; at < count; at += 1) bits.push(1);
      bits.push(0);
    },
    base64: () => {
      const bytes = new Uint8Array(Math.ceil(bits.length / 8));
      for (const [at, bit] of bits.entries())
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
      return Buffer.from(bytes).toString('base64');
    },
  };
};

/** Packs weights as {@link Packed} describes. Rows without weights are left out. */
export const pack = (rows: readonly Row[], scale: number): Packed => {
  const { put, putOnes, base64 } = createBits();
  const kept = rows.filter(({ weights }) => weights.length > 0).sort((a, b) => a.hash - b.hash);
  const low = lowBits(kept.length);
  let before = -1;
  for (const { hash, weights } of kept) {
    const distance = hash - before - 1;
    before = hash;
    putOnes(distance >> low);
    put(distance & ((1 << low) - 1), low);
    putOnes(weights.length - 1);
    for (const [intent, weight] of weights) {
      put(intent, INTENT_BITS);
      put(weight < 0 ? 1 : 0, 1);
      put(nearestStep(Math.abs(weight) / scale), STEP_BITS);
    }
  }
  return { features: kept.length, scale, data: base64() };
};

/** The step of {@link STEPS} that is nearest to a size. */
export const nearestStep = (size: number): number => {
  let nearest = 0;
  for (const [at, step] of STEPS.entries())
    if (Math.abs(step - size) < Math.abs((STEPS[nearest] ?? 0) - size)) nearest = at;
  return nearest;
};
