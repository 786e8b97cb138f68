import { z } from 'zod';
import type { Ask } from './visit';

/** Something in a form that must be put right: which field, and what to do, in plain words. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What was typed, as it is shown again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A form that was read, or what is wrong with it and what was typed. */
export type ReadForm<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Typed }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly typed: Typed };

/** The fields of a form as texts; several of one name become a list. Files are left out. */
export const typedIn = async (c: Ask): Promise<Typed> => {
  const body = await c.req.parseBody({ all: true });
  const typed: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed[name] = value;
    else if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === 'string');
  }
  return typed;
};

/** Reads a form. The schema's messages are what staff will read. */
export const readForm = async <T>(c: Ask, schema: z.ZodType<T>): Promise<ReadForm<T>> => {
  const typed = await typedIn(c);
  return readTyped(typed, schema);
};

/** As {@link readForm}, from what was already taken out of the request. */
export const readTyped = <T>(typed: Typed, schema: z.ZodType<T>): ReadForm<T> => {
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data, typed };
  const problems = read.error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? 'form'),
    message,
  }));
  return { ok: false, problems, typed };
};

/** The first text typed into a field. */
export const textOf = (typed: Typed, field: string): string => {
  const value = typed[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

/** All texts typed into the fields of one name. */
export const textsOf = (typed: Typed, field: string): readonly string[] => {
  const value = typed[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** A field that must hold something, without the blanks around it. */
export const needed = (message: string, longest = 200): z.ZodType<string> =>
  z.string({ error: message }).trim().min(1, message).max(longest, message);

/** A field that may stay empty; empty is absent. */
export const optional = (longest = 200): z.ZodType<string | undefined> =>
  z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim().slice(0, longest) || undefined);

/** Boxes of one name that may be ticked: none, one or several. */
export const ticked: z.ZodType<readonly string[]> = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value));
