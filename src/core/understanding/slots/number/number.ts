import { circled, countPatterns, kanaNumbers, ordinalPatterns } from './wording';

const { tens, ones, counted } = kanaNumbers;

/** Writes numbers that are spelled in kana as digits where something counted follows. */
export const withKanaNumbers = (text: string): string =>
  text.replace(counted, (spelled: string) => {
    if (spelled === '') return '';
    const ten = Object.keys(tens)
      .filter((name) => spelled.startsWith(name))
      .sort((a, b) => b.length - a.length)[0];
    const rest = spelled.slice(ten?.length ?? 0);
    const one = rest === '' ? 0 : ones[rest];
    return one === undefined ? spelled : String((ten === undefined ? 0 : (tens[ten] ?? 0)) + one);
  });

const FIRST_CIRCLED = 0x2460;

/** A number in a circle is one of those that the shown items bear, whatever stands beside it. */
export const withCircledNumbers = (text: string): string =>
  text.replace(/[\u2460-\u2473]/gu, (sign) => `${sign.charCodeAt(0) - FIRST_CIRCLED + 1}${circled}`);

/** Which of the shown ones is meant, counted from 1, or the last. */
export const ordinalIn = (text: string): number | 'last' | undefined => {
  const { last, first, numbered, named, fromBottom, instead } = ordinalPatterns;
  const other = instead.exec(text)?.[1];
  const meant = other === undefined ? undefined : (bareNumberIn(other) ?? ordinalIn(other));
  if (meant !== undefined) return meant;
  if (last.test(text)) return 'last';
  if (fromBottom.test(text)) return undefined;
  const number = numbered.exec(text);
  if (number) return inRange(Number(number[1]));
  for (const [pattern, value] of named) if (pattern.test(text)) return value;
  return first.test(text) ? 1 : undefined;
};

/** The words that say which of the shown ones is meant. */
export const ordinalWords = (text: string): string | undefined => {
  const { last, first, numbered, named } = ordinalPatterns;
  const found = [last, numbered, ...named.map(([pattern]) => pattern), first].map(
    (pattern) => pattern.exec(text)?.[0],
  );
  return found.find((words) => words !== undefined);
};

/** A number that is the whole message. */
export const bareNumberIn = (text: string): number | undefined => {
  const found = ordinalPatterns.bare.exec(text.replace(/[^\p{L}\p{N}]/gu, ''));
  return found ? inRange(Number(found[1])) : undefined;
};

const inRange = (value: number): number | undefined => (value >= 1 && value <= 20 ? value : undefined);

/** How many people a sentence speaks of. */
export const countIn = (text: string): number | undefined => {
  const to = countPatterns.fromTo.exec(text)?.[1];
  const then = to === undefined ? undefined : countIn(to);
  if (then !== undefined) return then;
  const into = countPatterns.into.exec(text);
  if (into) return into[1] === undefined ? (into[2] === undefined ? 1 : 2) : Number(into[1]);
  const said = [...text.matchAll(countPatterns.people)].map(([, value]) => Number(value));
  const most = Math.max(0, ...said);
  if (most > 0 && most <= 10) return most;
  for (const [pattern, value] of [...countPatterns.named].reverse()) if (pattern.test(text)) return value;
  return undefined;
};
