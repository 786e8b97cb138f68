import type { Chance } from './chance';

/** Kinds of channel access token that the API issues. */
export const tokenKinds = ['short-lived', 'v2.1', 'stateless'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** A channel access token that was issued by the API. Times are ms since 1970. */
export interface IssuedToken {
  readonly kind: TokenKind;
  /** Names a v2.1 token without giving it away. */
  readonly keyId?: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** How many tokens of one kind may hold at once. */
export const TOKENS_AT_ONCE = 30;

/** The channel access tokens: the long-lived one, and those issued. */
export class Tokens {
  readonly issued = new Map<string, IssuedToken>();
  /** The long-lived one is good until it is revoked. */
  isLongLivedRevoked = false;

  constructor(
    readonly longLived: string,
    private readonly chance: Chance,
  ) {}

  isValid(token: string, now: number): boolean {
    return this.secondsLeft(token, now) !== undefined;
  }

  /** Seconds until it ends, 0 for one that does not end; undefined if it is not valid. */
  secondsLeft(token: string, now: number): number | undefined {
    if (token === this.longLived) return this.isLongLivedRevoked ? undefined : 0;
    const found = this.issued.get(token);
    return found && found.expiresAt > now ? Math.floor((found.expiresAt - now) / 1000) : undefined;
  }

  issue(kind: TokenKind, life: number, now: number): { readonly token: string } & IssuedToken {
    for (const [old, { expiresAt }] of this.issued) if (expiresAt <= now) this.issued.delete(old);
    const token = this.chance.token(kind === 'short-lived' ? 172 : 220);
    const issued: IssuedToken = {
      kind,
      issuedAt: now,
      expiresAt: now + life,
      ...(kind === 'v2.1' ? { keyId: this.chance.token(22) } : {}),
    };
    this.issued.set(token, issued);
    return { token, ...issued };
  }

  /** Those of a kind that hold now, oldest first. */
  holding(kind: TokenKind, now: number): readonly (readonly [string, IssuedToken])[] {
    return [...this.issued].filter(([, token]) => token.kind === kind && token.expiresAt > now);
  }

  /** Stateless tokens cannot be taken back. */
  revoke(token: string): void {
    if (token === this.longLived) this.isLongLivedRevoked = true;
    else if (this.issued.get(token)?.kind !== 'stateless') this.issued.delete(token);
  }
}
