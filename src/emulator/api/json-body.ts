/** The JSON of a body, or LINE's sentence about why it is none. */
export const jsonIn = (text: string): { readonly json: unknown } | { readonly message: string } => {
  try {
    const json: unknown = JSON.parse(text);
    return { json };
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const before = text.slice(0, at === undefined ? text.length : Number(at));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    return {
      message: `The request body could not be parsed as JSON (line: ${line}, column: ${column})`,
    };
  }
};
