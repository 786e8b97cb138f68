/** How long LINE remembers an accepted key, ms. */
const DAY = 24 * 3_600_000;

/** What was accepted under a key. */
export interface AcceptedCall {
  readonly requestId: string;
  readonly at: number;
  /** What the first answer said it had sent; push alone. */
  readonly sentMessages?: readonly SentMessage[];
  /** The body of the first request, to notice another one under the same key. */
  readonly body: string;
}

/** One message as an answer names it. */
export interface SentMessage {
  readonly id: string;
  readonly quoteToken?: string;
}

/** Keys of accepted calls; a call that failed leaves none. */
export class RetryKeys {
  readonly all = new Map<string, AcceptedCall>();

  accepted(key: string, now: number): AcceptedCall | undefined {
    const found = this.all.get(key);
    return found && now - found.at < DAY ? found : undefined;
  }

  accept(key: string, call: AcceptedCall): void {
    this.all.delete(key);
    this.all.set(key, call);
    for (const [old, { at }] of this.all) {
      if (call.at - at < DAY) return;
      this.all.delete(old);
    }
  }
}
