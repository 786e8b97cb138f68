import type { Move } from '../move';

/** The dialogue about classes, by the name that stands in buttons. */
export const CLASSES = 'classes';

/** Raised when stored data or the meaning of a button changes. */
export const CLASSES_VERSION = 1;

const move = (step: string, choice: string, args: Readonly<Record<string, string>>): Move => ({
  dialogue: CLASSES,
  version: CLASSES_VERSION,
  step,
  choice,
  args,
});

/** Begins with the coming lessons of a kind of course. */
export const showLessons = (kind?: string): Move => move('list', 'begin', kind === undefined ? {} : { kind });

/**
 * The answers to a reminder: she comes, or she gives her seat back (asked once more). They name the lesson, so that the
 * same reminder serves everybody who booked it; the dialogue finds her own booking.
 */
export const reminderMoves = (lesson: string): { readonly comes: Move; readonly cancels: Move } => ({
  comes: move('booking', 'comes', { lesson }),
  cancels: move('booking', 'cancel', { lesson }),
});

/** The answers to an offered seat. */
export const offerMoves = (booking: string): { readonly accepts: Move; readonly declines: Move } => ({
  accepts: move('offer', 'accept', { booking }),
  declines: move('offer', 'decline', { booking }),
});
