import { addDays, type CivilDate, type ClockTime, inTokyo, isHoliday, weekdayOf } from './calendar';

/** When the city's offices answer the phone: on weekdays that are no holiday, outside of the turn of the year. */
export interface OfficeHours {
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** First and last day of the rest at the turn of the year, `MM-DD`. */
  readonly yearEnd: { readonly from: string; readonly to: string };
}

/** Whether somebody answers now, or when next. */
export type Opening =
  | { readonly isOpen: true; readonly to: ClockTime }
  | { readonly isOpen: false; readonly next: CivilDate; readonly from: ClockTime };

const isWorkday = (date: CivilDate, { yearEnd }: OfficeHours): boolean => {
  const weekday = weekdayOf(date);
  const day = date.slice(5);
  return weekday >= 1 && weekday <= 5 && !isHoliday(date) && day < yearEnd.from && day > yearEnd.to;
};

/** Looks at the clock: open until when, or closed until when. */
export const officeOpening = (hours: OfficeHours, now: number): Opening => {
  const { date, time } = inTokyo(now);
  const isToday = isWorkday(date, hours);
  if (isToday && time >= hours.from && time < hours.to) return { isOpen: true, to: hours.to };
  let next = isToday && time < hours.from ? date : addDays(date, 1);
  while (!isWorkday(next, hours)) next = addDays(next, 1);
  return { isOpen: false, next, from: hours.from };
};
