import { tokyoMonth } from './months';

/** How many unit names a month may have; a further one is silently dropped. */
const NAMES = 1_000;

/** Names under which sends are counted together, by month. */
export class Units {
  readonly byMonth = new Map<string, Map<string, number>>();

  count(name: string, recipients: number, now: number): void {
    const month = this.byMonth.get(tokyoMonth(now)) ?? new Map<string, number>();
    this.byMonth.set(tokyoMonth(now), month);
    if (!month.has(name) && month.size >= NAMES) return;
    month.set(name, (month.get(name) ?? 0) + recipients);
  }

  names(now: number): readonly string[] {
    return [...(this.byMonth.get(tokyoMonth(now))?.keys() ?? [])];
  }
}
