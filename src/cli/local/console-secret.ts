import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

/** The console's secret on this machine: made once and kept beside the local database, which it belongs to. */
export const localConsoleSecret = (): string => {
  const folder = join(root, '.wrangler', 'state');
  const file = join(folder, 'console-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
};
