import { addDays, tokyoInstant } from '../calendar';
import type { Lesson } from './course';

/** One reminder of one booking. */
export interface Reminder {
  /**
   * Follows from the booking and the hour it is about, so that a reminder is made once however often it is asked for,
   * and a new one after the lesson was moved to another time or the booking to another lesson.
   */
  readonly id: string;
  readonly kind: 'dayBefore' | 'morning';
  readonly booking: string;
  readonly lesson: string;
  /** When it is to be sent. */
  readonly at: number;
}

const MORNING_AHEAD = 2 * 60 * 60_000;
const EARLIEST = '07:30';

/** The day before at 17:00, and two hours before the lesson but not before 7:30. */
export const reminderTimes = (
  lesson: Pick<Lesson, 'date' | 'startsAt'>,
): Readonly<Record<Reminder['kind'], number>> => ({
  dayBefore: tokyoInstant(addDays(lesson.date, -1), '17:00'),
  morning: Math.max(lesson.startsAt - MORNING_AHEAD, tokyoInstant(lesson.date, EARLIEST)),
});

/** The reminders of a booking that was made at `madeAt`: only those that would come after it. */
export const remindersOf = (
  booking: { readonly id: string; readonly madeAt: number },
  lesson: Pick<Lesson, 'id' | 'date' | 'startsAt' | 'isCancelled'>,
): readonly Reminder[] => {
  if (lesson.isCancelled) return [];
  const times = reminderTimes(lesson);
  const kinds: readonly Reminder['kind'][] = ['dayBefore', 'morning'];
  return (
    kinds
      .map((kind) => ({
        id: `${kind}:${booking.id}:${lesson.id}:${lesson.startsAt}`,
        kind,
        booking: booking.id,
        lesson: lesson.id,
        at: times[kind],
      }))
      // A lesson before half past seven would be over when its morning's reminder came.
      .filter(({ at }) => at > booking.madeAt && at < lesson.startsAt)
  );
};
