import { TZDate } from '@date-fns/tz';
import type { CivilDate } from './civil-date';
import { partsOf } from './civil-date';
import type { ClockTime } from './clock-time';
import { clockParts } from './clock-time';

const ZONE = 'Asia/Tokyo';
const two = (value: number): string => String(value).padStart(2, '0');

/** Date and time of day in Tokyo at an instant given in epoch milliseconds. */
export const inTokyo = (epochMs: number): { readonly date: CivilDate; readonly time: ClockTime } => {
  const local = new TZDate(epochMs, ZONE);
  return {
    date: `${String(local.getFullYear()).padStart(4, '0')}-${two(local.getMonth() + 1)}-${two(local.getDate())}`,
    time: `${two(local.getHours())}:${two(local.getMinutes())}`,
  };
};

/** The date in Tokyo at an instant given in epoch milliseconds. */
export const tokyoDate = (epochMs: number): CivilDate => inTokyo(epochMs).date;

/** The instant, in epoch milliseconds, at which a clock in Tokyo shows this date and time. */
export const tokyoInstant = (date: CivilDate, time: ClockTime = '00:00'): number => {
  const { year, month, day } = partsOf(date);
  const { hour, minute } = clockParts(time);
  return new TZDate(year, month - 1, day, hour, minute, ZONE).getTime();
};
