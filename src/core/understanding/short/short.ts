import { codedBits } from '../model/coding';
import { short } from './wording';

/**
 * Lists of words, shortened for the bundle to two thirds of what a letter for every kana would take. People read and
 * change the lists in their own `wording.ts`; `npm run train:understanding` shortens them.
 */
export interface Short {
  /** The frequent characters. */
  readonly common: string;
  /** How many others there are. */
  readonly others: number;
  /** How many characters all lists have, with {@link END} behind each. */
  readonly length: number;
  /**
   * Coded bits. First the others by their code points, each as the distance from the one before; then the lists, each
   * character by its number among the frequent ones, whose chances depend on the character before it, or as another.
   */
  readonly data: string;
}

/** The lists, in the order in which they are written. */
export const order = ['cueWords', 'dangerWords', 'kanjiReadings', 'wordReadings'] as const;

/** Stands behind each list. */
export const END = '\0';
/** So many bits tell which of the frequent characters it is; the last number means another. */
export const COMMON_BITS = 7;
export const ANOTHER = (1 << COMMON_BITS) - 1;
/** Chances that depend on a neighbour see few bits and must learn fast. */
export const LEARNS_FAST = 4;
/** Code points of ours have no more bits. */
const POINT_BITS = 16;

/** How many bits tell which of the others it is. */
export const otherBits = (others: number): number => Math.max(1, Math.ceil(Math.log2(others)));
/** How many low bits of a distance are written as they are. */
export const lowBits = (others: number): number => POINT_BITS - otherBits(others);

/** Kinds of bits: of distances, of frequent characters by the one before, of others. */
export const kindsOf = {
  distance: 0,
  common: (before: number): number => 1 + (before << COMMON_BITS),
  other: 1 + ((ANOTHER + 1) << COMMON_BITS),
  all: (others: number): number => 1 + ((ANOTHER + 1) << COMMON_BITS) + (1 << otherBits(others)),
} as const;

/** The lists as people wrote them, in their order. */
export const lengthen = ({ common, others, length, data }: Short): readonly string[] => {
  const { tree, ones, plain } = codedBits(data, kindsOf.all(others), LEARNS_FAST);
  const low = lowBits(others);
  let point = -1;
  const rest = Array.from({ length: others }, () => {
    point += (ones(kindsOf.distance) << low) + plain(low) + 1;
    return String.fromCharCode(point);
  });
  let text = '';
  let before = ANOTHER;
  for (let at = 0; at < length; at += 1) {
    before = tree(kindsOf.common(before), COMMON_BITS);
    text += (before === ANOTHER ? rest[tree(kindsOf.other, otherBits(others))] : common[before]) ?? '';
  }
  return text.split(END).slice(0, -1);
};

const lists = lengthen(short);

/** One of the lists as people wrote it. */
export const listOf = (name: (typeof order)[number]): string => lists[order.indexOf(name)] ?? '';
