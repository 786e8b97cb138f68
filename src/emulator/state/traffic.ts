import type { Traffic } from '../control/views';

/** How much of the traffic is kept: the newest entries, within both bounds. */
export interface TrafficLimit {
  readonly entries: number;
  /** Characters of all bodies together. */
  readonly characters: number;
}

/** The default; tests that need every call set both to `Infinity`. */
export const TRAFFIC_LIMIT: TrafficLimit = { entries: 5_000, characters: 32_000_000 };

const sizeOf = (entry: Traffic): number => entry.requestBody.length + entry.responseBody.length;

/** Every call and webhook, the newest of them. */
export class TrafficLog {
  private kept: Traffic[] = [];
  private characters = 0;
  private seq = 0;
  /** Where `kept` begins; cut away only now and then, because shifting an array is slow. */
  private first = 0;

  constructor(
    private readonly limit: TrafficLimit,
    private readonly told: (entry: Traffic) => void,
  ) {}

  get lastSeq(): number {
    return this.seq;
  }

  /** The number the next entry will have. */
  reserve(): number {
    this.seq += 1;
    return this.seq;
  }

  add(entry: Traffic): void {
    this.kept.push(entry);
    this.characters += sizeOf(entry);
    while (
      this.kept.length - this.first > this.limit.entries ||
      (this.characters > this.limit.characters && this.kept.length - this.first > 1)
    ) {
      const old = this.kept[this.first];
      if (old) this.characters -= sizeOf(old);
      this.first += 1;
    }
    if (this.first > 1_000) {
      this.kept = this.kept.slice(this.first);
      this.first = 0;
    }
    this.told(entry);
  }

  /** What is kept, oldest first. */
  all(): readonly Traffic[] {
    return this.first === 0 ? this.kept : this.kept.slice(this.first);
  }

  clear(): void {
    this.kept = [];
    this.first = 0;
    this.characters = 0;
  }
}
