import type { Deps } from '../deps';

/** LINE's limit for multicast, in calls a second. */
export const CALLS_PER_SECOND = 200;

/** The slowest pace we fall to while LINE says that we are too fast, in ms between two calls. */
const SLOWEST = 1_000;

/** Spaces calls evenly, so that one run never exceeds LINE's rate, and slows down when LINE asks for it. */
export class Pace {
  private next = 0;
  private spacing = 1_000 / CALLS_PER_SECOND;

  constructor(private readonly deps: Pick<Deps, 'now' | 'wait'>) {}

  /** Resolves when the next call may be made. */
  async turn(): Promise<void> {
    const now = this.deps.now();
    const at = Math.max(now, this.next);
    this.next = at + this.spacing;
    if (at > now) await this.deps.wait(at - now);
  }

  /** Twice as slow from now on, in this run. */
  slowDown(): void {
    this.spacing = Math.min(SLOWEST, this.spacing * 2);
  }
}
