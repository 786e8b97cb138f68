import { UNDO } from '../../core/course/offer';
import { hasRoom } from '../../core/course/seats';
import { instantText } from '../../core/course/wording';
import type { Context, Step as StepOf } from '../../core/dialogue/dialogue';
import { panel, text } from '../../core/message';
import { anyBooking, bookingFor, liveBooking, type Mine } from './bookings';
import { bookingCard } from './cards';
import { hearYesNo } from './change';
import { type ClassesData, initial, type Step } from './data';
import { chooseMine, manage, withBooking } from './mine';
import { type Move, want } from './take';
import { wording } from './wording';

const dataOf = ({ booking, lesson }: Mine): ClassesData => ({
  ...initial,
  booking: booking.id,
  lesson: lesson.id,
  number: booking.number,
  people: booking.people,
  isProxy: booking.isProxy,
});

/** Whether she really gives it up; the read-back and the cancellation. */
export const confirmCancel: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    if (!mine) return [panel([wording.bookingGone], [here(wording.mineButton, 'mine', undefined, true)])];
    const args = { booking: mine.booking.id };
    const { ones, twos } = mine.lesson.seating.waiting;
    const isWaiting = mine.booking.state === 'waiting';
    return [
      { type: 'cards', cards: [bookingCard(mine.booking, mine.lesson, context, [])] },
      panel(
        !isWaiting && ones + twos > 0 ? [wording.cancelFrees] : [],
        [here(wording.yesCancel, 'yes', args, true), here(wording.keepIt, 'no', args)],
        isWaiting ? wording.confirmStopWaiting : wording.confirmCancel,
      ),
    ];
  },
  choose: (chosen, data, context) =>
    chosen.choice === 'yes' || chosen.choice === 'no'
      ? withBooking(chosen.args.booking, context, (mine) =>
          chosen.choice === 'yes' ? cancel(mine) : { ...manage(mine, 'see'), say: [text(wording.kept)] },
        )
      : chooseMine(chosen, data, context),
  hear: hearYesNo((data) => ({ to: 'booking', data, say: [text(wording.kept)] })),
};

const cancel = (mine: Mine): Move => ({
  to: 'cancelled',
  data: dataOf(mine),
  effects: [{ type: 'cancelBooking', booking: mine.booking.id, from: mine.booking.state }],
});

/** What was given up, with the way back. */
export const cancelled: StepOf<Step, ClassesData> = {
  ask: (data, _, here) => [
    panel(
      [wording.cancelledLine],
      [
        here(wording.undo, 'undo', { booking: data.booking ?? '' }),
        here(wording.otherDays, 'find'),
        here(wording.mineButton, 'mine'),
      ],
      wording.cancelled,
    ),
  ],
  choose: (chosen, data, context) =>
    chosen.choice === 'undo'
      ? restore(chosen.args.booking, data, context)
      : chooseMine(chosen, data, context),
  // "That was a mistake" is read back before anything is restored.
  hear: (heard, data) =>
    heard.type === 'said' && wording.mistakeWords.test(heard.text) ? { to: 'confirmUndo', data } : undefined,
};

/** Takes a cancellation back, if the hour and the seat are still there. The button names the booking: that is the read-back. */
const restore = (id: string | undefined, data: ClassesData, context: Context): Move => {
  const { now } = context;
  const mine = anyBooking(id, context);
  if (!mine || now >= mine.lesson.startsAt)
    return { to: 'mine', data: initial, say: [text(wording.bookingGone)] };
  const { booking, lesson } = mine;
  if (booking.state !== 'cancelled') return manage(mine, 'see');
  const other = bookingFor(lesson.id, booking.isProxy, context);
  if (other) return manage(other, 'see');
  const next: ClassesData = { ...dataOf(mine), done: 'restored' };
  if ((booking.cancelledAt ?? 0) <= now - UNDO) {
    return { to: 'detail', data: { ...data, lesson: lesson.id }, say: [text(wording.undoTooLate)] };
  }
  const { people } = booking;
  if (booking.cancelledFrom === 'waiting') {
    return {
      to: 'done',
      data: { ...next, done: 'waiting' },
      effects: [{ type: 'restoreBooking', booking: booking.id, people, to: 'waiting' }],
    };
  }
  // A seat that was only kept for the form, or offered, was never hers: she takes one as everybody does.
  const wasHers = booking.cancelledFrom === 'booked' || !lesson.course.needsContact;
  if (lesson.isCancelled || !wasHers || !hasRoom(lesson, people, now)) {
    const again = want(lesson.id, { ...initial, people, isProxy: booking.isProxy }, context);
    return { ...again, say: [text(wording.undoFull)] };
  }
  return {
    to: 'done',
    data: next,
    effects: [{ type: 'restoreBooking', booking: booking.id, people, to: 'booked' }],
  };
};

/** Words that ask for the undo are read back first. */
export const confirmUndo: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = anyBooking(data.booking, context);
    if (mine?.booking.state !== 'cancelled') {
      return [panel([wording.nothingToUndo], [here(wording.mineButton, 'mine', undefined, true)])];
    }
    return [
      { type: 'cards', cards: [bookingCard(mine.booking, mine.lesson, context, [])] },
      panel(
        [],
        [here(wording.yesUndo, 'undo', { booking: mine.booking.id }, true), here(wording.no, 'no')],
        wording.confirmUndo,
      ),
    ];
  },
  choose: (chosen, data, context) => {
    if (chosen.choice === 'no') return { to: 'mine', data: initial };
    return chosen.choice === 'undo'
      ? restore(chosen.args.booking, data, context)
      : chooseMine(chosen, data, context);
  },
  hear: hearYesNo(() => ({ to: 'mine', data: initial })),
};

/** A seat that became free for her. */
export const offer: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    if (mine?.booking.state !== 'offered') {
      return [panel([wording.offerOver], [here(wording.findClass, 'find', undefined, true)])];
    }
    const args = { booking: mine.booking.id };
    return [
      { type: 'cards', cards: [bookingCard(mine.booking, mine.lesson, context, [])] },
      panel(
        [wording.offerUntil(instantText(mine.booking.until ?? context.now, context.now))],
        [here(wording.yesOffer, 'accept', args, true), here(wording.noOffer, 'decline', args)],
        wording.offerTitle,
      ),
    ];
  },
  choose: (chosen, data, context) => {
    if (chosen.choice !== 'accept' && chosen.choice !== 'decline') return chooseMine(chosen, data, context);
    const mine = liveBooking(chosen.args.booking, context);
    if (!mine) return { to: 'offer', data: { ...data, booking: chosen.args.booking } };
    if (mine.booking.state !== 'offered') return manage(mine, 'see');
    return chosen.choice === 'accept' ? accept(mine) : decline(mine);
  },
  hear: (heard, data, context) => {
    const mine = liveBooking(data.booking, context);
    return mine?.booking.state === 'offered'
      ? hearYesNo(() => decline(mine))(heard, data, context)
      : undefined;
  },
};

const accept = (mine: Mine): Move => {
  const needsForm = mine.lesson.course.needsContact;
  return {
    to: needsForm ? 'form' : 'done',
    data: { ...dataOf(mine), done: 'booked' },
    effects: [{ type: 'acceptOffer', booking: mine.booking.id, to: needsForm ? 'held' : 'booked' }],
  };
};

const decline = (mine: Mine): Move => ({
  to: 'cancelled',
  data: dataOf(mine),
  say: [text(wording.declined)],
  effects: [{ type: 'cancelBooking', booking: mine.booking.id, from: 'offered' }],
});
