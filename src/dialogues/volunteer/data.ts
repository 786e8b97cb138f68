import { z } from 'zod';
import type { Outcome } from '../../core/dialogue/dialogue';

/** The steps of the dialogue with who wants to help. */
export type Step =
  | 'askWay'
  | 'moreWays'
  | 'askWhere'
  | 'askDays'
  | 'askLikes'
  | 'confirm'
  | 'matches'
  | 'visit'
  | 'courses'
  | 'mine'
  | 'askEnd'
  | 'askCase'
  | 'confirmCase';

const weekday = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);

/** What she has said so far; never what she wrote. */
export const data = z.object({
  way: z.enum(['teach', 'lead', 'desk', 'lend', 'drive', 'skill', 'look']).optional(),
  area: z
    .object({
      label: z.string(),
      at: z.object({ lat: z.number(), lng: z.number() }),
      isCentre: z.boolean(),
      district: z.string().exactOptional(),
    })
    .optional(),
  /** Anywhere in the city will do. */
  isAnywhere: z.boolean().optional(),
  weekdays: z.array(weekday).optional(),
  likes: z.array(z.string()).optional(),
  /** The place she looks at. */
  place: z.string().optional(),
  kind: z.enum(['found-group', 'list-place']).optional(),
  /** What the group does that she wants to found or have listed. */
  activity: z.string().optional(),
});

export type Data = z.infer<typeof data>;
export type Next = Outcome<Step, Data>;
