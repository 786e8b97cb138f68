import type { Intent, Slots } from '../intents';
import type { Weighed } from '../model/model';
import { onlyNamed } from './wording';

/** Wishes that can be offered by a name of their own, so that she picks the one she meant. */
export const offered = [
  'find_place',
  'find_class',
  'find_event',
  'book',
  'waitlist',
  'change',
  'cancel',
  'undo',
  'my_bookings',
  'availability',
  'volunteer',
  'volunteer_withdraw',
  'start_group',
  'report',
  'notice_on',
  'notice_off',
  'notice_last',
  'notice_settings',
  'supporter',
  'care',
  'privacy',
  'privacy_erase',
  'usage',
] as const satisfies readonly Intent[];

/** One of the wishes that can be offered. */
export type Offered = (typeof offered)[number];

/** Tells whether a wish can be offered by a name. */
export const isOffered = (intent: Intent): intent is Offered => offered.some((one) => one === intent);

/** A sentence that may mean several things: what it may mean, likeliest first, and everything it said beside that. */
export interface Doubt {
  readonly likely: readonly Offered[];
  readonly said: Slots;
}

/** Below this confidence a wish that does something is asked about instead of guessed. */
const UNSURE = 0.7;
/** Below this one, a wish that only shows something: a wrong guess costs her one more message, as the question would. */
const VAGUE = 0.5;
/** Wishes that do something; never begun on a guess, anybody's. */
export const doing: readonly Intent[] = [
  'book',
  'waitlist',
  'change',
  'cancel',
  'undo',
  'volunteer_withdraw',
  'notice_on',
  'notice_off',
  'privacy_erase',
];
/** Talk is answered kindly and nothing is done about it; only a wish at least this likely is asked about instead. */
const WORTH_ASKING = 0.2;
/** A wish less likely than this is not offered. */
const LEAST = 0.06;
/** More wishes than this nobody wants to choose from; a person is offered beside them. */
export const MOST = 3;

/** A search for something she named is shown: there she sees at once whether she was understood. */
const isNamed = (intent: Intent, { course, activity, area }: Slots): boolean =>
  intent === 'find_class'
    ? course !== undefined
    : intent === 'find_place' && (activity !== undefined || area !== undefined);

const talk: readonly Intent[] = ['other', 'smalltalk', 'off_topic'];

/**
 * What to ask, where a sentence is taken for a wish without confidence. Nothing is asked about danger, answers, steering
 * and thanks: they are taken as they seem, because their answers do nothing that could be regretted.
 */
export const doubtOf = (
  { intent, confidence }: { readonly intent: Intent; readonly confidence: number },
  {
    kana,
    ranked,
    said,
  }: { readonly kana: string; readonly ranked: () => Iterable<Weighed>; readonly said: Slots },
): Doubt | undefined => {
  const named = onlyNamed.find(([pattern]) => pattern.test(kana))?.[1];
  if (named) return { likely: named, said };
  if (!(isOffered(intent) || talk.includes(intent)) || isNamed(intent, said)) return undefined;
  if (confidence >= UNSURE) return undefined;
  const weighed = [...ranked()];
  const [first] = weighed;
  if (confidence >= (first !== undefined && doing.includes(first.intent) ? UNSURE : VAGUE)) return undefined;
  const likely = weighed
    .filter(({ probability }) => probability >= (talk.includes(intent) ? WORTH_ASKING : LEAST))
    .map(({ intent: one }) => one)
    .filter(isOffered);
  // What the sentence was taken for is among them, however little spoke for it.
  const all = isOffered(intent) && !likely.includes(intent) ? [intent, ...likely] : likely;
  return all.length === 0 ? undefined : { likely: all.slice(0, MOST), said };
};
