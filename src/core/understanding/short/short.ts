/**
 * Lists of words, shortened for the bundle: a kana takes three bytes there and a letter one. People read and change the
 * lists in their own `wording.ts`; `npm run train:understanding` shortens them.
 */
const FIRST_KANA = 0x3041;
const KANA = 86;
/** Stand for themselves, because the lists are divided by them. */
const MARKS = ' \n=/';
/** Before a letter that means itself. */
const ITSELF = '~';

// Every letter that a string holds as it is, but for the marks above.
const letters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at))
  .filter((letter) => !`$'\\\`${ITSELF}${MARKS}`.includes(letter))
  .slice(0, KANA);
const kanaOf = new Map(letters.map((letter, at) => [letter, String.fromCharCode(FIRST_KANA + at)] as const));
const letterOf = new Map([...kanaOf].map(([letter, kana]) => [kana, letter] as const));

/** Shortens a list. */
export const shorten = (text: string): string =>
  [...text].map((char) => letterOf.get(char) ?? (kanaOf.has(char) ? ITSELF + char : char)).join('');

/** The list as people wrote it. */
export const lengthen = (short: string): string => {
  let text = '';
  for (let at = 0; at < short.length; at += 1) {
    const char = short[at] ?? '';
    if (char === ITSELF) at += 1;
    text += char === ITSELF ? (short[at] ?? '') : (kanaOf.get(char) ?? char);
  }
  return text;
};
