/** A mobile number; landlines are left out, because those of offices are what we are asked for. */
const MOBILE = /(?<!\d)0[789]0[-\s]?\d{4}[-\s]?\d{4}(?!\d)/;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const TWELVE_DIGITS = /(?<!\d)\d{4}[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g;

/** The check digit of an individual number (My Number), by which other twelve digits are told apart. */
const isMyNumber = (digits: string): boolean => {
  const sum = [...digits.slice(0, 11)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index < 6 ? index + 2 : index - 4), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
};

/** Says what in a text looks like somebody's own data; undefined if nothing does. */
export const personalDataIn = (words: string): string | undefined => {
  const plain = words.normalize('NFKC').replace(/[‐‑–—−ー]/g, '-');
  if (MOBILE.test(plain)) return 'a mobile number';
  if (MAIL.test(plain)) return 'a mail address';
  const found = plain.match(TWELVE_DIGITS) ?? [];
  return found.some((digits) => isMyNumber(digits.replace(/\D/g, ''))) ? 'an individual number' : undefined;
};
