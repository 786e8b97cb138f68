const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Says whether a text has more letters, as a reader counts them, than allowed; counting stops as soon as it is clear. */
export const hasMoreLetters = (text: string, max: number): boolean => {
  if (text.length <= max) return false; // No letter is shorter than one UTF-16 unit.
  let count = 0;
  for (const _ of letters.segment(text)) {
    count += 1;
    if (count > max) return true;
  }
  return false;
};

/** How many bytes a text takes in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // A pair of surrogates makes four bytes of two units; any other unit beyond 07FF makes three.
    if (unit > 0x7ff) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
};

/** How many bytes a value takes as compact JSON; infinite for what cannot be written as JSON. */
export const jsonBytes = (value: unknown): number => {
  try {
    return utf8Bytes(JSON.stringify(value) ?? '');
  } catch {
    // Nested deeper than the stack holds, or no JSON at all: no size would be allowed.
    return Number.POSITIVE_INFINITY;
  }
};
