import { daysInMonth, partsOf, tokyoDate, tokyoInstant } from '../../core/calendar';
import { EATS_RESERVE, type MonthLedger, quotaFor } from '../../core/notice';
import { LineError } from '../../line/client';
import { raiseAlert } from '../../store/alerts';
import { pauseNotice } from '../../store/notices/control';
import {
  loadLedger,
  noteQuota,
  quotaReadAt,
  type StillToCome,
  sendingBroadcasts,
} from '../../store/notices/quota';
import type { Deps } from '../deps';

/** How old LINE's own count may be before we ask again, in ms: one hour. */
const FRESH = 60 * 60_000;

/** The same while a broadcast is about to be sent: others may send from the same account. Five minutes. */
const FRESH_WHILE_SENDING = 5 * 60_000;

/** LINE counts by the calendar month of Japan. */
const monthOf = (now: number): { readonly month: string; readonly end: number } => {
  const date = tokyoDate(now);
  const { year, month } = partsOf(date);
  const last = `${date.slice(0, 7)}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
  return { month: date.slice(0, 7), end: tokyoInstant(last, '24:00') };
};

/**
 * Asks LINE for the month's limit and count, once an hour unless something else is said. A LINE that does not answer is
 * asked again next minute.
 */
export const refreshQuota = async (deps: Deps, fresh = FRESH): Promise<void> => {
  const now = deps.now();
  const { month } = monthOf(now);
  const readAt = await quotaReadAt(deps.db, month);
  if (readAt !== undefined && now - readAt < fresh) return;
  try {
    const [limit, used] = [await deps.line.quota(), await deps.line.consumption()];
    await noteQuota(deps.db, { month, limit, used, readAt: now });
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    deps.log('quota.reading.failed', { error: error.name });
  }
};

/** The month's ledger as it stands. */
export const ledgerNow = (deps: Pick<Deps, 'db' | 'now'>, counted?: StillToCome): Promise<MonthLedger> => {
  const now = deps.now();
  const { month, end } = monthOf(now);
  return loadLedger(deps.db, month, now, end, counted);
};

/**
 * Pauses the broadcasts whose turn has come and whose people would eat what is kept for reminders and cancellations,
 * unless whoever approved or resumed them was told so. Asked before each run, so that a cancellation approved while a
 * broadcast is being sent keeps its messages.
 */
export const keepReserve = async (deps: Deps): Promise<void> => {
  const broadcasts = await sendingBroadcasts(deps.db);
  if (broadcasts.every(({ isQuotaKnown }) => isQuotaKnown)) return;
  await refreshQuota(deps, FRESH_WHILE_SENDING);
  const ledger = await ledgerNow(deps, 'without-broadcasts');
  let { used } = ledger;
  // What is sent knowingly is as good as used.
  for (const { isQuotaKnown, people } of broadcasts) if (isQuotaKnown) used += people;
  for (const { id, revision, people, isQuotaKnown } of broadcasts) {
    if (isQuotaKnown) continue;
    if (quotaFor({ ...ledger, used }, people, false).fits) {
      used += people;
      continue;
    }
    await pauseNotice(deps.db, { id, revision }, EATS_RESERVE, deps.now());
    await raiseAlert(deps.db, { kind: `notice-${EATS_RESERVE}`, subject: id }, deps.now());
    deps.log('notice.sending.held-back', { notice: id, people });
  }
};
