import type { City } from '../city';
import { secondWish } from './also/also';
import { asAnswer, expectedOf } from './context/context';
import { createDangerReader, type DangerReader } from './danger/danger';
import type { Danger } from './danger/signs';
import type { PackedDanger } from './danger/weigh/weigher';
import { doubtOf } from './doubt/doubt';
import { guarded } from './guard/guard';
import type { Said } from './index';
import type { Intent, Slots } from './intents';
import { createModel, type Verdicts, type Weighed } from './model/model';
import type { Packed } from './model/packed';
import { personalIn } from './personal/personal';
import { scamIn } from './scam/scam';
import { createSense, type Sense } from './sense';
import { slotsFor } from './slots/allowed';
import { aroundPlace } from './slots/area/wording';
import { aroundDay } from './slots/day/wording';
import { bareNumberIn, ordinalWords } from './slots/number/number';
import { aroundChoice } from './slots/number/wording';
import { withinReach } from './slots/wish/wording';
import { wholeIn } from './whole/whole';
import type { Understood } from './wish';

/** Builds the engine for one city: everything that does not change between messages is made here. */
export const createEngine = (
  city: City,
  trained: Packed,
  dangerous: PackedDanger,
): ((text: string, said: Said) => Understood) => {
  const sense = createSense(city);
  const dangerIn = createDangerReader(sense.read, dangerous);
  const model = createModel(trained);
  const verdictOf = (found: Sense): Verdict => {
    const verdicts = model(found.features);
    return decidedBy(found, dangerIn, verdicts) ?? weighed(found, verdicts);
  };
  return (text, said) => {
    // What someone wants stands in the first lines; danger is looked for to the end.
    const late = text.length > ENOUGH ? dangerIn(sense.read(text.slice(ENOUGH - OVERLAP))) : undefined;
    const found = sense.take(text.slice(0, ENOUGH), said.now);
    if (late) return answer(found, alarm(late));
    const verdict = verdictOf(found);
    const bare = asAnswer(found, verdict.intent, expectedOf(said.asked));
    if (bare)
      return answer(found, {
        intent: bare.intent,
        confidence: 0.9,
        why: verdict.why,
        ...(bare.more === undefined ? {} : { more: bare.more }),
      });
    const also = secondWish(text, verdict, (part) => {
      const other = sense.take(part, said.now);
      return answer(other, verdictOf(other));
    });
    const first = answer(found, verdict);
    return also === undefined ? first : { ...first, also };
  };
};

/** Characters in which a wish is looked for, and how many of them are read again for what comes after. */
const ENOUGH = 700;
const OVERLAP = 30;

/** Below this probability a wish that would do something gives way to the next that would not. */
const DOUBTFUL = 0.4;
/** Below this one nothing speaks for a wish. */
const HARDLY = 0.1;
/** Below this one a mood or a worry is not heard in it. */
const FAINT = 0.25;
const moods: readonly Intent[] = ['lonely', 'medical', 'scam', 'complaint', 'care'];
/** Up to so many kana a message that is only a greeting or an answer is no danger unless a sign or more than this tells it. */
const BARE = 12;
const BARE_ALARM = 0.35;
/** Danger that no sign tells is believed beside words of fraud from this probability on. */
const SURE = 0.95;
/** Below this probability a slot that only one wish can use tells more than the sound of the sentence. */
const VAGUE = 0.5;
/** Personal data that is told by words alone, which may as well ask about it. */
const inWords: readonly string[] = ['birth', 'name', 'age'];
const searching: readonly Intent[] = [
  'find_place',
  'find_event',
  'find_class',
  'refine',
  'location',
  'emergency',
];
const talk: readonly Intent[] = ['smalltalk', 'other', 'later'];
const doing: readonly Intent[] = [
  'book',
  'cancel',
  'change',
  'waitlist',
  'undo',
  'privacy_erase',
  'volunteer_withdraw',
  'scam',
];

/** What nothing much speaks for is noise; a mood is not read into a sentence by a hair. */
const isFaint = ({ intent, probability }: Weighed): boolean =>
  probability < (moods.includes(intent) ? FAINT : HARDLY);

/** From this probability on the weights are believed where words alone say otherwise. */
const CERTAIN = 0.85;

const weighed = ({ reading: { kana }, slots }: Sense, verdicts: Verdicts): Verdict => {
  const mayBe = ({ intent, probability }: Weighed, at: number): boolean => {
    // Danger has been weighed apart from all else.
    if (intent === 'emergency') return false;
    if (doing.includes(intent) && probability < DOUBTFUL && at < 2) return false;
    return guarded(kana, intent, probability) !== 'not';
  };
  const sure = firstOf(verdicts.ranked(), mayBe);
  // Rather asked about what it sounds like than taken for what it hardly can be.
  const first =
    sure !== undefined && sure.probability >= HARDLY
      ? sure
      : (firstOf(
          verdicts.ranked(),
          ({ intent, probability }) =>
            probability >= HARDLY && doing.includes(intent) && guarded(kana, intent) !== 'not',
        ) ?? sure);
  const likely = first === undefined || isFaint(first) ? 'other' : first.intent;
  // As far as she can go is a wish for a place, however it is told.
  if (talk.includes(likely) && slots.maxMinutes !== undefined && withinReach.test(kana))
    return { intent: 'find_place', confidence: 0.6, why: [kana], ranked: verdicts.ranked };
  // How far she would go narrows a search, whatever else the sentence may sound like.
  const isVague = (first?.probability ?? 0) < VAGUE && !searching.includes(likely);
  const intent = isVague && slots.maxMinutes !== undefined ? 'refine' : likely;
  const safer = guarded(kana, intent, first?.probability);
  return {
    intent: safer === undefined || safer === 'not' ? intent : safer,
    confidence: safer === undefined ? (first?.probability ?? 0) : 0.6,
    why: verdicts.reasons(intent),
    ranked: verdicts.ranked,
  };
};

const firstOf = <T>(all: Iterable<T>, isIt: (one: T, at: number) => boolean): T | undefined => {
  let at = 0;
  for (const one of all) {
    if (isIt(one, at)) return one;
    at += 1;
  }
  return undefined;
};

interface Verdict {
  readonly intent: Intent;
  readonly confidence: number;
  readonly why: readonly string[];
  /** All that it was weighed against; absent where nothing needed weighing. */
  readonly ranked?: () => Iterable<Weighed>;
  readonly more?: Slots;
}

const answer = (
  { slots, reading: { kana } }: Sense,
  { intent, confidence, why, ranked, more = {} }: Verdict,
): Understood => {
  const doubt = ranked && doubtOf({ intent, confidence }, { kana, ranked, said: slots });
  return {
    intent,
    slots: slotsFor(intent, { ...slots, ...more }),
    confidence,
    why,
    ...(doubt === undefined ? {} : { doubt }),
  };
};

const alarm = ({ words, kind }: Danger): Verdict => ({
  intent: 'emergency',
  confidence: 1,
  why: [words],
  more: { kind },
});

/** What words alone decide, unless the weights are certain of something else. */
const decidedBy = (found: Sense, dangerIn: DangerReader, verdicts: Verdicts): Verdict | undefined => {
  const { reading, written } = found;
  const { kana } = reading;
  const danger = dangerIn(reading);
  if (danger?.isSigned) return alarm(danger);
  const scam = scamIn(kana);
  const isBare =
    isOnlyPlace(found) ||
    isOnlyChoice(found) ||
    (kana.length <= BARE && wholeIn(reading.plain, kana) !== undefined);
  if (danger && !(isBare && danger.probability < BARE_ALARM) && !(scam && danger.probability < SURE))
    return alarm(danger);
  if (scam && !isCertainlyElse(verdicts, 'scam'))
    return { intent: 'scam', confidence: 0.9, why: [scam.words], more: { kind: scam.kind } };
  const personal = personalIn(reading, found.area !== undefined);
  if (personal !== undefined && !(inWords.includes(personal) && isCertainlyElse(verdicts, 'personal_info')))
    return { intent: 'personal_info', confidence: 0.95, why: [personal] };
  // Digits in a row that are no telephone, postcode or choice come from a leaning finger.
  if (found.area === undefined && /^\d{3,}$/.test(kana))
    return { intent: 'other', confidence: 0.9, why: [kana] };
  const number = bareNumberIn(written);
  if (number !== undefined)
    return { intent: 'choice', confidence: 0.95, why: [written], more: { ordinal: number } };
  if (isOnlyChoice(found)) return { intent: 'choice', confidence: 0.9, why: [written] };
  if (isOnlyPlace(found)) return { intent: 'location', confidence: 0.95, why: [found.area?.words ?? ''] };
  // "And on Tuesday?" narrows what is shown, or begins with the day.
  if (isOnlyDay(found)) return { intent: 'refine', confidence: 0.9, why: [written] };
  const whole = wholeIn(reading.plain, kana);
  return whole && !isCertainlyElse(verdicts, whole)
    ? { intent: whole, confidence: 0.95, why: [kana] }
    : undefined;
};

/** Whether the weights are certain of another intent than the one that a word or two would tell. */
const isCertainlyElse = (verdicts: Verdicts, intent: Intent): boolean => {
  const first = firstOf(verdicts.ranked(), (one) => one.intent !== 'emergency');
  return first !== undefined && first.intent !== intent && first.probability >= CERTAIN;
};

/** One of the shown items and nothing but politeness around it. */
const isOnlyChoice = ({ written, slots }: Sense): boolean => {
  const words = slots.ordinal === undefined ? undefined : ordinalWords(written);
  return words !== undefined && aroundChoice.test(written.replace(words, ' ').replace(/ +/g, ' ').trim());
};

/** A day and nothing but politeness around it. */
const isOnlyDay = ({ written, dayWords, area, slots: { activity } }: Sense): boolean =>
  dayWords !== undefined &&
  area === undefined &&
  activity === undefined &&
  written.includes(dayWords) &&
  aroundDay.test(written.replace(dayWords, ' ').replace(/ +/g, ' ').trim());

/** A place and nothing but politeness around it. */
const isOnlyPlace = ({ area, slots: { activity }, reading: { kana } }: Sense): boolean =>
  area !== undefined &&
  activity === undefined &&
  aroundPlace.test(`${kana.slice(0, area.start)} ${kana.slice(area.end)}`);
