import type { TimeRange } from '../../calendar';
import { clockTime } from '../../calendar';
import type { Cursor } from './cursor';
import * as words from './wording';

interface Spoken {
  readonly half: 'am' | 'pm' | undefined;
  readonly hour: number;
  readonly minute: number;
}

const spokenTime = (cursor: Cursor): Spoken | undefined => {
  const found = cursor.take(words.time);
  if (found === undefined) return undefined;
  const [, half = '', hour, minute, halfPast, noon] = found;
  if (noon !== undefined) return { half: 'pm', hour: 12, minute: 0 };
  return {
    half: words.forenoon.test(half) ? 'am' : words.afternoon.test(half) ? 'pm' : undefined,
    hour: Number(hour),
    minute: halfPast !== undefined ? 30 : Number(minute ?? 0),
  };
};

const onTheClock = ({ half, hour, minute }: Spoken): string | undefined =>
  clockTime(half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour, minute);

/** Nobody meets between one and seven in the night: 「1時半から」 without 午後 is an afternoon. */
const withHalf = (spoken: Spoken): Spoken =>
  spoken.half === undefined && spoken.hour >= 1 && spoken.hour < 7 ? { ...spoken, half: 'pm' } : spoken;

/** 「午後1時30分〜3時」: the end is in the same half of the day unless it says otherwise or would come first. */
const endAfter = (from: string, end: Spoken): string | undefined => {
  if (end.half !== undefined) return onTheClock(end);
  const plain = onTheClock(end);
  if (plain !== undefined && plain > from) return plain;
  return onTheClock({ ...end, half: 'pm' });
};

/** Reads a time or a range of time where the cursor stands. */
export const readTime = (cursor: Cursor): TimeRange | undefined => {
  const start = spokenTime(cursor);
  if (start === undefined) return undefined;
  const from = onTheClock(withHalf(start));
  if (from === undefined) return undefined;
  if (cursor.take(words.until) === undefined) return { from };
  const end = spokenTime(cursor);
  cursor.take(words.untilEnd);
  const to = end === undefined ? undefined : endAfter(from, end);
  return to === undefined || to <= from ? { from } : { from, to };
};
