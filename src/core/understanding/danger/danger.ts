import { acute, cries, harmless, strongSigns, unbearable, weakSigns } from './wording';

/** Which help is needed. */
export type DangerKind = 'health' | 'fire' | 'crime' | 'despair';

/** A danger that was read from a message. */
export interface Danger {
  readonly kind: DangerKind;
  /** The words that told. */
  readonly words: string;
}

const anyOf = (signs: readonly string[]): RegExp => new RegExp(signs.join('|'), 'u');

const strong = {
  despair: anyOf(strongSigns.despair),
  fire: anyOf(strongSigns.fire),
  crime: anyOf(strongSigns.crime),
  health: anyOf(strongSigns.health),
  missing: anyOf(strongSigns.missing),
};
const weak = weakSigns.map((sign) => new RegExp(sign, 'u'));

const isHarmless = (kana: string): boolean =>
  harmless.figure.test(kana) || harmless.topic.test(kana) || harmless.denied.test(kana);

/** Whether words that may sound like danger are only a topic, a way of speaking, or denied. */
export const isOnlyTalk = (kana: string): boolean => isHarmless(kana) && !cries.test(kana);

/** Long messages are read piece by piece, so that a topic in one sentence does not hide a cry in the next. */
const PIECE = 160;

/** Whether a message, as it sounds, tells of danger to life, limb or property, or of despair. */
export const dangerIn = (kana: string): Danger | undefined => {
  if (kana.length <= PIECE) return dangerInPiece(kana);
  for (let at = 0; at < kana.length; at += PIECE - 20) {
    const found = dangerInPiece(kana.slice(at, at + PIECE));
    if (found) return found;
  }
  return undefined;
};

const dangerInPiece = (kana: string): Danger | undefined => {
  const cry = cries.exec(kana);
  const sign = (kind: keyof typeof strong): string | undefined => strong[kind].exec(kana)?.[0];
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
  const signs = weak.filter((pattern) => pattern.test(kana)).length;
  const sudden = acute.exec(kana);
  if (
    sudden &&
    signs >= (unbearable.test(kana) ? 1 : 2) &&
    !harmless.past.test(kana) &&
    !harmless.chronic.test(kana)
  )
    return { kind: 'health', words: sudden[0] };
  return undefined;
};

/** Despair that is only read about, or someone else's talk about dying one day. */
const isTold = (kana: string): boolean => harmless.topic.test(kana) && !cries.test(kana);

const isAcuteCry = (kana: string): boolean =>
  acute.test(kana) || strong.health.test(kana) || strong.fire.test(kana) || strong.crime.test(kana);

const kindOf = (kana: string): DangerKind =>
  strong.fire.test(kana) ? 'fire' : strong.crime.test(kana) || /110/.test(kana) ? 'crime' : 'health';
