import { maskWords as say } from './wording';

/** Fewer digits than this in a row are no phone number, account or personal number. */
const FEWEST_DIGITS = 8;

/** The same text, character for character, with every kind of digit and dash as the plain one. */
const sameLength = (text: string): string =>
  [...text]
    .map((char) => {
      const code = char.charCodeAt(0);
      if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
      const kanji = say.kanjiDigits.indexOf(char);
      // Kanji digits count only in long runs; shorter ones are towns and days.
      if (kanji >= 0) return String(kanji);
      if (say.dashes.includes(char)) return '-';
      return char.length === 1 ? char : '\u{25cb}'.repeat(char.length);
    })
    .join('');

const spokenRun = new RegExp(
  `${say.spokenDigit}(?:${say.between}${say.spokenDigit}){${FEWEST_DIGITS - 1},}`,
  'gu',
);
const oneDigit = new RegExp(say.spokenDigit, 'gu');

interface Span {
  readonly start: number;
  readonly end: number;
}

const longNumbers = (text: string): Span[] =>
  [...text.matchAll(spokenRun)].flatMap((match): Span[] => {
    const [run] = match;
    const written = run.replace(/\D/g, '').length;
    const all = run.match(oneDigit)?.length ?? 0;
    // Words that sound like digits are everywhere in Japanese; some real digits or a phone's zero must be among them.
    const isNumber =
      written >= FEWEST_DIGITS ||
      (all >= 9 && (written >= 3 || run.length <= all * 3.2) && startsLikePhone(run));
    if (!isNumber || say.yearFirst.test(run.trim())) return [];
    return [{ start: match.index, end: match.index + run.length }];
  });

const startsLikePhone = (run: string): boolean =>
  /^(?:\u305c\u308d|\u308c\u3044|\u307e\u308b|\u30bc\u30ed|\u30ec\u30a4|\u30de\u30eb|0)/u.test(run);

const grouped = (text: string, patterns: readonly RegExp[]): Span[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = match.index + (match[1]?.length ?? 0);
      return { start, end: start + (match[2]?.length ?? match[0].length) };
    }),
  );

/** Covers phone numbers, house numbers, mail addresses, long numbers, names and birth dates someone typed. */
export const maskPersonal = (text: string): string => {
  const plain = sameLength(text);
  if (plain.length !== text.length) return text;
  const mails = [...text.matchAll(say.mail)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans = [
    ...mails,
    ...longNumbers(plain),
    ...grouped(plain, say.birth),
    ...grouped(plain, say.house),
    ...grouped(text, say.name),
  ];
  if (spans.length === 0) return text;
  const isCovered = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);
  let masked = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    // Marks between the digits stay, so that one still sees what it was.
    masked += isCovered(at) && /[\p{L}\p{N}@\uff20\u30fc]/u.test(char) ? say.cover : char;
  }
  return masked;
};
