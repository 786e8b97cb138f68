import holidayJp from '@holiday-jp/holiday_jp';
import type { CivilDate } from './civil-date';

const names: ReadonlyMap<CivilDate, string> = new Map(
  Object.entries(holidayJp.holidays).map(([date, holiday]) => [date, holiday.name]),
);

/** Name of the national holiday on a date, if it is one. The calendar behind it covers 1970–2050. */
export const holidayName = (date: CivilDate): string | undefined => names.get(date);

/** Whether a date is a national holiday, substitute holidays included. */
export const isHoliday = (date: CivilDate): boolean => names.has(date);

/** All dates of one year with the given holiday name, in order (a name may come twice with its substitute day). */
export const holidaysNamed = (name: string, year: number): readonly CivilDate[] =>
  [...names].filter(([date, of]) => of === name && date.startsWith(`${year}-`)).map(([date]) => date);
