import { z } from 'zod';
import type { Outcome } from '../../core/dialogue/dialogue';

/** The steps of the dialogue about what is kept of her. */
export type Step = 'show' | 'askErase' | 'askArea' | 'askWhich' | 'letters';

const start = z.object({
  kind: z.enum(['exact', 'town', 'station', 'district']),
  label: z.string(),
  at: z.object({ lat: z.number(), lng: z.number() }),
});

/** What is remembered between two turns. */
export const data = z.object({
  /** When she was asked whether to erase everything, in ms: a button of last spring must not do it. */
  askedAt: z.number().optional(),
  /** Between which places of one name she is asked to choose. */
  candidates: z.array(start).optional(),
});

export type Data = z.infer<typeof data>;
export type Next = Outcome<Step, Data>;
