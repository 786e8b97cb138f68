import type { Chosen, Context, Here, Step as StepOf } from '../../core/dialogue/dialogue';
import { type Button, panel, text } from '../../core/message';
import { liveBooking, liveBookings, type Mine } from './bookings';
import { bookingCard } from './cards';
import { type ClassesData, initial, type Step } from './data';
import type { Move } from './take';
import { wording } from './wording';

/** The most cards of one message. */
const MOST_CARDS = 5;

/** All her bookings, or the only one. */
export const showMine = (aim: ClassesData['aim'], context: Context): Move => {
  const all = liveBookings(context);
  const [only] = all;
  if (only && all.length === 1) return manage(only, aim);
  return { to: 'mine', data: { ...initial, aim: aim ?? 'see', shown: all.map(({ booking }) => booking.id) } };
};

/** Goes on with one booking, as far as she has said what she wants with it. */
export const manage = ({ booking, lesson }: Mine, aim: ClassesData['aim']): Move => {
  const data: ClassesData = {
    ...initial,
    booking: booking.id,
    lesson: lesson.id,
    number: booking.number,
    people: booking.people,
    isProxy: booking.isProxy,
  };
  if (aim === 'cancel') return { to: 'confirmCancel', data };
  if (booking.state === 'offered') return { to: 'offer', data };
  if (booking.state === 'held') return { to: 'form', data };
  if (aim === 'change' && booking.state === 'booked') return { to: 'pickDay', data };
  return { to: 'booking', data, say: aim === 'change' ? [text(wording.waitingKeepsDay)] : [] };
};

/** The booking a button names: by itself, or, in a reminder that many got, by its lesson. */
const named = ({ args }: Chosen, data: ClassesData, context: Context): string | undefined =>
  args.booking ??
  (args.lesson === undefined
    ? data.booking
    : liveBookings(context).find(({ booking: its }) => its.lesson === args.lesson && its.state === 'booked')
        ?.booking.id);

/** A booking named by a button; kindly refused where it is over. */
export const withBooking = (
  id: string | undefined,
  context: Context,
  then: (mine: Mine) => Move | undefined,
): Move | undefined => {
  const mine = liveBooking(id, context);
  return mine
    ? then(mine)
    : { to: 'mine', data: { ...initial, aim: 'see' }, say: [text(wording.bookingGone)] };
};

/** Buttons that stand under many answers. */
export const chooseMine = (chosen: Chosen, data: ClassesData, context: Context): Move | undefined => {
  const id = named(chosen, data, context);
  switch (chosen.choice) {
    case 'mine':
      return showMine('see', context);
    case 'manage':
      return withBooking(id, context, (mine) => manage(mine, 'see'));
    case 'cancel':
      return withBooking(id, context, (mine) => manage(mine, 'cancel'));
    case 'changeDay':
      return withBooking(id, context, (mine) => manage(mine, 'change'));
    case 'find':
      return { to: 'list', data: initial };
    default:
      return undefined;
  }
};

const buttonsOf = ({ booking }: Mine, aim: ClassesData['aim'], here: Here): readonly Button[] => {
  const args = { booking: booking.id };
  if (aim === 'cancel') return [here(wording.cancel, 'cancel', args, true)];
  if (aim === 'change' && booking.state === 'booked')
    return [here(wording.changeDay, 'changeDay', args, true)];
  return [here(wording.manage, 'manage', args, true)];
};

/** Her bookings as cards. */
export const mine: StepOf<Step, ClassesData> = {
  ask: ({ aim }, context, here) => {
    const all = liveBookings(context);
    if (all.length === 0)
      return [panel([wording.mineNone], [here(wording.findClass, 'find', undefined, true)])];
    return [
      text(aim === undefined || aim === 'see' ? wording.mineTitle : wording.mineWhich),
      {
        type: 'cards',
        cards: all
          .slice(0, MOST_CARDS)
          .map((one) => bookingCard(one.booking, one.lesson, context, buttonsOf(one, aim, here))),
      },
    ];
  },
  choose: chooseMine,
  hear: (heard, { aim }, context) => {
    if (heard.type !== 'said' || heard.understood.intent !== 'choice') return undefined;
    const all = liveBookings(context);
    const { ordinal } = heard.understood.slots;
    const picked = ordinal === 'last' ? all.at(-1) : all[(ordinal ?? 0) - 1];
    return picked
      ? manage(picked, aim)
      : all.length > 0
        ? { stay: true, say: [text(wording.minePick)] }
        : undefined;
  },
};

/** One booking: what can be done with it. */
export const booking: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const one = liveBooking(data.booking, context);
    if (!one) return [panel([wording.bookingGone], [here(wording.mineButton, 'mine', undefined, true)])];
    const args = { booking: one.booking.id };
    const isBooked = one.booking.state === 'booked';
    const other = one.booking.people === 1 ? 2 : 1;
    return [
      { type: 'cards', cards: [bookingCard(one.booking, one.lesson, context, calendarButton(one))] },
      panel(
        [wording.manageAsk],
        isBooked
          ? [
              here(wording.changeDay, 'changeDay', args),
              here(wording.changePeople(other), 'people', { ...args, people: String(other) }),
              here(wording.cancel, 'cancel', args),
            ]
          : [here(wording.stopWaiting, 'cancel', args)],
      ),
    ];
  },
  choose: (chosen, data, context) => {
    if (chosen.choice === 'comes') {
      return withBooking(named(chosen, data, context), context, (one) => ({
        stay: true,
        data: { ...data, booking: one.booking.id },
        say: [text(wording.comes)],
      }));
    }
    if (chosen.choice !== 'people') return chooseMine(chosen, data, context);
    const people = Number(chosen.args.people);
    if (people !== 1 && people !== 2) return undefined;
    return withBooking(chosen.args.booking, context, ({ booking: its, lesson }) => ({
      to: 'confirmPeople',
      data: { ...data, booking: its.id, lesson: lesson.id, number: its.number, people, isProxy: its.isProxy },
    }));
  },
};

const calendarButton = ({ booking: { id, state } }: Mine): readonly Button[] =>
  state === 'booked'
    ? [{ label: wording.calendar, action: { do: 'openPage', page: 'calendar', booking: id } }]
    : [];
