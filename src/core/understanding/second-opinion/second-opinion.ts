import { doing, isOffered, MOST, type Offered } from '../doubt/doubt';
import { type Intent, intents } from '../intents';
import { slotsFor } from '../slots/allowed';
import type { Understood } from '../wish';

/** What a second reader may say beside a wish that can be offered: that it is talk, and nothing to be done. */
const alsoTalk = ['other', 'smalltalk', 'off_topic'] as const satisfies readonly Intent[];

/** All a second reader may choose from. Danger, answers and steering are ours alone. */
export type Opinion = Offered | (typeof alsoTalk)[number];

/** Everything it may choose from, by name. */
export const opinions: readonly Opinion[] = intents.filter(
  (intent): intent is Opinion => isOffered(intent) || alsoTalk.some((one) => one === intent),
);

/** Its confidence is ours, not its own: enough to show something, too little for anything more. */
const CONFIDENCE = 0.5;

/**
 * What a sentence means once somebody else has read it too. Only where we would have asked, and only for what is known
 * here: a wish that only shows something is followed, one that does something is asked about first, and anything else
 * changes nothing.
 */
export const withOpinion = (understood: Understood, opinion: string | undefined): Understood => {
  const { doubt, ...read } = understood;
  const intent = opinions.find((one) => one === opinion);
  if (doubt === undefined || intent === undefined) return understood;
  if (isOffered(intent) && doing.includes(intent)) {
    const likely = [intent, ...doubt.likely.filter((one) => one !== intent)].slice(0, MOST);
    return { ...read, doubt: { ...doubt, likely } };
  }
  return {
    ...read,
    intent,
    slots: slotsFor(intent, doubt.said),
    confidence: CONFIDENCE,
    why: [...read.why, 'second opinion'],
  };
};
