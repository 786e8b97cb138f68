import type { Lesson } from '../core/course/course';
import { calendarOf } from '../core/course/ics';
import { type LessonList, lessonOf } from '../core/course/lesson-list';
import { calendarWords } from '../core/course/wording';
import { bookingRow } from '../store/bookings/contacts';
import { lessonKeeperOf } from '../store/lessons/keeper';
import type { Deps } from './deps';

type CalendarDeps = Pick<Deps, 'db' | 'links' | 'now'>;

const listNow = async (deps: CalendarDeps): Promise<LessonList> => {
  const reading = lessonKeeperOf(deps.db).reading(false);
  return reading.take(await reading.statement.all());
};

/** The coming lessons, as everybody may see them. */
export const comingLessons = async (deps: CalendarDeps): Promise<readonly Lesson[]> => {
  const now = deps.now();
  return (await listNow(deps)).lessons.filter(({ endsAt }) => endsAt > now);
};

/** The calendar file of one booking; nothing where the link is not ours or the booking is over. */
export const bookingCalendar = async (
  deps: CalendarDeps,
  id: string,
  signature: string,
): Promise<string | undefined> => {
  const booking = await bookingRow(deps.db, id);
  if (!booking) return undefined;
  const isOurs = await deps.links.isCalendar({ booking: booking.id, personId: booking.personId }, signature);
  if (!isOurs || booking.state !== 'booked') return undefined;
  const lesson = lessonOf(await listNow(deps), booking.lesson);
  return lesson && calendarOf([lesson], deps.now(), calendarWords.number(booking.number));
};
