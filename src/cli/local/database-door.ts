import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** A worker that does to its D1 what one request tells it. What fails is told in D1's own words. */
export const DOOR_WORKER = `
const statementOf = (db, { sql, values }) => values.length === 0 ? db.prepare(sql) : db.prepare(sql).bind(...values);
export default { async fetch(request, { DB }) {
  const { method, args, statements } = await request.json();
  try {
    if (method === 'exec') return Response.json(await DB.exec(...args));
    const made = statements.map((one) => statementOf(DB, one));
    return Response.json(method === 'batch' ? await DB.batch(made) : await made[0][method](...args));
  } catch (error) {
    return Response.json({ message: error.message, cause: error.cause?.message }, { status: 500 });
  }
} }`;

/** Sends one request to the worker above. */
type Knock = (body: string) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;

interface Written {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * A real D1, reached from Node with one request a call. Miniflare's own bindings ask the other process for every step,
 * also for `prepare` and `bind`, and take ten times as long; tests make tens of thousands of calls. Sessions and dumps
 * are not offered.
 */
export const databaseBehind = (knock: Knock): D1Database => {
  const call = async (method: string, statements: readonly Written[], args: readonly unknown[] = []) => {
    const answer = await knock(JSON.stringify({ method, args, statements }));
    const body = await answer.json();
    if (answer.ok) return body;
    const { message, cause } = body as { message: string; cause?: string };
    throw new Error(message, cause === undefined ? {} : { cause: new Error(cause) });
  };
  const written = new WeakMap<object, Written>();
  const statement = (one: Written): D1PreparedStatement => {
    const made = {
      bind: (...values: unknown[]) => statement({ ...one, values: values.map(bindable) }),
      ...Object.fromEntries(
        ['first', 'run', 'all', 'raw'].map((method) => [
          method,
          (...args: unknown[]) => call(method, [one], args),
        ]),
      ),
    };
    written.set(made, one);
    return made as unknown as D1PreparedStatement;
  };
  const writtenOf = (one: D1PreparedStatement): Written => {
    const found = written.get(one);
    if (!found) throw new TypeError('This statement was not prepared by this database.');
    return found;
  };
  return {
    prepare: (sql: string) => statement({ sql, values: [] }),
    batch: (statements: readonly D1PreparedStatement[]) => call('batch', statements.map(writtenOf)),
    exec: (sql: string) => call('exec', [], [sql]),
  } as unknown as D1Database;
};

/** JSON would turn what D1 refuses into null; bytes travel as D1 takes them, as a list of numbers. */
const bindable = (value: unknown): unknown => {
  if (value === undefined) throw new TypeError("D1_TYPE_ERROR: Type 'undefined' not supported for a value.");
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`D1_TYPE_ERROR: ${value} is no value.`);
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  return value instanceof Uint8Array ? [...value] : value;
};
