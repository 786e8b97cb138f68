import { dateText, inTokyo, partsOf } from '../../core/calendar';

/** A moment for a table of staff: 「2026年11月25日（水） 9:05」, on a 24-hour clock. */
export const momentText = (at: number): string => {
  const { date, time } = inTokyo(at);
  return `${yearText(partsOf(date).year)}${dateText(date)} ${time.replace(/^0/, '')}`;
};

/** A day with its year, for what may lie far back. */
export const dayText = (at: number): string => {
  const { date } = inTokyo(at);
  return `${yearText(partsOf(date).year)}${dateText(date)}`;
};

const yearText = (year: number): string => `${year}\u5e74`;
