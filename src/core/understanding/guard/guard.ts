import type { Intent } from '../intents';
import { evidence, guardPatterns as say } from './wording';

const seat: readonly Intent[] = ['book', 'waitlist', 'change', 'cancel', 'undo'];
/** What a supporter's own business is mistaken for. */
const teaching: readonly Intent[] = [
  'book',
  'cancel',
  'change',
  'undo',
  'find_class',
  'other',
  'volunteer',
  'report',
  'notice_on',
  'my_bookings',
];
/** From this probability on a wish needs none of the words that are usual for it. */
const LIKELY = 0.75;
/** From this one on it is no tale of the past or of others either. */
const CERTAIN = 0.97;
type Seat = keyof typeof evidence;
const isSeat = (intent: Intent): intent is Seat => intent in evidence;

/**
 * A booking or a cancellation is never made out of a stray sentence: what only looks like one is taken for what it is.
 * Undefined leaves the intent as it was weighed.
 */
export const guarded = (kana: string, intent: Intent, probability = 0): Intent | 'not' | undefined => {
  if (say.unclear.test(kana)) return 'unclear_yes_no';
  if (teaching.includes(intent) && say.teaches.test(kana) && !say.helps.test(kana)) return 'supporter';
  if (intent === 'book' && say.givesUp.test(kana)) return 'not';
  if (intent === 'choice' && say.seatAsked.test(kana)) return 'book';
  if (intent === 'choice' && say.freeAsked.test(kana)) return 'availability';
  if (intent === 'cancel' && say.afterAll.test(kana)) return 'undo';
  if (!seat.includes(intent)) return undefined;
  if (say.civic.test(kana) && !say.ours.test(kana)) return 'off_topic';
  if (say.elsewhere.test(kana) && !say.ours.test(kana)) return 'other';
  if (probability >= CERTAIN) return undefined;
  if (say.undecided.test(kana) && !say.asks.test(kana)) return 'later';
  if (say.howTo.test(kana) && !say.wants.test(kana)) return 'usage';
  const isPlainPast = say.past.test(kana) && !say.asks.test(kana);
  if (intent !== 'undo' && (isPlainPast || (say.told.test(kana) && !say.asks.test(kana)))) return 'smalltalk';
  return isSeat(intent) && probability < LIKELY && !evidence[intent].test(kana) ? 'not' : undefined;
};
