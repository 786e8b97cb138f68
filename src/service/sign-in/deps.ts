import type { D1Database } from '@cloudflare/workers-types';

/** What signing in works with. */
export interface SignInDeps {
  readonly db: D1Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** CONSOLE_SECRET; keys for what is encrypted or signed are drawn from it. */
  readonly secret: string;
}

/** Where a request came from. */
export interface Origin {
  /** Scheme, host and port, as the browser sees them. */
  readonly origin: string;
  /** The network address. */
  readonly from: string;
  /** What the browser calls itself, shortened. */
  readonly device: string;
}
