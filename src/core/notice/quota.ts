/** What is known of one month's messages. Counts are people, as LINE counts them. */
export interface MonthLedger {
  /** LINE's limit; undefined where the plan has none. */
  readonly limit?: number;
  /** Sent this month, by LINE's own count and what we sent since it was read. */
  readonly used: number;
  /** What we know will come: approved and scheduled notices, and the reminders of bookings. */
  readonly expected: number;
  /** How many people have a booked lesson still to come this month: those whom a cancellation may have to reach. */
  readonly booked: number;
}

/** The reason with which a notice is held back that would eat what is kept for cancellations. */
export const EATS_RESERVE = 'eats-reserve';

/** Never less than this is kept for cancellations. */
const SMALLEST_RESERVE = 20;

/** How many messages are kept for cancellations: one for each booked person, and a twentieth of the limit. */
export const reserveOf = (ledger: MonthLedger): number =>
  ledger.limit === undefined ? 0 : Math.max(SMALLEST_RESERVE, Math.ceil(ledger.limit / 20), ledger.booked);

/** What sending to so many people would do to the month. */
export type QuotaRuling =
  | { readonly fits: true; readonly left?: number }
  /** It would use what is kept for cancellations, by `short` messages. */
  | { readonly fits: false; readonly why: typeof EATS_RESERVE | 'beyond-limit'; readonly short: number };

/** Says whether a notice fits. A cancellation may use everything that is left. */
export const quotaFor = (ledger: MonthLedger, people: number, isCancellation: boolean): QuotaRuling => {
  if (ledger.limit === undefined) return { fits: true };
  const left = ledger.limit - ledger.used - people;
  if (left < 0) return { fits: false, why: 'beyond-limit', short: -left };
  if (isCancellation) return { fits: true, left };
  const free = left - ledger.expected - reserveOf(ledger);
  return free >= 0 ? { fits: true, left: free } : { fits: false, why: EATS_RESERVE, short: -free };
};
