import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './paths';

/** The worker as it would be deployed. */
export interface Bundle {
  readonly folder: string;
  /** The entry module first. */
  readonly modules: readonly { readonly type: 'ESModule' | 'CompiledWasm'; readonly path: string }[];
}

/**
 * Bundles the worker, or another entry beside it, exactly as `wrangler deploy` does, into `.tmp/<name>`. Rejects with
 * wrangler's own words.
 */
export const bundleWorker = async (name: string, source = 'src/worker.ts'): Promise<Bundle> => {
  const folder = join(root, '.tmp', name);
  await run('wrangler', ['deploy', join(root, source), '--dry-run', '--outdir', folder]);
  const files = readdirSync(folder);
  const wanted = `${basename(source, '.ts')}.js`;
  const entry = files.find((file) => file === wanted);
  if (!entry) throw new Error(`wrangler left no ${wanted} in ${folder}`);
  return {
    folder,
    modules: [
      { type: 'ESModule', path: join(folder, entry) },
      ...files
        .filter((file) => file.includes('.wasm'))
        .map((file) => ({ type: 'CompiledWasm' as const, path: join(folder, file) })),
    ],
  };
};

/** Compatibility settings as `wrangler.toml` has them, so that they stand in one place. */
export const compatibility = (): { readonly date: string; readonly flags: string[] } => {
  const toml = readFileSync(join(root, 'wrangler.toml'), 'utf8');
  const date = /^compatibility_date = "([^"]+)"/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = \[([^\]]*)\]/m.exec(toml)?.[1];
  if (!date || flags === undefined) throw new Error('wrangler.toml names no compatibility date or flags.');
  return { date, flags: [...flags.matchAll(/"([^"]+)"/g)].flatMap(([, flag]) => flag ?? []) };
};

/** The database's id in `wrangler.toml`, under which local data is kept. */
export const databaseId = (): string => {
  const id = /^database_id = "([^"]+)"/m.exec(readFileSync(join(root, 'wrangler.toml'), 'utf8'))?.[1];
  if (!id) throw new Error('wrangler.toml names no database_id.');
  return id;
};

const run = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      env: { ...process.env, CI: '1', WRANGLER_HIDE_BANNER: 'true' },
    });
    let words = '';
    child.stdout.on('data', (part) => {
      words += String(part);
    });
    child.stderr.on('data', (part) => {
      words += String(part);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(words) : reject(new Error(`${command} failed:\n${words}`)),
    );
  });
