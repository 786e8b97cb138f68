import { cancellationsDay, isQuiet } from '../../core/notice';
import {
  type ChunkResult,
  type ClaimedChunk,
  closeAndClaim,
  type NightFilter,
} from '../../store/notices/chunks';
import type { Deps } from '../deps';

/** How long a claimed chunk is ours, in ms: a slow call, a check of the words, and what the database needs. */
export const CHUNK_LEASE = 45_000;

/** How many share a trip to the database, which costs more than a call; the others' calls go on meanwhile. */
const COMPANY = 3;

/** How long the first waits for company, in ms. */
const PATIENCE = 10;

/** How much one run may do, so that it ends within what the platform allows. */
export interface RunLimits {
  /** No new call begins after this instant, in ms. */
  readonly until: number;
  /** Calls to LINE at most. */
  readonly calls: number;
}

interface Asking {
  readonly result: ChunkResult | undefined;
  readonly resolve: (chunk: ClaimedChunk | undefined) => void;
  readonly reject: (why: unknown) => void;
}

/**
 * Hands out the chunks of one run, each at the moment its call can begin and not before: nothing lies claimed while
 * staff decide. A few who ask together share a trip to the database.
 */
export class Claims {
  private asking: Asking[] = [];
  private isUnderWay = false;
  private isNothingLeft = false;
  private made = 0;

  constructor(
    private readonly deps: Pick<Deps, 'db' | 'city' | 'now' | 'wait'>,
    private readonly limits: RunLimits,
  ) {}

  /** How many chunks were handed out. */
  get calls(): number {
    return this.made;
  }

  /** Notes what became of a chunk and claims the next; undefined if none is due, or the run's limits are reached. */
  async next(result?: ChunkResult): Promise<ClaimedChunk | undefined> {
    // Most minutes have nothing to send: who brings nothing need not ask what another has just been told.
    if (this.isNothingLeft && result === undefined) return undefined;
    return new Promise((resolve, reject) => {
      this.asking.push({ result, resolve, reject });
      if (this.isUnderWay) return;
      if (this.asking.length >= COMPANY) void this.travel();
      else if (this.asking.length === 1) void this.waitForCompany();
    });
  }

  /** Sets out alone if nobody comes; whoever made the trip full meanwhile has taken it along. */
  private async waitForCompany(): Promise<void> {
    const [first] = this.asking;
    await this.deps.wait(PATIENCE);
    if (!this.isUnderWay && this.asking[0] === first) await this.travel();
  }

  private async travel(): Promise<void> {
    const asking = this.asking;
    if (asking.length === 0) return;
    this.asking = [];
    this.isUnderWay = true;
    try {
      const results = asking.flatMap(({ result }) => result ?? []);
      const chunks = await closeAndClaim(this.deps.db, results, this.claimFor(asking.length));
      this.made += chunks.length;
      this.isNothingLeft = chunks.length < asking.length;
      asking.forEach(({ resolve }, place) => {
        resolve(chunks[place]);
      });
    } catch (error) {
      for (const { reject } of asking) reject(error);
    }
    this.isUnderWay = false;
    if (this.asking.length >= COMPANY) void this.travel();
    else if (this.asking.length > 0) void this.waitForCompany();
  }

  private claimFor(wanted: number) {
    const now = this.deps.now();
    const left = now < this.limits.until ? this.limits.calls - this.made : 0;
    return {
      limit: Math.max(0, Math.min(wanted, left)),
      now,
      leaseUntil: now + CHUNK_LEASE,
      night: this.nightFilter(now),
    };
  }

  private nightFilter(now: number): NightFilter {
    const { quietHours } = this.deps.city;
    return isQuiet(now, quietHours) ? { cancellationsOf: cancellationsDay(now, quietHours) } : 'everything';
  }
}
