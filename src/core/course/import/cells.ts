import { type CivilDate, type ClockTime, civilDate, clockTime, dateOfDayNumber } from '../../calendar';
import { afternoon, dateCell, eras, firstYear, noon, timeCell } from './wording';

/** Day number of the day before Excel's first, with its leap day that never was. */
const EXCEL_EPOCH = -25_569;

/** Reads a date as people and tables write it, Japanese years and Excel's numbers too. */
export const readDate = (cell: string): CivilDate | undefined => {
  const text = cell.normalize('NFKC').trim();
  if (/^\d{5}$/.test(text)) return dateOfDayNumber(Number(text) + EXCEL_EPOCH);
  const [, era, eraYear, western, month, day] = dateCell.exec(text) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const year =
    western === undefined
      ? (eras[era ?? ''] ?? Number.NaN) + (eraYear === firstYear ? 1 : Number(eraYear))
      : Number(western);
  return Number.isNaN(year) ? undefined : civilDate(year, Number(month), Number(day));
};

/** Reads a time of day, wide digits and 午後 too. */
export const readTime = (cell: string): ClockTime | undefined => {
  const text = cell.normalize('NFKC').trim();
  if (text === noon) return '12:00';
  const [, half, hour, minutes, japaneseMinutes, isHalfPast] = timeCell.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const minute = isHalfPast === undefined ? Number(minutes ?? japaneseMinutes ?? 0) : 30;
  return clockTime(Number(hour) + (half === afternoon && Number(hour) < 12 ? 12 : 0), minute);
};
