/** How long after the event a redelivered webhook's token may still work, ms. */
const REDELIVERY_LIMIT = 20 * 60_000;

/** One reply token. Times are ms since 1970. */
export interface ReplyToken {
  /** The person, group or room that the answer goes to. */
  readonly chatId: string;
  readonly happenedAt: number;
  /** When the webhook that carries it was last delivered. */
  deliveredAt: number;
  usedAt?: number;
}

/** Why a token does not work, in plain words. */
export type TokenRefusal = 'unknown' | 'used' | 'too old';

/** Reply tokens: each works once, for a while after its webhook, and again for a while after a redelivery. */
export class ReplyTokens {
  readonly all = new Map<string, ReplyToken>();

  issue(token: string, chatId: string, now: number): void {
    this.all.set(token, { chatId, happenedAt: now, deliveredAt: now });
    this.forget(now);
  }

  /** A webhook goes out, or out again. */
  delivered(token: string, now: number): void {
    const found = this.all.get(token);
    if (found) found.deliveredAt = now;
  }

  /** Says whether the token would work, without using it. */
  look(token: string, now: number, life: number): ReplyToken | TokenRefusal {
    const found = this.all.get(token);
    if (!found) return 'unknown';
    if (found.usedAt !== undefined) return 'used';
    if (now - found.deliveredAt > life || now - found.happenedAt > REDELIVERY_LIMIT) return 'too old';
    return found;
  }

  spend(token: string, now: number): void {
    const found = this.all.get(token);
    if (found) found.usedAt = now;
  }

  private forget(now: number): void {
    for (const [token, { happenedAt }] of this.all) {
      if (now - happenedAt <= 2 * REDELIVERY_LIMIT) return;
      this.all.delete(token);
    }
  }
}
