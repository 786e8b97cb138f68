/** The JSON of a body, or LINE's sentence about why it is none. */
export const jsonIn = (text: string): { readonly json: unknown } | { readonly message: string } => {
  try {
    const json: unknown = JSON.parse(text);
    return { json };
  } catch {
    const before = text.slice(0, breakIn(text));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    return {
      message: `The request body could not be parsed as JSON (line: ${line}, column: ${column})`,
    };
  }
};

/** Where the text stops being the beginning of any JSON. Not every engine says so itself, so the place is closed in on. */
const breakIn = (text: string): number => {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

const mayGoOn = (beginning: string): boolean => {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    return /end of JSON|unterminated/i.test(words) || words.includes(`at position ${beginning.length} `);
  }
};
