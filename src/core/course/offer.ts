import { addDays, tokyoDate, tokyoInstant } from '../calendar';

const HOUR = 60 * 60_000;

/** A seat offered from the waiting list is answered this long before the lesson begins at the latest, in ms. */
export const OFFER_ENDS_BEFORE = HOUR;
/** The shortest time anybody gets to answer an offer, in ms. */
export const OFFER_LEAST = 3 * HOUR;
/** An offer needs this much time before the lesson, in ms; later a free seat is open to everybody. */
export const OFFER_NEEDS = OFFER_LEAST + OFFER_ENDS_BEFORE;
/** How long a seat is kept while the form is filled in, in ms. */
export const HOLD = 15 * 60_000;
/** How long a cancellation can be taken back, in ms. */
export const UNDO = HOUR;

/** Until when an offer made now stands, if the lesson were far away: 18:00 of the next day. */
export const offerDeadline = (now: number): number => tokyoInstant(addDays(tokyoDate(now), 1), '18:00');

/** Whether a free seat can still be offered to somebody who waits. */
export const mayOfferAt = (startsAt: number, now: number): boolean => startsAt - OFFER_NEEDS >= now;

/** Until when an offer made now for this lesson stands. */
export const offerUntil = (startsAt: number, now: number): number =>
  Math.min(offerDeadline(now), startsAt - OFFER_ENDS_BEFORE);
