import { longMark, longO, nasal, oRow, smallKana, voicing, vowelRows } from './wording';

const vowelOf = new Map(
  Object.entries(vowelRows).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel] as const)),
);
const fullOf = new Map([...smallKana.small].map((kana, at) => [kana, smallKana.full[at] ?? kana] as const));
const plainOf = new Map([...voicing.voiced].map((kana, at) => [kana, voicing.plain[at] ?? kana] as const));
const KATAKANA_TO_HIRAGANA = 0x60;

/** Hiragana for katakana; every other character as it is. */
export const hiraganaOf = (char: string): string => {
  const code = char.charCodeAt(0);
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - KATAKANA_TO_HIRAGANA) : char;
};

/** Whether a character is hiragana. */
export const isKana = (char: string): boolean => vowelOf.has(char) || fullOf.has(char) || char === nasal;

/**
 * One character as it is compared: full size, the long mark written as a vowel. The character before it is given
 * already folded. Empty for a long mark that lengthens nothing.
 */
export const foldChar = (char: string, before: string): string => {
  const kana = hiraganaOf(char);
  if (kana !== longMark) return fullOf.get(kana) ?? kana;
  const vowel = vowelOf.get(before);
  return vowel === oRow ? longO : (vowel ?? '');
};

/** Kana as they are compared. */
export const foldKana = (text: string): string => {
  let folded = '';
  for (const char of text) folded += foldChar(char, folded.at(-1) ?? '');
  return folded;
};

/** Without voicing marks, for those who leave them out. */
export const withoutVoicing = (folded: string): string => {
  let plain = '';
  for (const char of folded) plain += plainOf.get(char) ?? char;
  return plain;
};

/** Whether a text has voiced kana. */
export const hasVoicing = (folded: string): boolean => [...folded].some((char) => plainOf.has(char));
