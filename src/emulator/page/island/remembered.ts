import type { LetterStep } from '../../../line/preview/letter-steps';

/** How one phone is looked at. */
export interface PhoneChoice {
  readonly letters: LetterStep;
  readonly device: 'phone' | 'desktop';
}

const USUAL: PhoneChoice = { letters: 'normal', device: 'phone' };

const PHONES = 'emulator.phones';
const choiceKey = (personId: string): string => `emulator.phone.${personId}`;

/** How a person's phone was last looked at, in this browser. */
export const choiceOf = (personId: string): PhoneChoice => ({
  ...USUAL,
  ...JSON.parse(localStorage.getItem(choiceKey(personId)) ?? '{}'),
});

/** Keeps how a phone is looked at. */
export const remember = (personId: string, choice: PhoneChoice): void =>
  localStorage.setItem(choiceKey(personId), JSON.stringify(choice));

/** Whose phones stood side by side, or undefined if nobody has chosen yet. */
export const phonesOnPage = (): readonly string[] | undefined => {
  const kept = localStorage.getItem(PHONES);
  return kept === null ? undefined : JSON.parse(kept);
};

/** Keeps whose phones stand side by side. */
export const rememberPhones = (ids: readonly string[]): void =>
  localStorage.setItem(PHONES, JSON.stringify(ids));
