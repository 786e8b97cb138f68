import type { Reading } from '../reading/read';
import { crimeSigns } from './crime/wording';
import { despairSigns } from './despair/wording';
import { fireSigns } from './fire/wording';
import { asksLeave, harmless, supper, unbearable, unhurried } from './harmless/wording';
import { healthSigns } from './health/wording';
import { missingSigns } from './missing/wording';
import { acute, cries, weakSigns } from './weak/wording';

/** Which help is needed. */
export type DangerKind = 'health' | 'fire' | 'crime' | 'despair';

/** A danger that was read from a message. */
export interface Danger {
  readonly kind: DangerKind;
  /** The words that told. */
  readonly words: string;
}

const anyOf = (signs: readonly string[]): RegExp => new RegExp(signs.join('|'), 'gu');

const strong = {
  despair: anyOf(despairSigns),
  fire: anyOf(fireSigns),
  crime: anyOf(crimeSigns),
  health: anyOf(healthSigns),
  missing: anyOf(missingSigns),
};
const weak = weakSigns.map((sign) => new RegExp(sign, 'gu'));

const isHarmless = (kana: string): boolean =>
  harmless.figure.test(kana) || harmless.topic.test(kana) || harmless.denied.test(kana);

/** Whether a sentence cries for help. */
export const isCry = (kana: string): boolean => cries.test(kana);

/** Whether words that may sound like danger are only a topic, a way of speaking, or denied. */
export const isOnlyTalk = (kana: string): boolean =>
  (isHarmless(kana) || asksLeave.test(kana) || supper.test(kana)) && !cries.test(kana);

type Sound = Pick<Reading, 'kana' | 'at' | 'source'>;

/** The first sign that does not begin in the middle of a kanji's reading: 入会 holds no kidnapping. */
const firstSign = (pattern: RegExp, { kana, at, source }: Sound): string | undefined => {
  // Not `matchAll`, which makes the pattern anew for every sentence.
  pattern.lastIndex = 0;
  for (let found = pattern.exec(kana); found; found = pattern.exec(kana)) {
    const { index, 0: words } = found;
    if (index === 0 || source[index] === 0 || at[index - 1] !== at[index]) return words;
    if (words === '') pattern.lastIndex += 1;
  }
  return undefined;
};

const isSigned = (pattern: RegExp, kana: string): boolean => kana.search(pattern) >= 0;

/** The danger that a sentence tells by a sign or a cry; harmless talk and old ailments are left out. */
export const signedIn = (sound: Sound): Danger | undefined => {
  const { kana } = sound;
  const cry = cries.exec(kana);
  const sign = (kind: keyof typeof strong): string | undefined => firstSign(strong[kind], sound);
  const despair = sign('despair');
  if (despair !== undefined && !harmless.figure.test(kana) && !isTold(kana))
    return { kind: 'despair', words: despair };
  if (isHarmless(kana) && !cry) return undefined;
  if (isHarmless(kana) && harmless.topic.test(kana))
    return isAcuteCry(kana) && cry ? { kind: kindOf(kana), words: cry[0] } : undefined;
  const isOld = harmless.past.test(kana) && !acute.test(kana);
  for (const kind of ['fire', 'crime', 'health', 'missing'] as const) {
    const words = sign(kind);
    if (words === undefined) continue;
    if (isOld && !cry) continue;
    if (kind === 'health' && harmless.chronic.test(kana) && !acute.test(kana) && !cry) continue;
    if (kind === 'missing' && harmless.chronic.test(kana) && !cry) continue;
    return { kind: kind === 'missing' ? 'crime' : kind, words };
  }
  if (cry) return { kind: kindOf(kana), words: cry[0] };
  const signs = weak.filter((pattern) => firstSign(pattern, sound) !== undefined).length;
  const sudden = acute.exec(kana);
  const isEnough = sudden ? signs >= (unbearable.test(kana) ? 1 : 2) : signs >= 2 && !unhurried.test(kana);
  if (isEnough && !harmless.past.test(kana) && !harmless.chronic.test(kana)) {
    return { kind: 'health', words: sudden?.[0] ?? kana };
  }
  return undefined;
};

/** Despair that is only read about, or someone else's talk about dying one day. */
const isTold = (kana: string): boolean => harmless.topic.test(kana) && !cries.test(kana);

const isAcuteCry = (kana: string): boolean =>
  acute.test(kana) || [strong.health, strong.fire, strong.crime].some((pattern) => isSigned(pattern, kana));

const kindOf = (kana: string): DangerKind =>
  isSigned(strong.fire, kana)
    ? 'fire'
    : isSigned(strong.crime, kana) || /110/.test(kana)
      ? 'crime'
      : 'health';
