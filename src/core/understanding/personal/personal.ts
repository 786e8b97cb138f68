import type { Reading } from '../reading/read';
import { personalPatterns as say } from './wording';

/** Longer sentences are about something else, whatever number they hold. */
const LONGEST_AGE = 30;

/** What kind of personal data a message consists of. */
export const personalIn = ({ plain, kana }: Reading, hasPlace: boolean): string | undefined => {
  // Behind a place they were a house number.
  if (say.covered.test(plain) && !hasPlace) return 'covered';
  if (say.mail.test(plain)) return 'mail';
  if (
    say.phone.test(plain) &&
    !/\d{3}-\d{4}$/.test(plain.replace(/\D*$/u, '').match(/(?<![\d-])\d{3}-\d{4}$/)?.[0] ?? '')
  )
    return 'phone';
  if (say.spokenPhone.test(kana)) return 'phone';
  if (say.birth.test(kana) || say.birthNumber.test(plain.replace(/\s/g, ''))) return 'birth';
  if (say.name.test(kana) && !say.notName.test(kana)) return 'name';
  if (kana.length <= LONGEST_AGE && say.age.test(kana) && say.ageSigns.test(kana) && !say.notAge.test(kana))
    return 'age';
  return undefined;
};
