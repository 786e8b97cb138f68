import { z } from 'zod';
import { isCivilDate, isClockTime } from '../calendar';
import type { Exception, Pause, Rule } from './schedule';

const date = z.string().refine(isCivilDate);
const clock = z.string().refine(isClockTime);
const time = z.object({ from: clock, to: clock.exactOptional() }).readonly();
const weekdays = z
  .array(
    z.union([
      z.literal(0),
      z.literal(1),
      z.literal(2),
      z.literal(3),
      z.literal(4),
      z.literal(5),
      z.literal(6),
    ]),
  )
  .nonempty()
  .readonly();
const weeks = z
  .array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal('last')]))
  .nonempty()
  .readonly();

const terms = {
  time: time.exactOptional(),
  months: z.array(z.int().min(1).max(12)).nonempty().readonly().exactOptional(),
  holidays: z.enum(['held', 'skipped', 'unknown']),
};

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), weekdays, ...terms }),
  z.object({ kind: z.literal('nth-weekday'), weeks, weekdays, ...terms }),
  z.object({ kind: z.literal('alternate-weeks'), weekdays, anchor: date.exactOptional(), ...terms }),
  z.object({
    kind: z.literal('month-days'),
    days: z
      .array(z.union([z.int().min(1).max(31), z.literal('last')]))
      .nonempty()
      .readonly(),
    ...terms,
  }),
  z.object({ kind: z.literal('dates'), dates: z.array(date).nonempty().readonly(), ...terms }),
  z.object({ kind: z.literal('irregular'), ...terms }),
]);

const pause = z.object({ from: date, to: date.exactOptional(), reason: z.string().exactOptional() });

/** The part of a schedule that staff edit as a whole, as it is stored and as a form sends it. */
export const storedSchedule = z.object({
  rules: z.array(rule).readonly(),
  pauses: z.array(pause).readonly().exactOptional(),
  start: date.exactOptional(),
  end: date.exactOptional(),
}) satisfies z.ZodType<{ readonly rules: readonly Rule[]; readonly pauses?: readonly Pause[] }>;

/** One exception, as a row or a form has it. */
export const storedException = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), date, from: clock.exactOptional(), reason: z.string().exactOptional() }),
  z.object({
    kind: z.literal('extra'),
    date,
    time: time.exactOptional(),
    reason: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('moved'),
    date,
    from: clock.exactOptional(),
    toDate: date.exactOptional(),
    time: time.exactOptional(),
    reason: z.string().exactOptional(),
  }),
]) satisfies z.ZodType<Exception>;
