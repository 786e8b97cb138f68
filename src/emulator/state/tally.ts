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
 * "Content" is a short hash of the messages as they were sent.
 */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();
  private pairs = 0;
  /** True once something old had to be dropped. */
  isPartial = false;

  add(content: string, personIds: readonly string[]): void {
    let byPerson = this.counts.get(content);
    if (!byPerson) {
      byPerson = new Map();
      this.counts.set(content, byPerson);
    }
    for (const id of personIds) {
      const before = byPerson.get(id);
      if (before === undefined) this.pairs += 1;
      byPerson.set(id, (before ?? 0) + 1);
    }
    for (const [old, { size }] of this.counts) {
      if (this.pairs <= PAIRS || old === content) return;
      this.counts.delete(old);
      this.pairs -= size;
      this.isPartial = true;
    }
  }

  /** Person → how often, for one content. */
  of(content: string): ReadonlyMap<string, number> {
    return this.counts.get(content) ?? new Map();
  }

  contents(): readonly string[] {
    return [...this.counts.keys()];
  }

  /** Everyone who got the same content more than once. */
  doubled(): readonly Doubled[] {
    return [...this.counts].flatMap(([content, byPerson]) =>
      [...byPerson].flatMap(([personId, times]) => (times > 1 ? [{ personId, content, times }] : [])),
    );
  }

  clear(): void {
    this.counts.clear();
    this.pairs = 0;
    this.isPartial = false;
  }
}

/** The name a content has in the tally. */
export const contentOf = (messages: unknown): string =>
  createHash('sha256').update(JSON.stringify(messages)).digest('base64url').slice(0, 16);
