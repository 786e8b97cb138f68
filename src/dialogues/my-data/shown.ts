import type { Booking } from '../../core/course/course';
import type { Context } from '../../core/dialogue/dialogue';
import { wording } from './wording';

/** Her bookings that still hold a seat or a place in the line of a lesson to come. */
export const liveBookings = ({ bookings, lessons, now }: Context): readonly Booking[] =>
  bookings.filter(({ state, lesson }) => {
    const startsAt = lessons.lessons.find(({ id }) => id === lesson)?.startsAt;
    return (
      ['booked', 'held', 'offered', 'waiting'].includes(state) && startsAt !== undefined && startsAt > now
    );
  });

/** All that is kept of her, one plain line each: how many, never what they say. */
export const shown = (context: Context): readonly string[] => {
  const { person, notices, matters } = context;
  const bookings = liveBookings(context).length;
  const surveys = matters.surveys.filter(({ answer }) => answer !== undefined && answer !== 'refused').length;
  return [
    wording.id,
    person.area === undefined ? wording.noArea : wording.area(person.area.label),
    bookings === 0 ? wording.noBookings : wording.bookings(bookings),
    notices.stopped.includes('broadcasts') ? wording.noNotices : wording.notices(notices.areas),
    ...(notices.places.length === 0 ? [] : [wording.places(notices.places.length)]),
    ...(notices.scopes.length === 0 ? [] : [wording.supporter(notices.scopes.length)]),
    ...(matters.volunteer === undefined ? [] : [wording.volunteer]),
    ...(matters.wishes.length === 0 ? [] : [wording.wishes(matters.wishes.length)]),
    ...(matters.callBacks === 0 ? [] : [wording.callBacks(matters.callBacks)]),
    ...(matters.openCases === 0 ? [] : [wording.cases(matters.openCases)]),
    ...(matters.reports.length === 0 ? [] : [wording.reports(matters.reports.length)]),
    ...(surveys === 0 ? [] : [wording.surveys(surveys)]),
    ...(matters.surveys.some(({ answer }) => answer === 'refused') ? [wording.noSurveys] : []),
    ...(person.hasLargeLetters ? [wording.letters] : []),
    wording.words,
  ];
};
