import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';

/** Thrown into a worker that dies: nothing it does after this moment reaches the world. */
export class Died extends Error {
  override name = 'Died';
}

/**
 * A worker's life: it dies just before or just after its n-th contact with the world, be it the database or LINE.
 * Afterwards every contact fails, as if the process were gone.
 */
export class Life {
  contacts = 0;
  private isOver = false;

  constructor(
    private readonly dieAt: number = Number.POSITIVE_INFINITY,
    private readonly when: 'before' | 'after' = 'before',
  ) {}

  /** Lets one contact through, unless the worker is dead or dies at this one. */
  async contact<T>(act: () => Promise<T>): Promise<T> {
    if (this.isOver) throw new Died();
    this.contacts += 1;
    const isLast = this.contacts === this.dieAt;
    if (isLast && this.when === 'before') {
      this.isOver = true;
      throw new Died();
    }
    const result = await act();
    if (isLast) {
      this.isOver = true;
      throw new Died();
    }
    // Another part of the same worker may have died while this one was under way.
    if (this.isOver) throw new Died();
    return result;
  }
}

/** A database as a mortal worker sees it. */
export const mortalDatabase = (db: D1Database, life: Life): D1Database => {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const statement = (target: D1PreparedStatement): D1PreparedStatement => {
    const outer = new Proxy(target, {
      get(one, name) {
        if (name === 'bind') return (...values: unknown[]) => statement(one.bind(...values));
        if (name === 'run' || name === 'all') return () => life.contact(() => one[name]());
        if (name === 'first')
          return (column?: string) =>
            life.contact(async () => (column === undefined ? one.first() : one.first(column)));
        return Reflect.get(one, name);
      },
    });
    inner.set(outer, target);
    return outer;
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql));
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          life.contact(() => target.batch(statements.map((one) => inner.get(one) ?? one)));
      }
      return Reflect.get(target, name);
    },
  });
};
