/** The emulator's own clock: the one it was given, moved on by as much as somebody asked for. */
export class Clock {
  /** How far it is ahead of the clock it was given, ms. */
  offset = 0;

  constructor(private readonly base: () => number) {}

  /** ms since 1970. */
  now(): number {
    return this.base() + this.offset;
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  set(now: number): void {
    this.offset = now - this.base();
  }
}
