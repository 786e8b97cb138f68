/** A place in a text from which sticky patterns are tried. */
export interface Cursor {
  /** Takes what the pattern (sticky) finds right here and moves past it. */
  take(pattern: RegExp): RegExpExecArray | undefined;
  /** Moves past one character and gives it; nothing at the end. */
  skip(): string | undefined;
  readonly isAtEnd: () => boolean;
}

/** Opens a text for reading from its beginning. */
export const cursorOn = (text: string): Cursor => {
  let at = 0;
  return {
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null || found[0] === '') return undefined;
      at = pattern.lastIndex;
      return found;
    },
    skip() {
      const point = text.codePointAt(at);
      if (point === undefined) return undefined;
      const character = String.fromCodePoint(point);
      at += character.length;
      return character;
    },
    isAtEnd: () => at >= text.length,
  };
};
