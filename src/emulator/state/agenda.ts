/** Something that LINE does a while after it accepted a call. */
export interface Due {
  readonly at: number;
  /** Which kind of work; {@link Agenda.on} says what is done. */
  readonly kind: string;
  /** What it is about, e.g. an audience's id. */
  readonly about: string;
}

/** Work for later. It is done when the emulator's clock has reached it: by a timer, or at the next look. */
export class Agenda {
  private waiting: Due[] = [];
  private readonly handlers = new Map<string, (about: string) => void>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number) {}

  /** Says what to do for a kind of work. */
  on(kind: string, handler: (about: string) => void): void {
    this.handlers.set(kind, handler);
  }

  add(due: Due): void {
    this.waiting.push(due);
    this.waiting.sort((a, b) => a.at - b.at);
    this.settle();
  }

  /** Does all that is due, in order, and waits for the next. */
  settle(): void {
    while ((this.waiting[0]?.at ?? Number.POSITIVE_INFINITY) <= this.now()) {
      const due = this.waiting.shift();
      if (due) this.handlers.get(due.kind)?.(due.about);
    }
    clearTimeout(this.timer);
    const [next] = this.waiting;
    if (!next) return;
    const pause = Math.min(Math.max(next.at - this.now(), 1), 60_000);
    this.timer = setTimeout(() => this.settle(), pause).unref();
  }

  /** What still waits, in order. */
  get all(): readonly Due[] {
    return this.waiting;
  }

  clear(): void {
    this.waiting = [];
    clearTimeout(this.timer);
  }
}
