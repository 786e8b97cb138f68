import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { compatibility, databaseId } from './bundle';
import { DOOR_WORKER, databaseBehind } from './database-door';
import { localState, migrationsFolder } from './paths';

/** A local D1 opened without any worker, for the command line. */
export interface LocalDatabase {
  readonly db: D1Database;
  readonly close: () => Promise<void>;
}

/** Opens the local database; `folder` is where it is kept, null for one in memory. */
export const openDatabase = async (folder: string | null = localState): Promise<LocalDatabase> => {
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      modules: true,
      script: DOOR_WORKER,
      compatibilityDate: compatibility().date,
      d1Databases: { DB: databaseId() },
    }),
    ...(folder === null ? {} : { resourcePersistencePath: folder }),
  });
  const worker = await miniflare.getWorker();
  const knock = (body: string) => worker.fetch('http://database.local/', { method: 'POST', body });
  return { db: databaseBehind(knock), close: () => miniflare.dispose() };
};

/**
 * Applies the migrations that are missing, each in one batch with the note that it was applied. The table is
 * wrangler's own, so that `wrangler d1 migrations apply` sees the same. Returns the names of those applied.
 */
export const migrate = async (db: D1Database): Promise<readonly string[]> => {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations(
         id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const missing = migrations().filter(({ name }) => !applied.has(name));
  for (const { name, statements } of missing) {
    await db.batch([
      ...statements.map((sql) => db.prepare(sql)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
  return missing.map(({ name }) => name);
};

/** The numbered migrations in order, each cut into statements; none of ours has a semicolon inside a text. */
export const migrations = (): readonly { readonly name: string; readonly statements: readonly string[] }[] =>
  readdirSync(migrationsFolder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => ({
      name,
      statements: readFileSync(join(migrationsFolder, name), 'utf8')
        .replace(/^--.*$/gm, '')
        .split(/;\s*$/m)
        .map((sql) => sql.trim())
        .filter((sql) => sql !== ''),
    }));
