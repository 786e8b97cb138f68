import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Where `wrangler dev` keeps local data too, so that both see the same database. */
export const localState = join(root, '.wrangler', 'state', 'v3');

/** Where the numbered migrations stand. */
export const migrationsFolder = join(root, 'prisma', 'migrations');
