import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { type Bundle, compatibility } from '../local/bundle';
import { migrate } from '../local/database';
import { seedIfEmpty } from '../local/seed-if-empty';
import { startWorker } from '../local/worker';
import { countReplies, type Measured, personOf, sendAll, webhookOf } from './load';
import { sentences } from './wording';

const SECRET = 'bench-secret';
const PEOPLE = 200;
const EVENTS = 1_000;
/** A worker that has just started runs its code slowly for its first thousand turns; both sides are warmed alike. */
const WARM_UP = 1_000;
/** How long we wait for replies that are still on their way, in ms. */
const PATIENCE = 20_000;

/** One load of the whole path, with the replies that LINE got. */
export interface WebhookFigure extends Measured {
  /** Events answered a second, counted until the last reply. */
  readonly answeredPerSecond: number;
  readonly repliesLost: number;
}

const runAt = async (bundle: Bundle, connections: number): Promise<WebhookFigure> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'));
  const line = await countReplies();
  const worker = await startWorker({
    bundle,
    port: 0,
    folder,
    isQuiet: true,
    vars: {
      LINE_CHANNEL_SECRET: SECRET,
      LINE_CHANNEL_ACCESS_TOKEN: 'bench-token',
      FORM_LINK_SECRET: 'only-for-the-bench',
      LINE_API_BASE_URL: line.url,
      LINE_DATA_API_BASE_URL: line.url,
      PUBLIC_BASE_URL: 'http://127.0.0.1',
    },
  });
  try {
    await migrate(worker.db);
    await seedIfEmpty(worker.db, Date.now());
    const url = new URL('/webhook', worker.url);
    const tokens: string[] = [];
    const make = (index: number) => {
      const made = webhookOf(SECRET, personOf(index % PEOPLE), sentences[index % sentences.length] ?? '');
      tokens.push(made.replyToken);
      return made;
    };
    await sendAll(url, connections, WARM_UP, make);
    const before = tokens.length;
    const began = performance.now();
    const measured = await sendAll(url, connections, EVENTS, make);
    const wanted = tokens.slice(before);
    const isDone = () => tokens.every((token) => line.repliedAt.has(token));
    for (let waited = 0; !isDone() && waited < PATIENCE; waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const last = Math.max(...wanted.map((token) => line.repliedAt.get(token) ?? 0));
    return {
      ...measured,
      answeredPerSecond: (EVENTS / (last - began)) * 1000,
      repliesLost: tokens.filter((token) => !line.repliedAt.has(token)).length,
    };
  } finally {
    await worker.close();
    line.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The bound: a worker that does nothing but as many trips to D1 as our turn needs, with statements of the same kind
 * (insert and two reads; a conditional update; an update and two reads), on a database of its own.
 */
const BARE = `
export default { async fetch(request, env) {
  const { id, person } = await request.json();
  const read = [
    env.DB.prepare('SELECT * FROM "Turn" WHERE "person" = ? ORDER BY "seq" DESC LIMIT 1').bind(person),
    env.DB.prepare('SELECT * FROM "Turn" WHERE "person" = ? AND "seq" IS NULL').bind(person),
  ];
  await env.DB.batch([env.DB.prepare('INSERT INTO "Turn" ("id", "person", "body") VALUES (?, ?, ?)').bind(id, person, 'x'.repeat(120)), ...read]);
  await env.DB.prepare('UPDATE "Turn" SET "seq" = ?, "body" = ? WHERE "id" = ?').bind(Date.now() * 1000 + Math.floor(Math.random() * 1000), 'y'.repeat(2000), id).run();
  await env.DB.batch([env.DB.prepare('UPDATE "Turn" SET "body" = NULL WHERE "id" = ?').bind(id), ...read]);
  return new Response('OK');
} }`;

const bareAt = async (connections: number): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'));
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      modules: true,
      script: BARE,
      compatibilityDate: compatibility().date,
      d1Databases: { DB: 'bare' },
      host: '127.0.0.1',
      port: 0,
    }),
    logRequests: false,
    resourcePersistencePath: folder,
  });
  try {
    const { DB } = await miniflare.getBindings<{ DB: import('@cloudflare/workers-types').D1Database }>();
    await DB.exec(
      'CREATE TABLE "Turn" ("id" TEXT PRIMARY KEY, "person" TEXT, "seq" INTEGER, "body" TEXT, "dueAt" INTEGER, UNIQUE ("person", "seq"))',
    );
    const make = (index: number) => ({
      body: JSON.stringify({ id: crypto.randomUUID(), person: personOf(index % PEOPLE) }),
      headers: { 'content-type': 'application/json' },
    });
    const url = await miniflare.ready;
    await sendAll(url, connections, WARM_UP, make);
    return await sendAll(url, connections, EVENTS, make);
  } finally {
    await miniflare.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Ours and the bound at each number of connections, in turn, so that a slow minute of the machine hits both. */
export const benchWebhook = async (
  bundle: Bundle,
): Promise<readonly { readonly ours: WebhookFigure; readonly bare: Measured }[]> => {
  const rows = [];
  for (const connections of [1, 10, 50]) {
    rows.push({ ours: await runAt(bundle, connections), bare: await bareAt(connections) });
  }
  return rows;
};
