import { bookingNumber } from '../../core/course/booking-number';
import { lessonOf, lessonsFor } from '../../core/course/lesson-list';
import { mayBook, seatsToTake } from '../../core/course/seats';
import { lessonTimeText } from '../../core/course/wording';
import type { Context, Heard, Step as StepOf } from '../../core/dialogue/dialogue';
import { panel, text } from '../../core/message';
import { bookingFor, liveBooking, type Mine } from './bookings';
import { readBack, shortCard } from './cards';
import { type ClassesData, initial, type Step } from './data';
import { chooseMine, manage, withBooking } from './mine';
import type { Move } from './take';
import { wording } from './wording';

/** The most cards of one message. */
const MOST_CARDS = 5;

/** She says no, or something that may be either: the booking stays, or she is asked for one of the two words. */
export const hearYesNo =
  (no: (data: ClassesData, context: Context) => Move) =>
  (heard: Heard, data: ClassesData, context: Context): Move | undefined => {
    if (heard.type !== 'said') return undefined;
    const { intent } = heard.understood;
    if (intent === 'no') return no(data, context);
    return intent === 'unclear_yes_no' ? { stay: true, say: [text(wording.pleaseYesNo)] } : undefined;
  };

const unchanged = (data: ClassesData): Move => ({ to: 'booking', data, say: [text(wording.notMoved)] });

/** The other days of the same course on which there are as many seats. */
const otherDays = ({ booking, lesson }: Mine, { lessons, now }: Context) =>
  lessonsFor(lessons, { people: booking.people, course: lesson.course.id, except: lesson.id }, now).filter(
    (hit) => mayBook(hit.lesson, booking.people, now) && seatsToTake(hit.lesson, now) >= booking.people,
  );

/** To which day she wants to move. */
export const pickDay: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    if (!mine) return [panel([wording.bookingGone], [here(wording.mineButton, 'mine', undefined, true)])];
    const days = otherDays(mine, context).slice(0, MOST_CARDS);
    if (days.length === 0) {
      return [
        panel([wording.noOtherDay], [here(wording.manage, 'manage', { booking: mine.booking.id }, true)]),
      ];
    }
    return [
      text(wording.askDay),
      {
        type: 'cards',
        cards: days.map(({ lesson }, index) => ({
          ...shortCard(lesson, index + 1, data, context, here),
          buttons: [here(wording.thisDay, 'day', { booking: mine.booking.id, lesson: lesson.id }, true)],
        })),
      },
    ];
  },
  choose: (chosen, data, context) =>
    chosen.choice === 'day'
      ? withBooking(chosen.args.booking, context, (mine) => toDay(mine, chosen.args.lesson, data, context))
      : chooseMine(chosen, data, context),
  hear: (heard, data, context) => {
    const mine = liveBooking(data.booking, context);
    if (!mine || heard.type !== 'said') return undefined;
    const { intent, slots } = heard.understood;
    const days = otherDays(mine, context);
    if (intent === 'choice') {
      const picked =
        slots.ordinal === 'last' ? days.slice(0, MOST_CARDS).at(-1) : days[(slots.ordinal ?? 0) - 1];
      return picked && toDay(mine, picked.lesson.id, data, context);
    }
    const named = days.filter(({ lesson }) => lesson.date === slots.day);
    return named[0] && named.length === 1 ? toDay(mine, named[0].lesson.id, data, context) : undefined;
  },
};

/** Reads the new day back, if it can be had. */
export const toDay = (mine: Mine, to: string | undefined, data: ClassesData, context: Context): Move => {
  const lesson = lessonOf(context.lessons, to);
  const isFree = lesson && mayBook(lesson, mine.booking.people, context.now);
  const isHersAlready = lesson && bookingFor(lesson.id, mine.booking.isProxy, context) !== undefined;
  const known: ClassesData = { ...data, booking: mine.booking.id, lesson: mine.lesson.id };
  if (!lesson || !isFree || isHersAlready)
    return { to: 'pickDay', data: known, say: [text(wording.dayFull)] };
  return { to: 'confirmMove', data: { ...known, to: lesson.id } };
};

/** The read-back of a move, and the move itself. */
export const confirmMove: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    const lesson = lessonOf(context.lessons, data.to);
    if (!mine || !lesson) return [panel([wording.gone], [here(wording.mineButton, 'mine', undefined, true)])];
    const { people, isProxy, id } = mine.booking;
    return [
      { type: 'cards', cards: [readBack(lesson, people, { ...data, isProxy }, context)] },
      panel(
        [wording.moveFrom(lessonTimeText(mine.lesson, context.now))],
        [
          here(wording.yesMove, 'yes', { booking: id, lesson: lesson.id }, true),
          here(wording.keepIt, 'no', { booking: id }),
        ],
        wording.confirmMove,
      ),
    ];
  },
  choose: (chosen, data, context) => {
    if (chosen.choice === 'no') {
      return withBooking(chosen.args.booking, context, (mine) => ({
        ...manage(mine, 'see'),
        say: [text(wording.notMoved)],
      }));
    }
    if (chosen.choice !== 'yes') return chooseMine(chosen, data, context);
    return withBooking(chosen.args.booking, context, (mine) => move(mine, chosen.args.lesson, data, context));
  },
  hear: hearYesNo(unchanged),
};

const move = (mine: Mine, to: string | undefined, data: ClassesData, context: Context): Move | undefined => {
  const lesson = lessonOf(context.lessons, to);
  const { booking } = mine;
  if (booking.state !== 'booked' || lesson?.id === mine.lesson.id) return manage(mine, 'see');
  const checked = toDay(mine, to, data, context);
  if (!lesson || !('to' in checked) || checked.to !== 'confirmMove') return checked;
  // The number stays hers, unless somebody of the new day has the same.
  const isGiven = lesson.seating.numbers.has(booking.number);
  const number = isGiven ? bookingNumber(context.turn, lesson.seating.numbers) : booking.number;
  return {
    to: 'done',
    data: {
      ...initial,
      booking: booking.id,
      lesson: lesson.id,
      number,
      people: booking.people,
      done: 'moved',
    },
    effects: [
      {
        type: 'moveBooking',
        booking: booking.id,
        from: mine.lesson.id,
        to: lesson.id,
        people: booking.people,
        number,
      },
    ],
  };
};

/** Whether so many shall come instead; the read-back and the change. */
export const confirmPeople: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    const people = data.people ?? 1;
    if (!mine) return [panel([wording.bookingGone], [here(wording.mineButton, 'mine', undefined, true)])];
    const args = { booking: mine.booking.id };
    return [
      {
        type: 'cards',
        cards: [readBack(mine.lesson, people, { wish: {}, isProxy: mine.booking.isProxy }, context)],
      },
      panel(
        [],
        [
          here(wording.yesChange, 'yes', { ...args, people: String(people) }, true),
          here(wording.keepIt, 'no', args),
        ],
        wording.confirmPeople(people),
      ),
    ];
  },
  choose: (chosen, data, context) =>
    chosen.choice === 'yes' || chosen.choice === 'no'
      ? withBooking(chosen.args.booking, context, (mine) =>
          chosen.choice === 'no'
            ? { ...manage(mine, 'see'), say: [text(wording.notMoved)] }
            : changePeople(mine, Number(chosen.args.people), context),
        )
      : chooseMine(chosen, data, context),
  hear: hearYesNo(unchanged),
};

const changePeople = (mine: Mine, people: number, { now }: Context): Move | undefined => {
  const { booking, lesson } = mine;
  if (people !== 1 && people !== 2) return undefined;
  if (booking.state !== 'booked' || booking.people === people) return manage(mine, 'see');
  if (people > booking.people && !mayBook(lesson, people - booking.people, now)) {
    return { ...manage(mine, 'see'), say: [text(wording.noRoom)] };
  }
  return {
    to: 'done',
    data: {
      ...initial,
      booking: booking.id,
      lesson: lesson.id,
      number: booking.number,
      people,
      done: 'people',
    },
    effects: [
      { type: 'changePeople', booking: booking.id, lesson: lesson.id, from: booking.people, to: people },
    ],
  };
};
