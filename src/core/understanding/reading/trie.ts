/** A word found in a sentence: from `start` to before `end`, with what it stands for. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Words by their letters, so that all of them are looked for at once. */
export class Trie<T> {
  readonly #root: Node<T> = emptyNode();

  add(word: string, value: T): void {
    let node = this.#root;
    for (const char of word) {
      let next = node.next.get(char);
      if (!next) {
        next = emptyNode();
        node.next.set(char, next);
      }
      node = next;
    }
    if (word !== '' && !node.values.includes(value)) node.values.push(value);
  }

  /** All words anywhere in a text, in the order of where they begin. */
  in(text: string): readonly Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < text.length; start += 1) {
      let node = this.#root.next.get(text[start] ?? '');
      for (let end = start + 1; node; end += 1) {
        for (const value of node.values) found.push({ start, end, value });
        node = node.next.get(text[end] ?? '');
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
    let open: readonly Node<T>[] = [this.#root];
    for (let at = start; at < text.length && open.length > 0; at += 1) {
      const ways = readings(text[at] ?? '', at);
      open = open.flatMap((node) => ways.flatMap((way) => walk(node, way) ?? []));
      for (const node of open) for (const value of node.values) found.push({ start, end: at + 1, value });
    }
    return found;
  }
}

const walk = <T>(from: Node<T>, word: string): Node<T> | undefined => {
  let node: Node<T> | undefined = from;
  for (const char of word) node = node?.next.get(char);
  return node;
};
