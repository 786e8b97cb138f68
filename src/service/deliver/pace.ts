import type { Deps } from '../deps';

/** LINE's limit for multicast, in calls a second. */
export const CALLS_PER_SECOND = 200;

/** Between two calls at that rate, in ms. */
const FULL = 1_000 / CALLS_PER_SECOND;

/** How much of a stall is made up for by calls that follow closer on each other, in ms. */
const MADE_UP = 200;

/** The slowest pace we fall to while LINE says that we are too fast, in ms between two calls. */
const SLOWEST = 1_000;

/** A call's turn, which has come. */
export interface Turn {
  /** To be called when the call begins: what lies between turn and call must not let the next second's calls crowd. */
  readonly begin: () => void;
}

/**
 * Spaces the calls of one run: evenly, never more than LINE's rate in any second, and slower when LINE asks for it.
 */
export class Pace {
  private next = 0;
  private spacing = FULL;
  /** When the calls of the last second began, or are to begin; the oldest first. */
  private readonly begun: { at: number }[] = [];

  constructor(private readonly deps: Pick<Deps, 'now' | 'wait'>) {}

  /** Resolves when a call may begin. */
  async turn(): Promise<Turn> {
    const now = this.deps.now();
    const oldest = this.begun.length < CALLS_PER_SECOND ? undefined : this.begun.shift();
    const at = Math.max(now, this.next, oldest === undefined ? 0 : oldest.at + 1_000);
    this.next = Math.max(this.next, at - MADE_UP) + this.spacing;
    const mine = { at };
    this.begun.push(mine);
    if (at > now) await this.deps.wait(at - now);
    return {
      begin: () => {
        mine.at = Math.max(at, this.deps.now());
      },
    };
  }

  /** Twice as slow from now on. */
  slowDown(): void {
    this.spacing = Math.min(SLOWEST, this.spacing * 2);
  }

  /** At LINE's full rate again; what was sent within the last second still counts. */
  recover(): void {
    this.spacing = FULL;
  }
}
