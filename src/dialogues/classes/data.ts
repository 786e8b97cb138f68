import { z } from 'zod';
import { asked } from '../../core/asked';

/** What she wants of a lesson. */
const wish = z.object({
  kind: z.string().optional(),
  /** A date, a weekend or a span, see core/days. */
  day: z.string().optional(),
  time: z.enum(['am', 'pm']).optional(),
  near: z.object({ label: z.string(), lat: z.number(), lng: z.number() }).optional(),
});

/** What the dialogue about classes remembers between turns. Seats and bookings stand in the context, never here. */
export const classesData = z.object({
  wish: wish.default({}),
  /** How many lessons she has already seen. */
  seen: z.number().default(0),
  /** The lessons or bookings shown last, by id, in order: what "the second" means. */
  shown: z.array(z.string()).default([]),
  /** The lesson she looks at. */
  lesson: z.string().optional(),
  /** What she asked about it, and for which day. */
  asked: asked.optional(),
  people: z.number().optional(),
  isProxy: z.boolean().default(false),
  /** Her booking that is spoken of. */
  booking: z.string().optional(),
  number: z.string().optional(),
  /** The day she wants to move to. */
  to: z.string().optional(),
  /** What has just been done, and her place in the line if it was to wait. */
  done: z.enum(['booked', 'waiting', 'moved', 'people', 'restored']).optional(),
  place: z.number().optional(),
  /** What she wants with the booking she is asked to pick. */
  aim: z.enum(['see', 'change', 'cancel']).optional(),
});

export type ClassesData = z.infer<typeof classesData>;
export type ClassWish = ClassesData['wish'];

/** The steps, in the order in which they are usually met. */
export type Step =
  | 'list'
  | 'detail'
  | 'answer'
  | 'askPeople'
  | 'confirm'
  | 'full'
  | 'form'
  | 'done'
  | 'mine'
  | 'booking'
  | 'pickDay'
  | 'confirmMove'
  | 'confirmPeople'
  | 'confirmCancel'
  | 'cancelled'
  | 'confirmUndo'
  | 'offer';

export const initial: ClassesData = { wish: {}, seen: 0, shown: [], isProxy: false };
