import { createHash } from 'node:crypto';

/** How many pairs of person and content are counted before the oldest content is dropped. */
const PAIRS = 1_000_000;

/** One person who got the same content more than once. */
export interface Doubled {
  readonly personId: string;
  readonly content: string;
  readonly times: number;
}

/**
 * Who got which content how often, in little room: a broadcast to 100,000 people is one content and 100,000 counts.
 * "Content" is a short hash of the messages as they were sent. What comes in is noted as it is and counted when somebody
 * asks, so that it costs a call nothing.
 */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();
  private pairs = 0;
  private uncounted: { readonly content: string; readonly personIds: readonly string[] }[] = [];
  private uncountedPairs = 0;
  private hasDropped = false;

  add(content: string, personIds: readonly string[]): void {
    this.uncounted.push({ content, personIds });
    this.uncountedPairs += personIds.length;
    if (this.uncountedPairs > PAIRS) this.count();
  }

  /** True once something old had to be dropped. */
  get isPartial(): boolean {
    this.count();
    return this.hasDropped;
  }

  /** Person → how often, for one content. */
  of(content: string): ReadonlyMap<string, number> {
    this.count();
    return this.counts.get(content) ?? new Map();
  }

  contents(): readonly string[] {
    this.count();
    return [...this.counts.keys()];
  }

  /** Everyone who got the same content more than once. */
  doubled(): readonly Doubled[] {
    this.count();
    return [...this.counts].flatMap(([content, byPerson]) =>
      [...byPerson].flatMap(([personId, times]) => (times > 1 ? [{ personId, content, times }] : [])),
    );
  }

  clear(): void {
    this.counts.clear();
    this.pairs = 0;
    this.uncounted = [];
    this.uncountedPairs = 0;
    this.hasDropped = false;
  }

  private count(): void {
    const { uncounted } = this;
    this.uncounted = [];
    this.uncountedPairs = 0;
    for (const { content, personIds } of uncounted) {
      const byPerson = this.counts.get(content) ?? new Map<string, number>();
      this.counts.set(content, byPerson);
      const before = byPerson.size;
      for (const id of personIds) byPerson.set(id, (byPerson.get(id) ?? 0) + 1);
      this.pairs += byPerson.size - before;
      this.dropOldest(content);
    }
  }

  private dropOldest(except: string): void {
    for (const [old, { size }] of this.counts) {
      if (this.pairs <= PAIRS || old === except) return;
      this.counts.delete(old);
      this.pairs -= size;
      this.hasDropped = true;
    }
  }
}

/** The name a content has in the tally. */
export const contentOf = (messages: unknown): string =>
  createHash('sha256').update(JSON.stringify(messages)).digest('base64url').slice(0, 16);
