import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

/** A secret of this machine by its name: made once and kept beside the local database, which it belongs to. */
export const localSecret = (name: 'console-secret' | 'form-link-secret'): string => {
  const folder = join(root, '.wrangler', 'state');
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
};
