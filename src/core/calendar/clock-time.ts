/** A time of day on a 24-hour clock, `HH:MM`, `00:00`–`24:00`. Times in this form compare and sort as text. */
export type ClockTime = string;

/** From when to when something takes place; the end may be unknown. */
export interface TimeRange {
  readonly from: ClockTime;
  readonly to?: ClockTime;
}

/** Whether a text is a time of day; `24:00` is one, as the end of a day. */
export const isClockTime = (text: string): text is ClockTime =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** Makes a time of hour 0–24 and minute 0–59, or nothing where the clock has no such time. */
export const clockTime = (hour: number, minute: number): ClockTime | undefined => {
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return isClockTime(time) ? time : undefined;
};

/** Hour and minute of a time. */
export const clockParts = (time: ClockTime): { readonly hour: number; readonly minute: number } => ({
  hour: Number(time.slice(0, 2)),
  minute: Number(time.slice(3, 5)),
});

/** Half of the day a time lies in; noon itself is afternoon. */
export const halfOfDay = (time: ClockTime): 'am' | 'pm' => (time < '12:00' ? 'am' : 'pm');
