import type { Lesson } from './course';
import { mayOfferAt } from './offer';

/** Whether seats are given out at an instant, and if not, why not. */
export type Opening =
  | 'open'
  | 'notYet'
  | 'closed'
  | 'begun'
  | 'cancelled'
  /** Seats are not given out here. */
  | 'elsewhere';

/** Whether a lesson can be booked at an instant. The statement that books says the same in SQL. */
export const openingAt = (lesson: Lesson, now: number): Opening => {
  if (lesson.isCancelled) return 'cancelled';
  if (now >= lesson.startsAt) return 'begun';
  if (lesson.seats === undefined) return 'elsewhere';
  if (now < lesson.opensAt) return 'notYet';
  return now < lesson.closesAt ? 'open' : 'closed';
};

/** Seats that nobody has and that are kept for nobody; never below zero. */
export const seatsLeft = ({ seats = 0, seating }: Lesson, now: number): number => {
  const kept = seating.kept.reduce((sum, { people, until }) => sum + (until > now ? people : 0), 0);
  return Math.max(0, seats - seating.booked - kept);
};

/** Whether somebody waits whom the free seats would fit: then they are for her, not for who comes now. */
const isPromised = (lesson: Lesson, left: number, now: number): boolean => {
  const { ones, twos } = lesson.seating.waiting;
  return mayOfferAt(lesson.startsAt, now) && ((ones > 0 && left >= 1) || (twos > 0 && left >= 2));
};

/** Whether so many seats are free for someone who has none yet, whatever the booking times say. */
export const hasRoom = (lesson: Lesson, people: number, now: number): boolean => {
  const left = seatsLeft(lesson, now);
  return left >= people && !isPromised(lesson, left, now);
};

/** Whether so many people can be booked now. */
export const mayBook = (lesson: Lesson, people: number, now: number): boolean =>
  openingAt(lesson, now) === 'open' && hasRoom(lesson, people, now);

/** Whether so many people can join the waiting list now: only while it is full and an offer can still be made. */
export const mayWait = (lesson: Lesson, people: number, now: number): boolean =>
  openingAt(lesson, now) === 'open' && mayOfferAt(lesson.startsAt, now) && !hasRoom(lesson, people, now);

/** Seats that somebody new could take now: none while they are promised to those who wait. */
export const seatsToTake = (lesson: Lesson, now: number): number =>
  openingAt(lesson, now) === 'open' && hasRoom(lesson, 1, now) ? seatsLeft(lesson, now) : 0;
