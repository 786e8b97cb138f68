import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaD1 } from '@prisma/adapter-d1';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { root } from '../support/sources';

const folder = join(root, 'prisma', 'migrations');

/** Prisma's own schema engine, as WebAssembly from the registry; it keeps its state in the module, so it is started once. */
const loadEngine = async () => {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(
    readFileSync(join(file, '..', 'schema_engine_bg.wasm')),
    {
      './schema_engine_bg.js': engine,
    },
  );
  engine.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
  return engine;
};

/** Says which SQL is missing between the database's tables and a schema. */
const missingSql = async (
  engine: Awaited<ReturnType<typeof loadEngine>>,
  db: LocalDatabase['db'],
  schema: string,
): Promise<string> => {
  const factory = new PrismaD1(db);
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    connectToShadowDb: () => factory.connect(),
  });
  const opened = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bound);
  const files = [{ path: 'schema.prisma', content: schema }];
  const { stdout } = await opened.diff({
    from: { tag: 'schemaDatasource', configDir: '/', files },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: ['d1_migrations'], externalEnums: [] },
  });
  return stdout ?? '';
};

describe('the migrations', () => {
  let database: LocalDatabase;
  let engine: Awaited<ReturnType<typeof loadEngine>>;

  beforeAll(async () => {
    engine = await loadEngine();
    database = await openDatabase(null);
    await migrate(database.db);
  });
  afterAll(() => database.close());

  it('make the very tables that schema.prisma describes', async () => {
    const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
    expect(await missingSql(engine, database.db, schema)).toMatch(
      /^\s*(-- This is an empty migration\.)?\s*$/,
    );
  });

  it('would be seen to lack a column', async () => {
    const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
    const richer = schema.replace('model Alert {', 'model Alert {\n  extra String?\n');
    expect(await missingSql(engine, database.db, richer)).toContain('extra');
  });

  it('can be applied again without doing anything', async () => {
    expect(await migrate(database.db)).toEqual([]);
  });

  it('are numbered without a gap, and the newest is named in a file of one line', () => {
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    expect(readFileSync(join(folder, 'newest'), 'utf8')).toBe(`${names.at(-1)?.replace(/\.sql$/, '')}\n`);
  });
});
