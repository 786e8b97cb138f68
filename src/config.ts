import { z } from 'zod';

const origin = z
  .url()
  .refine(
    (url) => new URL(url).pathname === '/' && new URL(url).search === '',
    'must be an origin without a path',
  );

const needsSecret = 'must be a secret of 16 or more random characters; it signs the links to our own pages';

const settings = z.object({
  LINE_CHANNEL_SECRET: z.string().min(1),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1),
  LINE_API_BASE_URL: origin.default('https://api.line.me'),
  LINE_DATA_API_BASE_URL: origin.default('https://api-data.line.me'),
  PUBLIC_BASE_URL: z.url(),
  FORM_LINK_SECRET: z.string({ error: needsSecret }).min(16, needsSecret),
  // Without it the bot runs and the staff console is off.
  CONSOLE_SECRET: z.string().min(32).exactOptional(),
  // A hosted model that is asked about sentences we are unsure of. Without all three there is none.
  SECOND_READER_URL: z.url({ protocol: /^https?$/ }).exactOptional(),
  SECOND_READER_MODEL: z.string().min(1).exactOptional(),
  SECOND_READER_TOKEN: z.string().min(1).exactOptional(),
});

/** What the worker is told by its environment. */
export type Config = z.infer<typeof settings>;

/** A setting is missing or wrong; the message names each, never its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment. Throws {@link ConfigError} with one line a setting. */
export const readConfig = (env: Readonly<Record<string, unknown>>): Config => {
  const read = settings.safeParse(env);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ConfigError(`The configuration is incomplete.\n${lines.join('\n')}`);
};
