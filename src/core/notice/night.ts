import { addDays, type CivilDate, type ClockTime, inTokyo, tokyoInstant } from '../calendar';

/** When people are left in peace, by the city's clock. */
export interface QuietHours {
  /** From this time in the evening … */
  readonly from: ClockTime;
  /** … to this time in the morning. */
  readonly to: ClockTime;
  /** From this time a cancellation of the same day may wake them. */
  readonly cancellationsFrom: ClockTime;
}

/** What of a notice the night looks at. */
export interface NightSubject {
  readonly isCancellation: boolean;
  /** The day it is about, if it is about one. */
  readonly forDay?: CivilDate;
}

/** Whether it is quiet at an instant. */
export const isQuiet = (now: number, quiet: QuietHours): boolean => {
  const { time } = inTokyo(now);
  return time >= quiet.from || time < quiet.to;
};

/**
 * The day whose cancellations may be sent although it is quiet: this very morning's, once it is early rather than
 * night. Undefined where nothing may be sent.
 */
export const cancellationsDay = (now: number, quiet: QuietHours): CivilDate | undefined => {
  const { date, time } = inTokyo(now);
  return time >= quiet.cancellationsFrom && time < quiet.to ? date : undefined;
};

/** Whether a notice may be sent at an instant. */
export const mayDisturb = (notice: NightSubject, now: number, quiet: QuietHours): boolean => {
  if (!isQuiet(now, quiet)) return true;
  return (
    notice.isCancellation && notice.forDay !== undefined && notice.forDay === cancellationsDay(now, quiet)
  );
};

/** The next instant, from `now` on, at which a notice may be sent; `now` itself if it may be sent now. */
export const nextAllowed = (notice: NightSubject, now: number, quiet: QuietHours): number => {
  if (mayDisturb(notice, now, quiet)) return now;
  const { date, time } = inTokyo(now);
  const morning = time < quiet.to ? date : addDays(date, 1);
  const early = notice.isCancellation && notice.forDay === morning;
  return tokyoInstant(morning, early ? quiet.cancellationsFrom : quiet.to);
};
