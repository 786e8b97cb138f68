const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Bits of a feature's number. */
export const HASH_BITS = 20;
const MASK = (1 << HASH_BITS) - 1;

/** A number to begin a name with; letters are added by {@link withLetter}, and {@link ended} makes it short. */
export const BEGUN = OFFSET | 0;

/** The number of a name with one more letter. */
export const withLetter = (begun: number, letter: number): number => Math.imul(begun ^ letter, PRIME);

/** The number of a whole name. */
export const ended = (begun: number): number => (begun ^ (begun >>> HASH_BITS)) & MASK;

/** The number of a name, not yet short. */
export const begunOf = (name: string): number => {
  let begun = BEGUN;
  for (let at = 0; at < name.length; at += 1) begun = withLetter(begun, name.charCodeAt(at));
  return begun;
};

/** A number of {@link HASH_BITS} bits for a feature's name, the same on every machine. */
export const hashOf = (name: string): number => ended(begunOf(name));
