import {
  CHANCE_BITS,
  HEAD,
  LEARNS,
  LETTERS,
  learningChances,
  NARROW,
  PAIR_BITS,
  WIDEST,
} from '../../core/understanding/model/coding';

/** Writes what `CodedBits` reads; see there. */
export interface CodedWriter {
  readonly bit: (kind: number, one: number) => void;
  readonly tree: (kind: number, bits: number, value: number) => void;
  readonly ones: (kind: number, count: number) => void;
  readonly plain: (bits: number, value: number) => void;
  /** All that was written. */
  readonly end: () => string;
}

const WORD = 0x100000000;

/** Begins to write. */
export const codedWriter = (kinds: number, learns = LEARNS): CodedWriter => {
  const chances = learningChances(kinds, learns);
  const bytes: number[] = [];
  let low = 0;
  let range = WIDEST;
  // A byte waits with those of all ones behind it, because a later sum may still carry into them.
  let waiting = 0;
  let full = 0;
  const push = (): void => {
    if (low < 0xff000000 || low >= WORD) {
      const carry = low >= WORD ? 1 : 0;
      bytes.push((waiting + carry) & 0xff);
      for (; full > 0; full -= 1) bytes.push((0xff + carry) & 0xff);
      waiting = Math.floor(low / NARROW) & 0xff;
    } else full += 1;
    low = (low % NARROW) * 256;
  };
  const part = (bound: number, one: number): void => {
    if (one === 1) {
      low += bound;
      range -= bound;
    } else range = bound;
    while (range < NARROW) {
      range = (range << 8) >>> 0;
      push();
    }
  };
  const bit = (kind: number, one: number): void => {
    part((range >>> CHANCE_BITS) * chances.of(kind), one);
    chances.learn(kind, one);
  };
  return {
    bit,
    tree: (kind, bits, value) => {
      let node = 1;
      for (let at = bits - 1; at >= 0; at -= 1) {
        const one = (value >> at) & 1;
        bit(kind + node, one);
        node = 2 * node + one;
      }
    },
    ones: (kind, count) => {
      for (let at = 0; at < count; at += 1) bit(kind, 1);
      bit(kind, 0);
    },
    plain: (bits, value) => {
      for (let at = bits - 1; at >= 0; at -= 1) part(range >>> 1, (value >> at) & 1);
    },
    end: () => {
      for (let at = 0; at < HEAD; at += 1) push();
      return lettersOf(bytes);
    },
  };
};

const lettersOf = (bytes: readonly number[]): string => {
  let data = '';
  let held = 0;
  let bits = 0;
  for (const byte of [...bytes, 0, 0]) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < PAIR_BITS) continue;
    bits -= PAIR_BITS;
    const pair = held >> bits;
    held &= (1 << bits) - 1;
    data += (LETTERS[Math.floor(pair / LETTERS.length)] ?? '') + (LETTERS[pair % LETTERS.length] ?? '');
  }
  return data;
};
