import type { Settings } from '../control/contract';
import { tokyoDay, tokyoMonth } from './months';

export const sendKinds = ['reply', 'push', 'multicast', 'narrowcast', 'broadcast'] as const;
export type SendKind = (typeof sendKinds)[number];

/** Counts what was sent: recipients reached in a month against the limit, and each kind by day. */
export class Quota {
  readonly byMonth = new Map<string, number>();
  /** `kind yyyyMMdd` → recipients reached. */
  readonly byDay = new Map<string, number>();
  /** Recipients set aside for narrowcasts under way: key → count. */
  readonly reserved = new Map<string, number>();

  used(now: number): number {
    return this.byMonth.get(tokyoMonth(now)) ?? 0;
  }

  /** Whether so many more recipients are still allowed; a reply is free and never asks. */
  allows(recipients: number, now: number, quota: Settings['quota']): boolean {
    if (quota.type === 'none' || recipients === 0) return true;
    return this.left(now, quota.value) >= recipients;
  }

  /** How many recipients are left of the month's limit. */
  left(now: number, limit: number): number {
    let held = 0;
    for (const count of this.reserved.values()) held += count;
    return limit - this.used(now) - held;
  }

  count(kind: SendKind, recipients: number, now: number): void {
    const day = `${kind} ${tokyoDay(now)}`;
    this.byDay.set(day, (this.byDay.get(day) ?? 0) + recipients);
    if (kind === 'reply') return;
    const month = tokyoMonth(now);
    this.byMonth.set(month, (this.byMonth.get(month) ?? 0) + recipients);
  }

  sentOn(kind: SendKind, day: string): number {
    return this.byDay.get(`${kind} ${day}`) ?? 0;
  }
}
