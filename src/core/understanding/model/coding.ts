/** Letters that stand for themselves in a string of the source; two of them carry {@link PAIR_BITS} bits. */
export const LETTERS =
  '!"#`%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
export const PAIR_BITS = 13;

/** Chances are counted in so many bits. */
export const CHANCE_BITS = 12;
/** Chances learn by 2 to the power of minus so much of what they missed, at first by a half, a quarter and so on. */
export const LEARNS = 6;
/** Below this range another byte is needed. */
export const NARROW = 0x1000000;
export const WIDEST = 0xffffffff;
/** A byte that carries no bits stands before the first four. */
export const HEAD = 5;

/** Reads bits that were written each with the chance it had, which is learned while they are read. */
export interface CodedBits {
  /** The next bit of a kind. Kinds are numbered by whoever writes and reads. */
  readonly bit: (kind: number) => number;
  /** A number of so many bits, each of a kind of its own from `kind` on, by the bits before it. */
  readonly tree: (kind: number, bits: number) => number;
  /** How many ones of a kind stand before the next zero. */
  readonly ones: (kind: number) => number;
  /** A number of so many bits of which nothing is known beforehand. */
  readonly plain: (bits: number) => number;
}

/** Chances of bits being zero, by their kind, which learn from every bit. */
export const learningChances = (kinds: number, learns: number) => {
  const chances = new Uint16Array(kinds).fill(1 << (CHANCE_BITS - 1));
  const shares = new Uint8Array(kinds);
  return {
    of: (kind: number): number => chances[kind] ?? 0,
    learn: (kind: number, one: number): void => {
      const chance = chances[kind] ?? 0;
      const share = Math.min((shares[kind] ?? 0) + 1, learns);
      shares[kind] = share;
      chances[kind] =
        one === 1 ? chance - (chance >> share) : chance + (((1 << CHANCE_BITS) - chance) >> share);
    },
  };
};

const bytesOf = (data: string): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((data.length / 2) * (PAIR_BITS / 8)));
  const numberOf = new Map([...LETTERS].map((letter, at) => [letter, at] as const));
  let held = 0;
  let bits = 0;
  let end = 0;
  for (let at = 0; at + 1 < data.length; at += 2) {
    const pair =
      (numberOf.get(data[at] ?? '') ?? 0) * LETTERS.length + (numberOf.get(data[at + 1] ?? '') ?? 0);
    held = (held << PAIR_BITS) | pair;
    bits += PAIR_BITS;
    for (; bits >= 8; bits -= 8) {
      bytes[end] = (held >> (bits - 8)) & 0xff;
      end += 1;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
};

/** Begins to read. The numbers are those of a range coder: the range is parted at each bit by its chance. */
export const codedBits = (data: string, kinds: number, learns = LEARNS): CodedBits => {
  const bytes = bytesOf(data);
  const chances = learningChances(kinds, learns);
  let range = WIDEST;
  let code = 0;
  let at = 0;
  const next = (): void => {
    code = ((code << 8) | (bytes[at] ?? 0)) >>> 0;
    at += 1;
  };
  while (at < HEAD) next();
  const part = (bound: number): number => {
    const isOne = code >= bound;
    if (isOne) {
      code -= bound;
      range -= bound;
    } else range = bound;
    while (range < NARROW) {
      range = (range << 8) >>> 0;
      next();
    }
    return isOne ? 1 : 0;
  };
  const bit = (kind: number): number => {
    const one = part((range >>> CHANCE_BITS) * chances.of(kind));
    chances.learn(kind, one);
    return one;
  };
  return {
    bit,
    tree: (kind, bits) => {
      let node = 1;
      for (let count = 0; count < bits; count += 1) node = 2 * node + bit(kind + node);
      return node - (1 << bits);
    },
    ones: (kind) => {
      let count = 0;
      while (bit(kind) === 1) count += 1;
      return count;
    },
    plain: (bits) => {
      let value = 0;
      for (let count = 0; count < bits; count += 1) value = 2 * value + part(range >>> 1);
      return value;
    },
  };
};
