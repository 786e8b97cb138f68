import type { Position } from '../core/dialogue/state';
import type { PersonEvent } from '../core/event';
import type { Deps } from './deps';

/** Reads a sentence that we are unsure of. It is given the sentence with all personal data covered. */
export interface SecondReader {
  /** The name of a wish; anything else counts as no opinion. May throw; gives up when the signal says so. */
  readonly wishIn: (masked: string, signal: AbortSignal) => Promise<string | undefined>;
}

/** How long a second reader is waited for, in milliseconds; she waits as long. */
const PATIENCE = 2_000;
/** How many sentences an hour it is given at most, by each running copy of the worker. */
const BUDGET = 300;
const HOUR = 3_600_000;
/** After a failure it is left alone for so long, in milliseconds, so that nobody else waits for it. */
const REST = 60_000;

/** Asks a second reader within a time and a budget. Whatever it does, the worst is that we have no opinion of it. */
export class SecondOpinions {
  private spent = { since: 0, times: 0 };
  private restsUntil = 0;

  constructor(
    private readonly reader: SecondReader,
    private readonly limits: { readonly patience: number; readonly budget: number } = {
      patience: PATIENCE,
      budget: BUDGET,
    },
  ) {}

  /** An opinion on what she said, where we are unsure ourselves; undefined wherever none is to be had. */
  async of(
    event: PersonEvent,
    asked: Position | null,
    { understanding, now, log }: Pick<Deps, 'understanding' | 'now' | 'log'>,
  ): Promise<string | undefined> {
    if (event.type !== 'said') return undefined;
    const at = now();
    if (understanding.understand(event.text, { now: at, asked }).doubt === undefined) return undefined;
    if (at < this.restsUntil || !this.afford(at)) return undefined;
    const signal = AbortSignal.timeout(this.limits.patience);
    const tooLate = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    try {
      return await Promise.race([this.reader.wishIn(understanding.mask(event.text), signal), tooLate]);
    } catch (error) {
      this.restsUntil = now() + REST;
      log('opinion.reader.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
  }

  private afford(at: number): boolean {
    if (at - this.spent.since >= HOUR) this.spent = { since: at, times: 0 };
    this.spent.times += 1;
    return this.spent.times <= this.limits.budget;
  }
}
