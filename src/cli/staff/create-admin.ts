import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import { inviteMember } from '../../service/sign-in/invite';
import { migrate, openDatabase } from '../local/database';

const USAGE = `usage: npm run staff -- create-admin --name <name> --email <address> [--url <origin>] [--sql]
  --url  where the console is, http://localhost:8787 by default
  --sql  prints SQL for a database elsewhere, to be run by "wrangler d1 execute DB --remote --file"`;

const wanted = z.object({
  name: z.string().trim().min(1),
  email: z.email(),
  url: z.url().default('http://localhost:8787'),
  sql: z.boolean().default(false),
});

/** Invites an admin for the whole city from the command line and prints her one-time link. Returns the exit code. */
export const createAdmin = async (args: readonly string[]): Promise<number> => {
  const read = wanted.safeParse(valuesIn(args));
  if (!read.success) {
    console.error(USAGE);
    return 2;
  }
  const { name, email, url, sql } = read.data;
  const { db, close } = await openDatabase(sql ? null : undefined);
  try {
    await migrate(db);
    const path = await inviteFirst(db, name, email);
    if (path === undefined) {
      console.error(`${email} is registered already; an admin can send a new link from the console.`);
      return 1;
    }
    if (sql) console.log(await insertsIn(db));
    console.log(`${sql ? '-- ' : ''}${new URL(path, url).href}`);
    console.error('The link works once, for three days.');
    return 0;
  } finally {
    await close();
  }
};

/** Invites an admin; the path of her link, or nothing where the address is taken. */
export const inviteFirst = async (
  db: D1Database,
  name: string,
  email: string,
): Promise<string | undefined> => {
  const invited = await inviteMember(
    // Nothing is encrypted here, so no secret is needed.
    { db, now: () => Date.now(), newId: randomUUID, secret: '' },
    { staffName: 'command line', from: 'command line' },
    { name, email, role: 'admin', scope: 'all' },
  );
  return invited?.path;
};

const valuesIn = (args: readonly string[]): unknown => {
  try {
    const options = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      options: { name: options, email: options, url: options, sql: { type: 'boolean' } },
    }).values;
  } catch {
    return undefined;
  }
};

const literal = (value: unknown): string =>
  value === null
    ? 'NULL'
    : typeof value === 'number'
      ? String(value)
      : `'${String(value).replaceAll("'", "''")}'`;

/** What was just written into an empty database, as SQL. */
const insertsIn = async (db: D1Database): Promise<string> => {
  const lines: string[] = [];
  for (const table of ['Staff', 'StaffInvitation', 'Audit']) {
    const { results } = await db.prepare(`SELECT * FROM "${table}"`).all();
    for (const row of results) {
      const names = Object.keys(row).map((name) => `"${name}"`);
      lines.push(
        `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`,
      );
    }
  }
  return lines.join('\n');
};
