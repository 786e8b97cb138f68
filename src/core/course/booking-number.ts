/**
 * The digits of a booking number. Left out are those that sound alike when said aloud (1 and 7), that stand for death
 * and pain (4 and 9), and 0, which looks like a letter.
 */
const DIGITS = ['2', '3', '5', '6', '8'] as const;

/** Digits of the first numbers that are tried. */
const SHORTEST = 4;

/** How many numbers of one length are tried before a longer one. */
const TRIES = 24;

/** FNV-1a with a last mixing, so that ids which differ in one letter do not give neighbouring numbers. */
const hash = (words: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) {
    value = Math.imul(value ^ words.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
};

const spelled = (value: number, length: number): string => {
  let rest = value;
  let number = '';
  for (let index = 0; index < length; index += 1) {
    number += DIGITS[rest % DIGITS.length] ?? '';
    rest = Math.floor(rest / DIGITS.length);
  }
  return number;
};

/** The number for a booking: follows from the turn that makes it, and is new among those of the lesson. */
export const bookingNumber = (turn: string, given: ReadonlySet<string>): string => {
  for (let tried = 0; ; tried += 1) {
    const number = spelled(hash(`${turn}:${tried}`), SHORTEST + Math.floor(tried / TRIES));
    if (!given.has(number)) return number;
  }
};
