import { type Booking, isLive, type Lesson } from '../../core/course/course';
import { lessonOf } from '../../core/course/lesson-list';
import type { Context } from '../../core/dialogue/dialogue';

/** One of her bookings with its lesson. */
export interface Mine {
  readonly booking: Booking;
  readonly lesson: Lesson;
}

/** Her bookings that still hold something and whose lesson has not begun, the soonest first. */
export const liveBookings = ({ bookings, lessons, now }: Context): readonly Mine[] =>
  bookings
    .filter((booking) => isLive(booking, now))
    .flatMap((booking) => {
      const lesson = lessonOf(lessons, booking.lesson);
      return lesson && lesson.endsAt > now ? [{ booking, lesson }] : [];
    })
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);

/** One of them by its id. */
export const liveBooking = (id: string | undefined, context: Context): Mine | undefined =>
  liveBookings(context).find(({ booking }) => booking.id === id);

/** What she already has for a lesson, for herself or for somebody else. */
export const bookingFor = (lesson: string, isProxy: boolean, context: Context): Mine | undefined =>
  liveBookings(context).find(({ booking }) => booking.lesson === lesson && booking.isProxy === isProxy);

/** Any booking of hers by its id, whatever became of it. */
export const anyBooking = (id: string | undefined, { bookings, lessons }: Context): Mine | undefined => {
  const booking = bookings.find((one) => one.id === id);
  const lesson = lessonOf(lessons, booking?.lesson);
  return booking && lesson && { booking, lesson };
};

/** The cancellation an undo would mean: her latest one. */
export const lastCancelled = (context: Context): Mine | undefined => {
  const [latest] = context.bookings
    .filter(({ state }) => state === 'cancelled')
    .sort((a, b) => (b.cancelledAt ?? 0) - (a.cancelledAt ?? 0));
  return anyBooking(latest?.id, context);
};
