import { scamPatterns } from './wording';

/** A worry about fraud: about us, or about someone else. */
export interface Scam {
  readonly kind: 'us' | 'others';
  readonly words: string;
}

/** Whether a message, as it sounds, is a worry about fraud. */
export const scamIn = (kana: string): Scam | undefined => {
  const others = scamPatterns.others.exec(kana);
  const us = scamPatterns.us.exec(kana);
  if (scamPatterns.not.test(kana) && !us) return undefined;
  if (us) return { kind: 'us', words: us[0] };
  return others ? { kind: 'others', words: others[0] } : undefined;
};
