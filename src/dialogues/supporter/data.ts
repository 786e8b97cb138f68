import { z } from 'zod';
import type { Outcome } from '../../core/dialogue/dialogue';

/** The steps of a supporter's dialogue. */
export type Step = 'menu' | 'askCode' | 'askDay' | 'askWhat' | 'askWords' | 'preview' | 'sent';

/** What is remembered while a notice is being written. */
export const data = z.object({
  /** Whether the day is for a notice or for a stand-in. */
  aim: z.enum(['tell', 'standIn']).default('tell'),
  day: z.string().optional(),
  news: z.enum(['cancelled', 'place', 'time', 'bring', 'free']).optional(),
  /** Her own words, for everybody; covered where they were personal. Gone when it is sent. */
  words: z.string().optional(),
});
export type Data = z.infer<typeof data>;
export type Next = Outcome<Step, Data>;

/** Nothing begun. */
export const initial: Data = { aim: 'tell' };
