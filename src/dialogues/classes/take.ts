import { bookingNumber } from '../../core/course/booking-number';
import { type Lesson, MOST_PEOPLE } from '../../core/course/course';
import { lessonOf } from '../../core/course/lesson-list';
import { mayBook, mayWait, openingAt } from '../../core/course/seats';
import { seatsText } from '../../core/course/wording';
import type { Context, Outcome } from '../../core/dialogue/dialogue';
import type { Effect } from '../../core/effect';
import { type Message, text } from '../../core/message';
import { bookingFor } from './bookings';
import { officeOf } from './cards';
import { type ClassesData, initial, type Step } from './data';
import { wording } from './wording';

export type Move = Outcome<Step, ClassesData>;

/** Why a lesson cannot be had, and who can be asked. */
const refusal = (lesson: Lesson, context: Context): readonly Message[] => {
  const { name, phone } = officeOf(lesson, context);
  return [text(`${wording.cannot(seatsText(lesson, context.now))}\n${wording.askCall(name, phone)}`)];
};

const list = (data: ClassesData, say: readonly Message[]): Move => ({
  to: 'list',
  data: { ...initial, wish: { ...(data.wish.near === undefined ? {} : { near: data.wish.near }) } },
  say,
});

/** What she already has for this lesson: she is shown it instead of booking twice. */
const alreadyHers = (lesson: Lesson, data: ClassesData, context: Context): Move | undefined => {
  const mine = bookingFor(lesson.id, data.isProxy, context);
  if (!mine) return undefined;
  const { id, number, state } = mine.booking;
  const next = { ...data, booking: id, lesson: lesson.id, number };
  if (state === 'held') return { to: 'form', data: next };
  if (state === 'offered') return { to: 'offer', data: next };
  return {
    to: 'booking',
    data: next,
    say: [text(state === 'waiting' ? wording.alreadyWaiting : wording.already(number))],
  };
};

/** She wants this lesson: asks for how many, or reads back, or says kindly why not. */
export const want = (id: string | undefined, data: ClassesData, context: Context): Move => {
  const lesson = lessonOf(context.lessons, id);
  if (!lesson) return list(data, [text(wording.gone)]);
  const known = { ...data, lesson: lesson.id };
  const hers = alreadyHers(lesson, known, context);
  if (hers) return hers;
  if (openingAt(lesson, context.now) !== 'open') return list(known, refusal(lesson, context));
  return known.people === undefined && !known.isProxy
    ? { to: 'askPeople', data: known }
    : forSoMany(known, context);
};

/** She said how many: reads back what there is. */
export const forSoMany = (data: ClassesData, context: Context): Move => {
  const lesson = lessonOf(context.lessons, data.lesson);
  if (!lesson) return list(data, [text(wording.gone)]);
  const people = data.people ?? 1;
  if (people > MOST_PEOPLE) {
    const { people: _, ...rest } = data;
    return { to: 'askPeople', data: rest, say: [text(wording.tooMany(officeOf(lesson, context).phone))] };
  }
  const known = { ...data, people };
  if (mayBook(lesson, people, context.now)) return { to: 'confirm', data: known };
  if (mayWait(lesson, people, context.now)) return { to: 'full', data: known };
  return list(
    known,
    openingAt(lesson, context.now) === 'open' ? [text(wording.noLine)] : refusal(lesson, context),
  );
};

const made = (lesson: Lesson, data: ClassesData, { turn }: Context) => ({
  booking: turn,
  lesson: lesson.id,
  people: data.people ?? 1,
  number: bookingNumber(turn, lesson.seating.numbers),
  isProxy: data.isProxy,
  madeBy: 'chat' as const,
});

/** She said yes: takes the seats, as long as they are there this very moment. */
export const book = (data: ClassesData, context: Context): Move => {
  const lesson = lessonOf(context.lessons, data.lesson);
  if (!lesson) return list(data, [text(wording.gone)]);
  const hers = alreadyHers(lesson, data, context);
  if (hers) return hers;
  if (!mayBook(lesson, data.people ?? 1, context.now)) return forSoMany(data, context);
  const booking = made(lesson, data, context);
  const effect: Effect = { type: lesson.course.needsContact ? 'holdSeats' : 'bookSeats', ...booking };
  const next: ClassesData = { ...data, booking: booking.booking, number: booking.number, done: 'booked' };
  return { to: lesson.course.needsContact ? 'form' : 'done', data: next, effects: [effect] };
};

/** She wants to wait: joins the line, or is told that there is a seat after all. */
export const wait = (data: ClassesData, context: Context): Move => {
  const lesson = lessonOf(context.lessons, data.lesson);
  if (!lesson) return list(data, [text(wording.gone)]);
  const hers = alreadyHers(lesson, data, context);
  if (hers) return hers;
  if (!mayWait(lesson, data.people ?? 1, context.now)) return forSoMany(data, context);
  const booking = made(lesson, data, context);
  const { ones, twos } = lesson.seating.waiting;
  const { booking: id, number } = booking;
  return {
    to: 'done',
    data: { ...data, booking: id, number, done: 'waiting', place: ones + twos + 1 },
    effects: [{ type: 'joinWaiting', ...booking }],
  };
};
