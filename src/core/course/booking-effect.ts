import type { BookingState, MadeBy } from './course';

/** A new booking: its id is the turn that makes it, so that deciding again makes the same one. */
export interface NewBooking {
  readonly booking: string;
  readonly lesson: string;
  readonly people: number;
  readonly number: string;
  readonly isProxy: boolean;
  readonly madeBy: MadeBy;
}

/**
 * What a turn does to bookings. Each is a claim: it names what it expects, and where that no longer holds the whole
 * turn is not written but decided again.
 */
export type BookingEffect =
  | ({ readonly type: 'bookSeats' } & NewBooking)
  /** Keeps the seats for the minutes in which the form is filled in. */
  | ({ readonly type: 'holdSeats' } & NewBooking)
  | ({ readonly type: 'joinWaiting' } & NewBooking)
  | { readonly type: 'cancelBooking'; readonly booking: string; readonly from: BookingState }
  /** Takes a cancellation back: the seats if they are still free, or the old place in the line. */
  | {
      readonly type: 'restoreBooking';
      readonly booking: string;
      readonly people: number;
      readonly to: 'booked' | 'waiting';
    }
  | {
      readonly type: 'moveBooking';
      readonly booking: string;
      readonly from: string;
      readonly to: string;
      readonly people: number;
      readonly number: string;
    }
  | {
      readonly type: 'changePeople';
      readonly booking: string;
      readonly lesson: string;
      readonly from: number;
      readonly to: number;
    }
  /** Says yes to an offered seat; where a form is needed it is held for it. */
  | { readonly type: 'acceptOffer'; readonly booking: string; readonly to: 'booked' | 'held' };

const TYPES: readonly string[] = [
  'bookSeats',
  'holdSeats',
  'joinWaiting',
  'cancelBooking',
  'restoreBooking',
  'moveBooking',
  'changePeople',
  'acceptOffer',
] satisfies BookingEffect['type'][];

/** Tells a claim on seats from the effects that always succeed. */
export const isBookingEffect = <E extends { readonly type: string }>(
  effect: E,
): effect is E & BookingEffect => TYPES.includes(effect.type);
