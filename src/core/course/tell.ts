import type { BookingState } from './course';

/** What happened to a lesson that those who reckon with it must know. */
export type LessonChange = 'cancelled' | 'moved';

/** Someone to be told, and in which capacity. */
export interface ToTell {
  readonly booking: string;
  readonly person: string;
  /** `comes` has a seat or is about to; `waits` stands in the line. */
  readonly as: 'comes' | 'waits';
}

/** A booking as far as telling goes; phone-in bookings have no person in LINE. */
export interface Tellable {
  readonly id: string;
  readonly person: string | null;
  readonly state: BookingState;
  readonly until: number | null;
}

/**
 * Who must be told that a lesson was cancelled or moved, those with a seat first. Who cancelled or let an offer lapse
 * is not told. Someone with a booking of her own and one for her mother is told once for each.
 */
export const whomToTell = (bookings: readonly Tellable[], now: number): readonly ToTell[] => {
  const told = bookings.flatMap(({ id, person, state, until }): readonly ToTell[] => {
    if (person === null) return [];
    const isKept = (state === 'held' || state === 'offered') && (until ?? 0) > now;
    if (state === 'booked' || isKept) return [{ booking: id, person, as: 'comes' }];
    return state === 'waiting' ? [{ booking: id, person, as: 'waits' }] : [];
  });
  return [...told.filter((one) => one.as === 'comes'), ...told.filter((one) => one.as === 'waits')];
};

/** Bookings of people without LINE, whom staff must call. */
export const whomToCall = (bookings: readonly Tellable[]): readonly string[] =>
  bookings.filter(({ person, state }) => person === null && state === 'booked').map(({ id }) => id);
