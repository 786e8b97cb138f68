import { kanjiNumbers } from './wording';

const { digits, ten, hundred, words, counters } = kanjiNumbers;
const isNumeral = (char: string | undefined): boolean =>
  char !== undefined && (digits.includes(char) || char === ten || char === hundred);

const numberOf = (run: string): string => {
  if (!run.includes(ten) && !run.includes(hundred))
    return [...run].map((char) => digits.indexOf(char)).join('');
  let value = 0;
  let pending = 0;
  for (const char of run) {
    if (char === ten || char === hundred) {
      value += (pending || 1) * (char === ten ? 10 : 100);
      pending = 0;
    } else pending = digits.indexOf(char);
  }
  return String(value + pending);
};

/** Writes kanji numbers as digits where they are numbers: before a counter, or longer than one sign. */
export const withDigits = (text: string): string => {
  let written = '';
  for (let at = 0; at < text.length; ) {
    if (!isNumeral(text[at])) {
      written += text[at];
      at += 1;
      continue;
    }
    let end = at;
    while (isNumeral(text[end])) end += 1;
    const run = text.slice(at, end);
    const next = text[end];
    const isWord = words.test(text.slice(at, end + 3)) && text.slice(at).search(words) === 0;
    const isNumber =
      !isWord && (run.length > 1 || (next !== undefined && counters.includes(next)) || end === text.length);
    written += isNumber ? numberOf(run) : run;
    at = end;
  }
  return written;
};
