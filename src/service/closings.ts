import type { Closing } from '../store/turn';

/** How long a turn waits for company on its way to the database, in ms. */
export const CLOSING_PAUSE = 25;

/**
 * Turns that were sent and wait to be closed. They go along with the next trip that is made to the database anyway; only
 * in a quiet moment with one of their own. A worker that dies first leaves them open, and the sweep finds what became of
 * them as after any death: the row still says what was to be sent, by which way and with which key.
 */
export class Closings {
  private open: readonly Closing[] = [];

  add(closing: Closing): void {
    this.open = [...this.open, closing];
  }

  /** Whether nobody has taken this one along yet. */
  has(closing: Closing): boolean {
    return this.open.includes(closing);
  }

  /** Hands out all that wait. If what is done with them fails, they wait again. */
  async takeAlong<T>(act: (closings: readonly Closing[]) => Promise<T>): Promise<T> {
    const taken = this.open;
    this.open = [];
    try {
      return await act(taken);
    } catch (error) {
      this.open = [...taken, ...this.open];
      throw error;
    }
  }
}
