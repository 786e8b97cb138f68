import type { Intent } from '../intents';
import type { Understood, Wish } from '../wish';
import { alsoPatterns } from './wording';

/** Wishes worth a button of their own. */
const worthwhile: readonly Intent[] = [
  'find_place',
  'find_class',
  'find_event',
  'place_detail',
  'book',
  'cancel',
  'my_bookings',
  'volunteer',
  'notice_on',
  'human',
  'usage',
  'availability',
];
/** Below this confidence half a sentence means nothing. */
const SURE = 0.6;
const SHORTEST = 6;
const LONGEST = 200;

/**
 * The second wish of a message that holds two. Only parts that stand apart by a mark or a joining word are looked at, and
 * only two of them.
 */
export const secondWish = (
  text: string,
  { intent }: { readonly intent: Intent },
  understand: (part: string) => Understood,
): Wish | undefined => {
  if (text.length > LONGEST || !worthwhile.includes(intent)) return undefined;
  const parts = text.split(alsoPatterns.joint).filter((part) => part.length >= SHORTEST);
  if (parts.length < 2) return undefined;
  for (const part of parts.slice(0, 3)) {
    const second = understand(part);
    if (second.intent !== intent && worthwhile.includes(second.intent) && second.confidence >= SURE) {
      return { intent: second.intent, slots: second.slots };
    }
  }
  return undefined;
};
