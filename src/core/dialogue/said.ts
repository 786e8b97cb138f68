import type { Intent } from '../understanding';
import type { Heard } from './dialogue';
import { wording } from './wording';

/** Whether it is better to ask than to guess what she wants. */
export const isDoubtful = (heard: Heard): boolean =>
  heard.type === 'said' && heard.understood.doubt !== undefined;

/**
 * A doubtful wish may still answer the open question by a day, a place or a number in it, but begins nothing. What
 * it most likely is counts where that is just what is being spoken of, and no question is open.
 */
export const answerIn = (heard: Heard, spokenOf: readonly Intent[]): Heard => {
  if (heard.type !== 'said' || heard.understood.doubt === undefined) return heard;
  const { understood } = heard;
  const { likely, said } = heard.understood.doubt;
  const { intent } = understood;
  if (likely[0] === intent && spokenOf.includes(intent)) {
    return { ...heard, understood: { ...understood, slots: said } };
  }
  return { ...heard, understood: { ...understood, intent: 'other', slots: said } };
};

/** Below this confidence the open question hears her words first, whatever else they may mean. */
const FAINT = 0.5;

/** Whether her words are taken for something for want of anything better. */
export const isFaint = (heard: Heard): boolean =>
  heard.type === 'said' && heard.understood.confidence < FAINT;

/** A wish that is sure enough to act on. */
export const isIntent = (heard: Heard, intent: Intent): boolean =>
  heard.type === 'said' && heard.understood.intent === intent && !isDoubtful(heard);

/** She speaks of stopping, and of no booking she might mean by it. */
export const isWaved = (heard: Heard): boolean =>
  isIntent(heard, 'no') || (isIntent(heard, 'cancel') && !speaksOfBooking(heard));

/** Whether her words speak of a booking, by its day, its number or its name, and not only of the conversation. */
export const speaksOfBooking = (heard: Heard): boolean =>
  heard.type === 'said' &&
  (Object.keys(heard.understood.slots).length > 0 || wording.ofBookings.test(heard.text));
