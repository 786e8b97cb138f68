/** CSS declarations of one element; what is undefined is left out. Values must come from `measures.ts`. */
export type Declarations = Readonly<Record<string, string | undefined>>;

/**
 * Collects the rules that a drawing needs. No element carries a `style` of its own, so a page may forbid inline
 * styles: the rules go into one `<style nonce>` or into a constructed stylesheet.
 */
export interface Sheet {
  /** The class under which these declarations stand, or undefined if there are none. The same ones share a class. */
  readonly rule: (declarations: Declarations) => string | undefined;
  /** Every rule so far, in the order of first use. */
  readonly css: () => string;
}

/** An empty sheet. Class names depend on the declarations alone, so sheets of one page may be put together. */
export const newSheet = (): Sheet => {
  const rules = new Map<string, string>();
  return {
    rule: (declarations) => {
      const body = Object.entries(declarations)
        .flatMap(([name, value]) => (value === undefined ? [] : `${name}:${value}`))
        .join(';');
      if (body === '') return undefined;
      const name = `r-${digest(body)}`;
      rules.set(name, body);
      return name;
    },
    css: () => [...rules].map(([name, body]) => `.${name}{${body}}`).join('\n'),
  };
};

/** Two sums of the text's units with different factors: 64 bits, far more than a page's rules can confuse. */
const digest = (text: string): string => {
  let one = 7;
  let two = 11;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = (Math.imul(one, 31) + unit) | 0;
    two = (Math.imul(two, 1_000_003) ^ unit) | 0;
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
};

/** Puts class names together, leaving out what is missing. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
