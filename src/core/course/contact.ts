/** Name and phone as they are kept. */
export interface Contact {
  readonly name: string;
  /** Digits only, with the area code. */
  readonly phone: string;
}

/** What is wrong with a field, to be said kindly. */
export type ContactProblem = 'missing' | 'tooLong' | 'noAreaCode' | 'notPhone';

/** A read form, or what is to be mended. */
export type ContactReading =
  | { readonly contact: Contact }
  | { readonly problems: { readonly name?: ContactProblem; readonly phone?: ContactProblem } };

const LONGEST_NAME = 40;

/** How long a contact is kept after the lesson, in ms: 30 days. */
export const KEEP_CONTACT = 30 * 24 * 60 * 60_000;

const phoneIn = (typed: string): { readonly phone: string } | { readonly problem: ContactProblem } => {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return { problem: 'missing' };
  // Hyphens of every kind, long-vowel signs used as hyphens, brackets, dots and spaces between the digits.
  const digits = plain
    .replace(/[\s().\-\u2010-\u2015\u2212\u30FC\uFF70\u301C~]/g, '')
    .replace(/^\+?81(?=[1-9]\d{8,9}$)/, '0');
  if (!/^\d+$/.test(digits)) return { problem: 'notPhone' };
  if (/^[1-9]\d{5,7}$/.test(digits)) return { problem: 'noAreaCode' };
  // Ten digits for a house, eleven for a telephone in the pocket.
  return /^0(?![5789]0)[1-9]\d{8}$|^0[5789]0\d{8}$/.test(digits)
    ? { phone: digits }
    : { problem: 'notPhone' };
};

/** Reads what someone typed into the form, as forgivingly as can be. */
export const readContact = (typed: { readonly name: string; readonly phone: string }): ContactReading => {
  const name = typed.name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const nameProblem = name === '' ? 'missing' : name.length > LONGEST_NAME ? 'tooLong' : undefined;
  const phone = phoneIn(typed.phone);
  if (nameProblem === undefined && 'phone' in phone) return { contact: { name, phone: phone.phone } };
  return {
    problems: {
      ...(nameProblem === undefined ? {} : { name: nameProblem }),
      ...('problem' in phone ? { phone: phone.problem } : {}),
    },
  };
};
