/** So many calls in so many ms. */
export interface Rate {
  readonly calls: number;
  readonly per: number;
}

export const perSecond = (calls: number): Rate => ({ calls, per: 1_000 });
export const perMinute = (calls: number): Rate => ({ calls, per: 60_000 });
export const perHour = (calls: number): Rate => ({ calls, per: 3_600_000 });

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A token bucket for each endpoint; it starts full and fills evenly. */
export class Buckets {
  private readonly all = new Map<string, Bucket>();

  /** Takes one token; false if there is none. `factor` multiplies the rate, 0 means without limit. */
  take(endpoint: string, rate: Rate, now: number, factor: number): boolean {
    if (factor === 0) return true;
    const size = rate.calls * factor;
    const bucket = this.all.get(endpoint) ?? { tokens: size, filledAt: now };
    this.all.set(endpoint, bucket);
    const passed = Math.max(0, now - bucket.filledAt);
    bucket.tokens = Math.min(size, bucket.tokens + (passed * size) / rate.per);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  clear(): void {
    this.all.clear();
  }
}
