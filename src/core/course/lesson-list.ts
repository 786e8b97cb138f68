import type { CivilDate } from '../calendar';
import { halfOfDay } from '../calendar';
import type { Point } from '../city';
import { metresBetween, walkingMinutes } from '../geo';
import type { Lesson } from './course';
import { openingAt, seatsToTake } from './seats';

/** The city's coming lessons at one revision. */
export interface LessonList {
  readonly revision: number;
  /** In the order in which they begin. */
  readonly lessons: readonly Lesson[];
}

/** A list without lessons. */
export const noLessons: LessonList = { revision: 0, lessons: [] };

/** What she wants of a lesson. */
export interface LessonWish {
  /** Canonical kind of course. */
  readonly kind?: string;
  readonly course?: string;
  /** First and last day, both included. */
  readonly days?: { readonly from: CivilDate; readonly to: CivilDate };
  readonly time?: 'am' | 'pm';
  readonly device?: 'iphone' | 'android';
  readonly near?: Point;
  readonly people: number;
  /** A lesson that is not to be shown, such as the one she wants to leave. */
  readonly except?: string;
}

/** A lesson that fits, and how far it is. */
export interface LessonHit {
  readonly lesson: Lesson;
  /** Minutes on foot; absent where either end is unknown. */
  readonly minutes?: number;
}

/** Finds one lesson by its id. */
export const lessonOf = (list: LessonList, id: string | undefined): Lesson | undefined =>
  list.lessons.find((lesson) => lesson.id === id);

/** Minutes on foot from a point to where a lesson is held. */
export const minutesTo = ({ venue }: Lesson, from: Point | undefined): number | undefined =>
  from === undefined || venue.at === undefined ? undefined : walkingMinutes(metresBetween(from, venue.at));

const fits = (lesson: Lesson, wish: LessonWish): boolean =>
  lesson.id !== wish.except &&
  (wish.kind === undefined || lesson.course.kind === wish.kind) &&
  (wish.course === undefined || lesson.course.id === wish.course) &&
  (wish.days === undefined || (lesson.date >= wish.days.from && lesson.date <= wish.days.to)) &&
  (wish.time === undefined || halfOfDay(lesson.from) === wish.time) &&
  (wish.device === undefined || lesson.device === 'any' || lesson.device === wish.device);

/** Seats first, then those that can be waited for, then those that open later, then the rest. */
const rank = (lesson: Lesson, people: number, now: number): number => {
  const opening = openingAt(lesson, now);
  if (opening === 'open') return seatsToTake(lesson, now) >= people ? 0 : 1;
  return opening === 'notYet' ? 2 : opening === 'elsewhere' ? 3 : 4;
};

/**
 * The lessons that fit, those with enough seats first; among them the nearest first where she named a place, else the
 * soonest. Lessons that have begun are never among them; closed and cancelled ones only if she asked for their day,
 * so that she hears why they cannot be booked.
 */
export const lessonsFor = (list: LessonList, wish: LessonWish, now: number): readonly LessonHit[] =>
  list.lessons
    .filter((lesson) => {
      const opening = openingAt(lesson, now);
      if (opening === 'begun') return false;
      return (
        fits(lesson, wish) && (wish.days !== undefined || (opening !== 'closed' && opening !== 'cancelled'))
      );
    })
    .map((lesson) => {
      const minutes = minutesTo(lesson, wish.near);
      return {
        hit: { lesson, ...(minutes === undefined ? {} : { minutes }) },
        rank: rank(lesson, wish.people, now),
      };
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.hit.minutes ?? Number.POSITIVE_INFINITY) - (b.hit.minutes ?? Number.POSITIVE_INFINITY) ||
        a.hit.lesson.startsAt - b.hit.lesson.startsAt ||
        (a.hit.lesson.id < b.hit.lesson.id ? -1 : 1),
    )
    .map(({ hit }) => hit);
