import type { D1Database } from '@cloudflare/workers-types';
import type { City } from '../core/city';
import type { Registry } from '../core/dialogue/registry';
import type { Log } from '../core/log';
import type { Understanding } from '../core/understanding';
import type { LineClient } from '../line/client';
import type { CatalogueKeeper } from '../store/catalogue';
import type { Closings } from './closings';
import type { OwnLinks } from './own-links';
import type { SecondOpinions } from './second-opinion';

/** What a use case works with, handed in once by the container. */
export interface Deps {
  readonly db: D1Database;
  readonly line: LineClient;
  readonly city: City;
  readonly registry: Registry;
  readonly understanding: Understanding;
  /** Absent unless the environment names a second reader; nothing depends on it. */
  readonly opinions?: SecondOpinions;
  readonly catalogue: CatalogueKeeper;
  readonly links: OwnLinks;
  /** Of this isolate. */
  readonly closings: Closings;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A new UUID. */
  readonly newId: () => string;
}
