import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

type Value = string | number | null;

/** Collects the values of one statement while its text is put together; nothing is ever written into the text. */
export class Values {
  private readonly all: Value[] = [];

  /** Keeps a value and returns the mark that stands for it, e.g. `?3`. */
  add(value: Value | boolean): string {
    this.all.push(typeof value === 'boolean' ? Number(value) : value);
    return `?${this.all.length}`;
  }

  /** A list of values as one value, to be read by `IN (…)`. */
  list(values: readonly string[]): string {
    return `(SELECT value FROM json_each(${this.add(JSON.stringify(values))}))`;
  }

  /** The statement with its values. */
  prepare(db: D1Database, sql: string): D1PreparedStatement {
    return db.prepare(sql).bind(...this.all);
  }
}
