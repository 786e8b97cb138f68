import { z } from 'zod';
import type { Doubt } from './doubt/doubt';
import { type Intent, intents, type Slots } from './intents';

/** One thing someone wants. */
export interface Wish {
  readonly intent: Intent;
  readonly slots: Slots;
}

/** What a message was taken to mean. */
export interface Understood extends Wish {
  /** From 0 to 1. */
  readonly confidence: number;
  /** Present where it is better to ask than to guess. */
  readonly doubt?: Doubt;
  /** What in the message led to it, for staff who wonder. */
  readonly why: readonly string[];
  /** A second wish in the same message. */
  readonly also?: Wish;
}

const slots = z.object({
  area: z.string().optional(),
  near: z.enum(['here', 'home']).optional(),
  activity: z.string().optional(),
  day: z.string().optional(),
  time: z.enum(['am', 'pm', 'now']).optional(),
  mode: z.enum(['walk', 'bike', 'transport']).optional(),
  maxMinutes: z.coerce.number().optional(),
  fee: z.union([z.literal('free'), z.coerce.number()]).optional(),
  feature: z.string().optional(),
  count: z.coerce.number().optional(),
  ordinal: z.union([z.literal('last'), z.coerce.number()]).optional(),
  course: z.string().optional(),
  field: z.string().optional(),
  topic: z.string().optional(),
  kind: z.string().optional(),
});

const known = z.enum(intents);

/** A wish as the arguments of a button, short enough for a postback. */
export const passOn = ({ intent, slots: said }: Wish): Record<string, string> => ({
  intent,
  ...Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)])),
});

/** Reads a wish back from a button; undefined for one that no longer means anything. */
export const readPassedOn = (args: Readonly<Record<string, string>>): Understood | undefined => {
  const intent = known.safeParse(args.intent);
  const said = slots.safeParse(args);
  if (!intent.success || !said.success) return undefined;
  const present = Object.fromEntries(Object.entries(said.data).filter(([, value]) => value !== undefined));
  return { intent: intent.data, slots: present, confidence: 1, why: [] };
};
