/** A channel access token that was issued by the API. Times are ms since 1970. */
export interface IssuedToken {
  readonly kind: 'short-lived' | 'v2.1' | 'stateless';
  readonly keyId?: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** The channel access tokens: the long-lived one, and those issued. */
export class Tokens {
  readonly issued = new Map<string, IssuedToken>();
  /** The long-lived one is good until it is revoked. */
  isLongLivedRevoked = false;

  constructor(private readonly longLived: string) {}

  isValid(token: string, now: number): boolean {
    if (token === this.longLived) return !this.isLongLivedRevoked;
    const found = this.issued.get(token);
    return found !== undefined && found.expiresAt > now;
  }
}
