import type { Intent } from '../understanding';
import type { Context, Heard } from './dialogue';
import { wording } from './wording';

/** Whether it is better to ask than to guess what she wants. */
export const isDoubtful = (heard: Heard): boolean =>
  heard.type === 'said' && heard.understood.doubt !== undefined;

/** A doubtful wish may still answer the open question by a day, a place or a number in it, but begins nothing. */
export const answerIn = (heard: Heard): Heard => {
  if (heard.type !== 'said' || heard.understood.doubt === undefined) return heard;
  const { understood } = heard;
  return { ...heard, understood: { ...understood, intent: 'other', slots: heard.understood.doubt.said } };
};

/** A wish that is sure enough to act on. */
export const isIntent = (heard: Heard, intent: Intent): boolean =>
  heard.type === 'said' && heard.understood.intent === intent && !isDoubtful(heard);

/** She wants no more of what is asked: to take back a booking, she would need to have one or speak of one. */
export const isWaved = (heard: Heard, { bookings }: Context): boolean =>
  heard.type === 'said' &&
  isIntent(heard, 'cancel') &&
  Object.keys(heard.understood.slots).length === 0 &&
  !wording.ofBookings.test(heard.text) &&
  bookings.every(({ state }) => state === 'cancelled' || state === 'lapsed');
