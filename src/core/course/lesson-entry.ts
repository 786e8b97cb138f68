import { addDays, type ClockTime, isHoliday, tokyoDate, tokyoInstant, weekdayOf } from '../calendar';
import type { City } from '../city';
import type { Fee } from '../place';
import type { Course, Device, Lesson } from './course';

/** A course as a person writes it into a list. */
export interface CourseEntry {
  readonly key: string;
  /** Canonical name of one of the city's kinds of course. */
  readonly kind: string;
  readonly name: string;
  readonly description?: string;
  readonly needsContact?: true;
}

/** A lesson as a person writes it into a list, relative to the day on which the list is taken in. */
export interface LessonEntry {
  readonly course: CourseEntry;
  /** The how-manieth working day after today, from 1: no weekends, no holidays. */
  readonly workday: number;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly venue: string;
  readonly room?: string;
  readonly town: string;
  readonly seats: number;
  /** Seats already given to people on the phone. */
  readonly taken?: number;
  /** Bookings open tomorrow at 9:00, or close at the end of today; else they are open until the evening before. */
  readonly opens?: 'tomorrow';
  readonly closes?: 'today';
  readonly audience?: string;
  readonly fee?: Fee;
  readonly bring?: string;
  readonly device?: Device;
}

/** How long before a lesson one can book, in days, and at which hour of the day before it closes. */
const OPEN_DAYS = 70;
const CLOSING_HOUR = '17:00';

const isWorkday = (date: string): boolean => weekdayOf(date) % 6 !== 0 && !isHoliday(date);

/** The n-th working day after a date. */
const workdayAfter = (date: string, count: number): string => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
};

/**
 * Makes a lesson of an entry. `number` counts from 1 within the list `set` and gives the lesson its id; `now` is the
 * instant, in epoch milliseconds, from which days are counted.
 */
export const lessonOfEntry = (
  entry: LessonEntry,
  { number, set }: { readonly number: number; readonly set: string },
  city: City,
  now: number,
): Omit<Lesson, 'seating'> => {
  const today = tokyoDate(now);
  const date = workdayAfter(today, entry.workday);
  const town = city.towns.find(({ name }) => name === entry.town);
  const key = String(number).padStart(3, '0');
  const { course } = entry;
  const made: Course = {
    id: `${set}-${course.key}`,
    kind: course.kind,
    name: course.name,
    ...(course.description === undefined ? {} : { description: course.description }),
    needsContact: course.needsContact ?? false,
    source: { set, key: course.key },
  };
  return {
    id: `${set}-lesson-${key}`,
    course: made,
    date,
    from: entry.from,
    to: entry.to,
    startsAt: tokyoInstant(date, entry.from),
    endsAt: tokyoInstant(date, entry.to),
    venue: {
      name: entry.venue,
      ...(entry.room === undefined ? {} : { room: entry.room }),
      town: entry.town,
      ...(town?.at === undefined ? {} : { at: town.at }),
      isApproximate: true,
      ...(town === undefined ? {} : { district: town.district }),
      ...(town?.sphere === undefined ? {} : { sphere: town.sphere }),
    },
    seats: entry.seats,
    opensAt:
      entry.opens === undefined ? now - OPEN_DAYS * 86_400_000 : tokyoInstant(addDays(today, 1), '09:00'),
    closesAt:
      entry.closes === undefined
        ? tokyoInstant(addDays(date, -1), CLOSING_HOUR)
        : tokyoInstant(addDays(today, 1)),
    ...(entry.audience === undefined ? {} : { audience: entry.audience }),
    fee: entry.fee ?? { kind: 'unknown' },
    ...(entry.bring === undefined ? {} : { bring: entry.bring }),
    device: entry.device ?? 'any',
    isCancelled: false,
    source: { set, key },
  };
};
