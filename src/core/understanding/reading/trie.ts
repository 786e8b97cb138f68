/** A word found in a sentence: from `start` to before `end`, with what it stands for. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Letters of the basic plane; names and words hold no others. */
const LETTERS = 0x10000;
const ROOT = 0;

/**
 * Words by their letters, so that all of them are looked for at once. The nodes lie in one table, a row a node and a column
 * a letter, because every message walks it from every one of its letters.
 */
export class Trie<T> {
  /** The column of each letter; 0 for letters of no word. */
  readonly #columns = new Uint8Array(LETTERS);
  readonly #values: (T[] | undefined)[] = [undefined];
  #width = 64;
  #letters = 0;
  /** For each node and column the node that follows; 0 for none, because nothing leads to the root. */
  #next = new Uint16Array(64 * this.#width);

  add(word: string, value: T): void {
    if (word === '') return;
    let node = ROOT;
    for (let at = 0; at < word.length; at += 1) {
      // A new letter may widen the table, so its column comes first.
      const column = this.#columnOf(word.charCodeAt(at));
      const cell = node * this.#width + column;
      let next = this.#next[cell] ?? 0;
      if (next === 0) {
        next = this.#values.push(undefined) - 1;
        this.#next[cell] = next;
        if ((next + 1) * this.#width > this.#next.length) this.#resize(this.#width, 2);
      }
      node = next;
    }
    const values = this.#values[node] ?? [];
    if (!values.includes(value)) values.push(value);
    this.#values[node] = values;
  }

  /** All words anywhere in a text, in the order of where they begin. */
  in(text: string): readonly Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < text.length; start += 1) {
      let node = this.#after(ROOT, text.charCodeAt(start));
      for (let end = start + 1; node !== ROOT; end += 1) {
        const values = this.#values[node];
        if (values) for (const value of values) found.push({ start, end, value });
        if (end === text.length) break;
        node = this.#after(node, text.charCodeAt(end));
      }
    }
    return found;
  }

  /**
   * All words that begin at one place of a text whose characters can each be read in several ways; ends count in
   * characters of that text.
   */
  readAt(
    text: string,
    start: number,
    readings: (char: string, at: number) => readonly string[],
  ): readonly Found<T>[] {
    const found: Found<T>[] = [];
    let open: readonly number[] = [ROOT];
    for (let at = start; at < text.length && open.length > 0; at += 1) {
      const ways = readings(text[at] ?? '', at);
      const reached: number[] = [];
      for (const from of open) {
        for (const way of ways) {
          const node = this.#walk(from, way);
          if (node !== ROOT) reached.push(node);
        }
      }
      for (const node of reached)
        for (const value of this.#values[node] ?? []) found.push({ start, end: at + 1, value });
      open = reached;
    }
    return found;
  }

  #after(node: number, letter: number): number {
    const column = this.#columns[letter] ?? 0;
    return column === 0 ? ROOT : (this.#next[node * this.#width + column] ?? ROOT);
  }

  #walk(from: number, word: string): number {
    let node = from;
    for (let at = 0; at < word.length; at += 1) {
      node = this.#after(node, word.charCodeAt(at));
      if (node === ROOT) return ROOT;
    }
    return node;
  }

  #columnOf(letter: number): number {
    const known = this.#columns[letter] ?? 0;
    if (known !== 0) return known;
    this.#letters += 1;
    if (this.#letters === this.#width) this.#resize(2 * this.#width, 1);
    this.#columns[letter] = this.#letters;
    return this.#letters;
  }

  #resize(width: number, times: number): void {
    const old = this.#next;
    const rows = old.length / this.#width;
    const next = new Uint16Array(rows * times * width);
    for (let row = 0; row < rows; row += 1)
      next.set(old.subarray(row * this.#width, (row + 1) * this.#width), row * width);
    this.#next = next;
    this.#width = width;
  }
}
