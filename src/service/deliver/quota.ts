import { daysInMonth, partsOf, tokyoDate, tokyoInstant } from '../../core/calendar';
import type { MonthLedger } from '../../core/notice';
import { LineError } from '../../line/client';
import { loadLedger, noteQuota, quotaReadAt } from '../../store/notices/quota';
import type { Deps } from '../deps';

/** How old LINE's own count may be before we ask again, in ms: one hour. */
const FRESH = 60 * 60_000;

/** LINE counts by the calendar month of Japan. */
const monthOf = (now: number): { readonly month: string; readonly end: number } => {
  const date = tokyoDate(now);
  const { year, month } = partsOf(date);
  const last = `${date.slice(0, 7)}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
  return { month: date.slice(0, 7), end: tokyoInstant(last, '24:00') };
};

/** Asks LINE for the month's limit and count, once an hour. A LINE that does not answer is asked again next minute. */
export const refreshQuota = async (deps: Deps): Promise<void> => {
  const now = deps.now();
  const { month } = monthOf(now);
  const readAt = await quotaReadAt(deps.db, month);
  if (readAt !== undefined && now - readAt < FRESH) return;
  try {
    const [limit, used] = [await deps.line.quota(), await deps.line.consumption()];
    await noteQuota(deps.db, { month, limit, used, readAt: now });
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    deps.log('quota.reading.failed', { error: error.name });
  }
};

/** The month's ledger as it stands. */
export const ledgerNow = (deps: Pick<Deps, 'db' | 'now'>): Promise<MonthLedger> => {
  const now = deps.now();
  const { month, end } = monthOf(now);
  return loadLedger(deps.db, month, now, end);
};
