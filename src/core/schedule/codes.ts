import type { Weekday } from '../calendar';
import { mondayFirst } from '../calendar';
import type { Pattern, Week } from './schedule';

/**
 * Recurrence codes of the 行政基本情報データ連携モデル: digits for the weeks (0 every, 1–5 first to fifth, 6 last, 7 every
 * other) before a weekday of two letters: `0We`, `13Mo`, `14Tu4Th`, `6Fr`, `7Su`.
 */
const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const;
const group = /(\d+)(Su|Mo|Tu|We|Th|Fr|Sa)/g;

const weekdayNamed = (name: string): Weekday | undefined =>
  mondayFirst.find((weekday) => names[weekday] === name);

const weekOf: Readonly<Record<string, Week>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 'last' };

const patternOf = (digits: string, weekday: Weekday): Pattern | undefined => {
  if (digits === '0') return { kind: 'weekly', weekdays: [weekday] };
  if (digits === '7') return { kind: 'alternate-weeks', weekdays: [weekday] };
  const weeks = [...digits].flatMap((digit) => weekOf[digit] ?? []);
  return weeks.length === digits.length ? { kind: 'nth-weekday', weeks, weekdays: [weekday] } : undefined;
};

const joinKey = (pattern: Pattern): string =>
  pattern.kind === 'nth-weekday' ? `${pattern.kind}:${pattern.weeks.join()}` : pattern.kind;

/** Joins patterns that differ in the weekday only: `0Mo0We` is every Monday and Wednesday. */
const joined = (patterns: readonly Pattern[]): readonly Pattern[] => {
  const groups = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const key = joinKey(pattern);
    const before = groups.get(key);
    if (before !== undefined && 'weekdays' in before && 'weekdays' in pattern) {
      groups.set(key, { ...before, weekdays: [...new Set([...before.weekdays, ...pattern.weekdays])] });
    } else groups.set(key, pattern);
  }
  return [...groups.values()];
};

/** Reads a recurrence code; nothing where the text is not wholly one. */
export const readRecurrenceCode = (code: string): readonly Pattern[] | undefined => {
  const text = code.normalize('NFKC').trim();
  if (text === '' || text.replace(group, '') !== '') return undefined;
  const patterns = [...text.matchAll(group)].map(([, digits = '', name = '']) => {
    const weekday = weekdayNamed(name);
    return weekday === undefined ? undefined : patternOf(digits, weekday);
  });
  const read = patterns.flatMap((pattern) => pattern ?? []);
  return read.length === patterns.length ? joined(read) : undefined;
};

const digitsOf = (pattern: Pattern): string | undefined => {
  switch (pattern.kind) {
    case 'weekly':
      return '0';
    case 'alternate-weeks':
      return '7';
    case 'nth-weekday':
      return pattern.weeks.map((week) => (week === 'last' ? 6 : week)).join('');
    default:
      return undefined;
  }
};

/** Writes patterns as one code; nothing if one of them (single dates, days of the month) has no code. */
export const recurrenceCode = (patterns: readonly Pattern[]): string | undefined => {
  const codes = patterns.map((pattern) => {
    const digits = digitsOf(pattern);
    if (digits === undefined || !('weekdays' in pattern)) return undefined;
    return mondayFirst
      .filter((weekday) => pattern.weekdays.includes(weekday))
      .map((weekday) => `${digits}${names[weekday]}`)
      .join('');
  });
  return codes.length === 0 || codes.includes(undefined) ? undefined : codes.join('');
};
