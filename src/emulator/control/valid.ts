import type { Context } from 'hono';
import { validator } from 'hono/validator';
import type { z } from 'zod';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';

/** Checks a JSON body by a schema of the contract; answers 400 with what is wrong. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  validator('json', (value, c) => checked(schema, value, c));

/** Checks the query by a schema of the contract. */
export const query = <Schema extends z.ZodType>(schema: Schema) =>
  validator('query', (value, c) => checked(schema, value, c));

const checked = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  c: Context,
): z.output<Schema> | Response => {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const error = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return c.json({ error: error.join('; ') }, 400);
};

/** Sent back where nobody has that id. */
export const nobody = (c: Context) => c.json({ error: 'There is nobody with this id.' }, 404);

/** The person a path speaks of, by id or, for hands that type, by name. */
export const personOf = (world: World, c: Context): PersonRecord | undefined => {
  const id = c.req.param('id') ?? '';
  return world.people.get(id) ?? world.people.named(id);
};
