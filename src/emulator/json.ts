/** A JSON object whose fields are not known. */
export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object that says what it is. */
export type Typed = Fields & { readonly type: string };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTyped = (value: unknown): value is Typed => isFields(value) && typeof value.type === 'string';

/** The field's text, if it is one. */
export const textIn = (value: unknown, field: string): string | undefined => {
  const found = isFields(value) ? value[field] : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** The field's list; empty if it is none. */
export const listIn = (value: unknown, field: string): readonly unknown[] => {
  const found = isFields(value) ? value[field] : undefined;
  return Array.isArray(found) ? found : [];
};
