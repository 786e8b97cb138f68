import type { Check } from './report';
import { whole } from './shape';

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}$/,
};

/** The first and last day LINE's date picker knows (ref#datetime-picker-action). */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2100-12-31';

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay && text >= FIRST_DAY && text <= LAST_DAY;
};

const isTime = (text: string): boolean => text >= '00:00' && text <= '23:59' && text.slice(3) <= '59';

const isReal = (text: string, mode: string): boolean => {
  if (!formats[mode]?.test(text)) return false;
  if (mode === 'time') return isTime(text);
  return isDay(text.slice(0, 10)) && (mode === 'date' || isTime(text.slice(11)));
};

/** Of a date picker: real dates in the way of writing its mode asks for, the first before the last. */
export const picksInOrder: Check = whole(({ mode, initial, min, max }, report) => {
  if (typeof mode !== 'string' || !Object.hasOwn(formats, mode)) return;
  const isWrong = (value: unknown) => typeof value === 'string' && value !== '' && !isReal(value, mode);
  for (const [key, value] of Object.entries({ initial, min, max })) {
    if (isWrong(value)) report.refuseAt(key, 'invalid datetime format for the specified mode');
  }
  if (isWrong(initial) || isWrong(min) || isWrong(max)) return;
  const isBefore = (one: unknown, other: unknown, orSame: boolean) =>
    typeof one !== 'string' ||
    typeof other !== 'string' ||
    (orSame ? one.toUpperCase() <= other.toUpperCase() : one.toUpperCase() < other.toUpperCase());
  if (!isBefore(min, max, false)) report.refuseAt('max', 'invalid date time order');
  if (!isBefore(min, initial, true) || !isBefore(initial, max, true)) {
    report.refuseAt('initial', 'invalid date time order');
  }
});
