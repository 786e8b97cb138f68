import type { Deps } from '../deps';

/** LINE's limit for multicast, in calls a second. */
export const CALLS_PER_SECOND = 200;

/** How many calls are open at once: as many as the platform lets one run have. */
const OPEN_AT_ONCE = 6;

/** How much of a stall is made up for by calls that follow closer on each other, in ms. */
const MADE_UP = 200;

/** The slowest pace we fall to while LINE says that we are too fast, in ms between two calls. */
const SLOWEST = 1_000;

/**
 * Spaces the calls of one run: a few at once, evenly, never more than LINE's rate in any second, and slower when LINE
 * asks for it.
 */
export class Pace {
  private next = 0;
  private spacing = 1_000 / CALLS_PER_SECOND;
  private open = 0;
  private readonly waiting: (() => void)[] = [];
  /** When the calls of the last second began, the oldest first. */
  private readonly begun: number[] = [];

  constructor(private readonly deps: Pick<Deps, 'now' | 'wait'>) {}

  /** Makes a call when its turn has come. */
  async call<T>(make: () => Promise<T>): Promise<T> {
    if (this.open < OPEN_AT_ONCE) this.open += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      await this.turn();
      return await make();
    } finally {
      const first = this.waiting.shift();
      // The place is handed on, so that nobody who comes now gets in between.
      if (first) first();
      else this.open -= 1;
    }
  }

  /** Twice as slow from now on, in this run. */
  slowDown(): void {
    this.spacing = Math.min(SLOWEST, this.spacing * 2);
  }

  private async turn(): Promise<void> {
    const now = this.deps.now();
    const oldest = this.begun.length < CALLS_PER_SECOND ? undefined : this.begun.shift();
    const at = Math.max(now, this.next, oldest === undefined ? 0 : oldest + 1_000);
    this.next = Math.max(this.next, at - MADE_UP) + this.spacing;
    this.begun.push(at);
    if (at > now) await this.deps.wait(at - now);
  }
}
