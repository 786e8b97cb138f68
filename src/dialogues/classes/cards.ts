import type { Booking, Lesson } from '../../core/course/course';
import { minutesTo } from '../../core/course/lesson-list';
import { mayBook, mayWait } from '../../core/course/seats';
import {
  deviceText,
  feeText,
  instantText,
  lessonTimeText,
  minutesText,
  seatsText,
  venueText,
} from '../../core/course/wording';
import type { Context, Here } from '../../core/dialogue/dialogue';
import type { Button, Card, Fact } from '../../core/message';
import { officeFor, type ReachableOffice } from '../../core/office';
import type { ClassesData } from './data';
import { wording } from './wording';

/** From where walking is counted: the place she named, else the one she asked us to keep. */
const startOf = ({ wish }: Pick<ClassesData, 'wish'>, { person }: Context) =>
  wish.near === undefined ? person.area?.at : { lat: wish.near.lat, lng: wish.near.lng };

/** The number that answers for a lesson: its own, else the nearest office's that has been verified. */
export const officeOf = (lesson: Lesson, { city }: Context): ReachableOffice =>
  lesson.phone === undefined
    ? officeFor(city, lesson.venue)
    : { name: venueText({ ...lesson.venue, name: lesson.venue.name }), phone: lesson.phone };

/** How long it takes on foot, if she said from where. */
export const way = (lesson: Lesson, data: Pick<ClassesData, 'wish'>, context: Context): readonly Fact[] => {
  const minutes = minutesTo(lesson, startOf(data, context));
  return minutes === undefined ? [] : [{ label: wording.factWay, value: minutesText(minutes) }];
};

const fact = (label: string, value: string | undefined): readonly Fact[] =>
  value === undefined ? [] : [{ label, value }];

/** Where it is held. */
export const where = ({ venue }: Lesson): Fact => ({
  label: wording.factWhere,
  value: venue.isApproximate ? wording.approximate(venueText(venue)) : venueText(venue),
});

/** Opens the venue on a map; none where nobody knows the spot. */
export const mapButton = ({ venue }: Lesson): readonly Button[] =>
  venue.at === undefined
    ? []
    : [
        {
          label: wording.map,
          action: {
            do: 'open',
            url: `https://www.google.com/maps/search/?api=1&query=${venue.at.lat}%2C${venue.at.lng}`,
          },
        },
      ];

/** The button that begins a booking or a place in the line; none where neither can be had. */
export const takeButton = (
  lesson: Lesson,
  people: number,
  context: Context,
  here: Here,
): readonly Button[] => {
  const args = { lesson: lesson.id };
  if (mayBook(lesson, people, context.now)) return [here(wording.apply, 'take', args, true)];
  return mayWait(lesson, people, context.now) ? [here(wording.wait, 'take', args, true)] : [];
};

/** A lesson as one card of several, with its number so that 「2番」 can be said. */
export const shortCard = (
  lesson: Lesson,
  position: number,
  data: ClassesData,
  context: Context,
  here: Here,
): Card => ({
  lead: `${position}. ${lessonTimeText(lesson, context.now)}`,
  title: lesson.course.name,
  facts: [
    { label: wording.factSeats, value: seatsText(lesson, context.now), isMain: true },
    where(lesson),
    ...way(lesson, data, context),
    { label: wording.factFee, value: feeText(lesson) },
    ...fact(wording.factFor, deviceText(lesson.device)),
  ],
  buttons: [
    ...takeButton(lesson, data.people ?? 1, context, here),
    here(wording.detail, 'detail', { lesson: lesson.id }),
  ],
});

/** Everything that is known of a lesson. */
export const fullCard = (lesson: Lesson, data: ClassesData, context: Context): Card => {
  const { name, phone } = officeOf(lesson, context);
  const audience = [lesson.audience, deviceText(lesson.device)]
    .filter((part) => part !== undefined)
    .join('、');
  return {
    lead: lessonTimeText(lesson, context.now),
    title: lesson.course.name,
    facts: [
      { label: wording.factSeats, value: seatsText(lesson, context.now), isMain: true },
      where(lesson),
      ...way(lesson, data, context),
      ...fact(wording.factAbout, lesson.course.description),
      ...fact(wording.factFor, audience === '' ? undefined : audience),
      ...fact(wording.factBring, lesson.bring),
      { label: wording.factFee, value: feeText(lesson) },
      { label: wording.factPhone, value: lesson.phone === undefined ? wording.office(name, phone) : phone },
    ],
    buttons: [{ label: wording.call(phone), action: { do: 'call', number: phone } }, ...mapButton(lesson)],
  };
};

/** What she is about to decide: what, when, where, how far, for how many and what to bring. */
export const readBack = (
  lesson: Lesson,
  people: number,
  data: Pick<ClassesData, 'wish' | 'isProxy'>,
  context: Context,
): Card => ({
  title: lesson.course.name,
  facts: [
    { label: wording.factWhen, value: lessonTimeText(lesson, context.now), isMain: true },
    where(lesson),
    ...way(lesson, data, context),
    {
      label: wording.factPeople,
      value: `${wording.people(people)}${data.isProxy ? wording.forFamily : ''}`,
    },
    ...fact(wording.factBring, lesson.bring),
    { label: wording.factFee, value: feeText(lesson) },
  ],
  buttons: [],
});

/** How a booking stands. */
export const stateText = (booking: Booking, now: number): string => {
  switch (booking.state) {
    case 'waiting':
      return wording.stateWaiting((booking.ahead ?? 0) + 1);
    case 'held':
      return wording.stateHeld;
    case 'offered':
      return wording.stateOffered(instantText(booking.until ?? now, now));
    case 'booked':
      return booking.number;
    case 'cancelled':
    case 'lapsed':
      return wording.stateCancelled;
  }
};

/** One of her bookings. */
export const bookingCard = (
  booking: Booking,
  lesson: Lesson,
  context: Context,
  buttons: readonly Button[],
): Card => ({
  lead: lessonTimeText(lesson, context.now),
  title: lesson.course.name,
  facts: [
    { label: wording.factNumber, value: stateText(booking, context.now), isMain: true },
    where(lesson),
    ...way(lesson, { wish: {} }, context),
    {
      label: wording.factPeople,
      value: `${wording.people(booking.people)}${booking.isProxy ? wording.forFamily : ''}`,
    },
    ...fact(wording.factBring, lesson.bring),
    ...(lesson.isCancelled ? [{ label: wording.factSeats, value: seatsText(lesson, context.now) }] : []),
  ],
  buttons,
});
