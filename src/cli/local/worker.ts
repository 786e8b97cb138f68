import type { D1Database } from '@cloudflare/workers-types';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { type Bundle, compatibility, databaseId } from './bundle';
import { localState } from './paths';

/** What a local worker is given. */
export interface WorkerOptions {
  readonly bundle: Bundle;
  /** The worker's environment. */
  readonly vars: Readonly<Record<string, string>>;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the database is kept; null for one in memory. */
  readonly folder?: string | null;
  /** True keeps the worker's log lines to itself. */
  readonly isQuiet?: boolean;
  /** True lets what it holds be looked into; only a bench needs that. */
  readonly isInspected?: boolean;
}

/** A worker that runs in workerd on this machine, on 127.0.0.1 only. */
export interface LocalWorker {
  readonly url: URL;
  readonly db: D1Database;
  /** Does what Cloudflare's clock does each minute. */
  readonly tick: () => Promise<void>;
  /** Where its insides can be asked for, if it was started so. */
  readonly inspector?: URL;
  readonly close: () => Promise<void>;
}

/** Starts the bundled worker in workerd, without wrangler's development proxy in front of it. */
export const startWorker = async ({
  bundle,
  vars,
  port,
  folder = localState,
  isQuiet = false,
  isInspected = false,
}: WorkerOptions): Promise<LocalWorker> => {
  const { date, flags } = compatibility();
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      modulesRoot: bundle.folder,
      modules: bundle.modules.map((module) => ({ ...module })),
      compatibilityDate: date,
      compatibilityFlags: flags,
      bindings: vars,
      d1Databases: { DB: databaseId() },
      host: '127.0.0.1',
      port,
    }),
    logRequests: false,
    ...(isInspected ? { inspectorPort: 0 } : {}),
    ...(isQuiet ? { handleStructuredLogs: () => {} } : {}),
    ...(folder === null ? {} : { resourcePersistencePath: folder }),
  });
  const url = await miniflare.ready;
  const worker = await miniflare.getWorker();
  const { DB } = await miniflare.getBindings<{ DB: D1Database }>();
  return {
    url,
    db: DB,
    tick: async () => {
      const { outcome } = await worker.scheduled({ cron: '* * * * *' });
      if (outcome !== 'ok') throw new Error(`The worker's minute ended with "${outcome}".`);
    },
    ...(isInspected ? { inspector: await miniflare.getInspectorURL() } : {}),
    close: () => miniflare.dispose(),
  };
};
