import { z } from 'zod';
import type { Outcome } from '../../core/dialogue/dialogue';
import { wrongs } from '../../core/place-report/report';

export type Step = 'askPlace' | 'whichPlace' | 'askWhat' | 'askWords' | 'told';

/** What is known of the report so far; what she wrote stays in her turns, only their ids are here. */
export const data = z.object({
  place: z.string().optional(),
  /** Between which places of similar names she is asked to choose. */
  candidates: z.array(z.string()).optional(),
  /** What her words seem to say is wrong. */
  guess: z.enum(wrongs).optional(),
  saidIn: z.array(z.string()).default([]),
});

export type Data = z.infer<typeof data>;
export type Next = Outcome<Step, Data>;
