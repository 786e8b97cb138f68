import { wording } from './wording';

/** The phones stand in Japan, wherever the page is looked at. */
const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const read = (at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));

/** The time of day as it stands beside a bubble. `at` in ms since 1970. */
export const clockOf = (at: number): string => {
  const { hour, minute } = read(at);
  return wording.time(Number(hour), minute ?? '');
};

/** The day as it stands above its first bubble. `at` in ms since 1970. */
export const dayOf = (at: number): string => {
  const { month, day, weekday } = read(at);
  return wording.day(Number(month), Number(day), wording.weekdays[WEEKDAYS.indexOf(weekday ?? '')] ?? '');
};
