import { z } from 'zod';
import type { Button } from './message';
import type { Slots } from './understanding';

/** What she asks about something in view: the topic as understanding names it, and for which day. */
export const asked = z.object({ about: z.string(), day: z.string().optional() });

export type Asked = z.infer<typeof asked>;

/** The question in a sentence; undefined if she only wants to see what there is. A bare day asks whether it is on. */
export const askedIn = ({ topic, feature, day }: Slots): Asked | undefined => {
  const about = topic ?? feature ?? (day === undefined ? undefined : 'open');
  return about === undefined ? undefined : { about, ...(day === undefined ? {} : { day }) };
};

/** What is answered, and the buttons it calls for; any more would push it out of sight. */
export interface Reply {
  readonly lines: readonly string[];
  readonly buttons?: readonly Button[];
}
