import { wording } from './wording';

/** A class or a place whose people a supporter may tell something. */
export interface Scope {
  readonly kind: 'course' | 'place';
  /** The course's or the place's id. */
  readonly target: string;
}

/** What a supporter tells. `cancelled` also takes the day out of every list. */
export type ClassNews = 'cancelled' | 'place' | 'time' | 'bring' | 'free';

/** All of them, in the order in which they are offered. */
export const classNews: readonly ClassNews[] = ['cancelled', 'place', 'time', 'bring', 'free'];

/** The day a supporter's notice is about: a lesson of her class, or a date of her place. */
export type ClassDay =
  | { readonly kind: 'lesson'; readonly course: string; readonly lesson: string }
  | { readonly kind: 'place'; readonly place: string; readonly date: string; readonly from?: string };

/** How many of a day's people can be reached through LINE. */
export interface ClassPeople {
  /** The lesson's or the place's id. */
  readonly subject: string;
  readonly comes: number;
  readonly waits: number;
}

/** A code is six digits, said or typed, often with the word it was given with. */
const CODE = /(?<!\d)\d{6}(?!\d)/;

/** The code in what she wrote; undefined if there is none, or more than one number that might be it. */
export const codeIn = (text: string): string | undefined => {
  const plain = text.normalize('NFKC').replace(/(\d{3})[\s-](\d{3})(?!\d)/g, '$1$2');
  const found = plain.match(new RegExp(CODE, 'g')) ?? [];
  return found.length === 1 ? found[0] : undefined;
};

/** Whether she says that the number she writes is a supporter's code. */
export const speaksOfCode = (text: string): boolean =>
  wording.supporterWords.some((word) => text.normalize('NFKC').includes(word));
