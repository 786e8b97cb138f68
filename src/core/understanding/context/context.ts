import type { Intent, Slots } from '../intents';
import type { Sense } from '../sense';
import { kanaNumbers } from '../slots/number/wording';
import { bareHere, bareHome, bareTopics, isAboutDay } from './wording';

/** What a bare answer may answer. */
export type Expected = 'yes_no' | 'choice' | 'location' | 'detail';

/** What the steps of our dialogues wait for, by the beginning of their names. */
const expectedBy: readonly (readonly [RegExp, readonly Expected[]])[] = [
  [/^(?:askOrigin|askArea|askWhere|askNumber)/, ['location']],
  [/^(?:askWhich|pick|choose|list)/, ['choice', 'location']],
  [/^results/, ['choice', 'detail']],
  [/^detail/, ['detail', 'yes_no']],
  [/^(?:confirm|check)/, ['yes_no']],
];

/** What the last question waits for. */
export const expectedOf = (asked: unknown): readonly Expected[] => {
  if (typeof asked !== 'object' || asked === null) return [];
  if ('expects' in asked && Array.isArray(asked.expects)) {
    return asked.expects.filter((one): one is Expected => kinds.some((kind) => kind === one));
  }
  const step = 'step' in asked && typeof asked.step === 'string' ? asked.step : '';
  return expectedBy.find(([pattern]) => pattern.test(step))?.[1] ?? [];
};

const kinds: readonly Expected[] = ['yes_no', 'choice', 'location', 'detail'];

/** Beyond this many kana a message is a sentence of its own and no bare answer. */
const BARE = 16;

/** Intents that a bare answer is mistaken for when nobody knows what was asked. */
const loose: readonly Intent[] = [
  'other',
  'smalltalk',
  'confused',
  'off_topic',
  'find_event',
  'usage',
  'personal_info',
  'human',
  'find_place',
  'thanks',
];

/** What a bare day is taken for when nobody knows what was asked. */
const daily: readonly Intent[] = [...loose, 'refine'];

/** A bare answer, given what was asked: which of the shown ones, where, or what about the place in view. */
export const asAnswer = (
  found: Sense,
  intent: Intent,
  expected: readonly Expected[],
): { readonly intent: Intent; readonly more?: Slots } | undefined => {
  const { kana } = found.reading;
  if (kana.length === 0 || kana.length > BARE) return undefined;
  const number = expected.includes('choice') ? kanaNumbers.ones[kana] : undefined;
  if (number !== undefined) return { intent: 'choice', more: { ordinal: number } };
  if (expected.includes('location')) {
    const near = bareHome.test(kana) ? 'home' : bareHere.test(kana) ? 'here' : undefined;
    if (near !== undefined) return { intent: 'location', more: { near } };
  }
  if (expected.includes('detail')) {
    const topic = bareTopics.find(([pattern]) => pattern.test(kana))?.[1];
    if (topic !== undefined) return { intent: 'place_detail', more: { topic } };
  }
  // One place in view is asked whether it is on that day; a list would be narrowed to it.
  const isAsked = expected.includes('detail') && !expected.includes('choice');
  if (isAsked && found.slots.day !== undefined && isAboutDay.test(kana) && daily.includes(intent))
    return { intent: 'place_detail', more: { topic: 'open' } };
  // One of the shown ones, and what she would know of it.
  if (intent === 'choice' && expected.includes('detail') && found.slots.topic !== undefined)
    return { intent: 'place_detail' };
  if (!loose.includes(intent)) return undefined;
  if (expected.includes('location') && found.area !== undefined) return { intent: 'location' };
  if (expected.includes('choice') && found.slots.ordinal !== undefined) return { intent: 'choice' };
  if (expected.includes('detail') && (found.slots.topic !== undefined || found.slots.feature !== undefined))
    return { intent: 'place_detail' };
  return undefined;
};
