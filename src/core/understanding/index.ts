import type { City } from '../city';
import type { Position } from '../dialogue/state';
import type { Expected } from './context/context';
import type { PackedDanger } from './danger/weigh/weigher';
import { dangerWeights } from './danger/weigh/weights';
import { createEngine } from './engine';
import { maskPersonal } from './mask/mask';
import type { Packed } from './model/packed';
import { weights } from './model/weights';
import type { Understood } from './wish';

export { type Doubt, isOffered, type Offered } from './doubt/doubt';
export type { Intent, Slots } from './intents';
export { withOpinion } from './second-opinion/second-opinion';
export { slotsFor } from './slots/allowed';
export { passOn, readPassedOn, type Understood, type Wish } from './wish';

/** When a message came, and what had been asked or shown just before. */
export interface Said {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly asked?: Asked | Position | null;
}

/** What a bare answer may answer. */
export interface Asked {
  /** What the last message wanted: a yes or no, one of the shown items, a place, or the place in view. */
  readonly expects?: readonly Expected[] | undefined;
}

/** Reads what elders write: offline, the same every time, in well under a millisecond. */
export interface Understanding {
  understand(text: string, context: Said): Understood;
  /** The text with phone numbers, addresses and the like covered; it is what is stored. */
  mask(text: string): string;
}

/** Builds the index of one city's words; it is kept for the life of the process. */
export const createUnderstanding = (
  city: City,
  trained: Packed = weights,
  dangerous: PackedDanger = dangerWeights,
): Understanding => {
  const understand = createEngine(city, trained, dangerous);
  return { understand, mask: maskPersonal };
};
