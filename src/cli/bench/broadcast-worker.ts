import type { D1Database, D1Result } from '@cloudflare/workers-types';
import { contain, type Env } from '../../container';
import { deliver } from '../../service/deliver/deliver';

/** Counts the rows that batches write; nothing is changed. */
const rowsWritten = (db: D1Database) => {
  const written = { rows: 0, billed: 0 };
  const counting = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => target.prepare(sql);
      if (name !== 'batch') return Reflect.get(target, name);
      return async (statements: Parameters<D1Database['batch']>[0]): Promise<D1Result[]> => {
        const results = await target.batch(statements);
        for (const { meta } of results) {
          written.rows += meta.changes;
          written.billed += meta.rows_written;
        }
        return results;
      };
    },
  });
  return { db: counting, written };
};

/** How many calls tell what the emulator and the way to it can do at best, and how many of them are open at once. */
const BARE_CALLS = 120;
const OPEN_AT_ONCE = 6;

/** Multicasts a second to 500 people each by a loop that does nothing else: no claim, no note of what was sent. */
const bareCalls = async (env: Env): Promise<number> => {
  const { line } = contain(env).deps;
  const { results } = await env.DB.prepare('SELECT "id" FROM "Person" LIMIT 500').all<{ id: string }>();
  const people = results.map(({ id }) => id);
  const began = Date.now();
  let made = 0;
  const lane = async (): Promise<void> => {
    while (made < BARE_CALLS) {
      made += 1;
      await line.multicast(people, '[{"type":"text","text":"bare"}]', crypto.randomUUID());
    }
  };
  await Promise.all(Array.from({ length: OPEN_AT_ONCE }, lane));
  return (BARE_CALLS / (Date.now() - began)) * 1000;
};

// The worker with a clock of its own: a request is one minute's delivery at the instant its path names, so that nothing
// is quiet whenever the bench runs. Answers with the rows it wrote; `/bare` with what the emulator can take, `/rest` does
// nothing.
export default {
  fetch: async (request: Request, env: Env): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/bare') return Response.json(await bareCalls(env));
    if (pathname === '/rest') return Response.json(await env.DB.prepare('SELECT 1').first());
    const at = Number(pathname.slice(1));
    const { deps } = contain(env);
    const { db, written } = rowsWritten(env.DB);
    const began = Date.now();
    await deliver({ ...deps, db, log: () => {}, now: () => at + Date.now() - began });
    return Response.json(written);
  },
};
