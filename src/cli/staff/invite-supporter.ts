import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { D1Database } from '@cloudflare/workers-types';
import type { Scope } from '../../core/notice';
import { inviteSupporter } from '../../service/notices/invites';
import { migrate, openDatabase } from '../local/database';
import { wording } from './wording';

const USAGE = `usage: npm run staff -- invite-supporter --course <id or name> [--course …] [--place <id or name> …]
  Prints a one-time code that makes whoever sends it in LINE a supporter of these classes and places.`;

/** Makes a supporter's one-time code from the command line and prints it. Returns the exit code. */
export const inviteSupporterCommand = async (args: readonly string[]): Promise<number> => {
  const wanted = wantedIn(args);
  if (!wanted) {
    console.error(USAGE);
    return 2;
  }
  const { db, close } = await openDatabase();
  try {
    await migrate(db);
    const found = await Promise.all(wanted.map((one) => find(db, one)));
    const missing = wanted.filter((_, index) => found[index] === undefined);
    for (const { kind, words } of missing) console.error(`There is no ${kind} "${words}".`);
    if (missing.length > 0) return 1;
    const scopes = found.flatMap((scope) => scope ?? []);
    const deps = { db, now: () => Date.now(), newId: randomUUID };
    console.log(wording.send(await inviteSupporter(deps, scopes, 'command line')));
    return 0;
  } finally {
    await close();
  }
};

interface Wanted {
  readonly kind: Scope['kind'];
  readonly words: string;
}

const wantedIn = (args: readonly string[]): readonly Wanted[] | undefined => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { course: { type: 'string', multiple: true }, place: { type: 'string', multiple: true } },
    });
    const wanted = [
      ...(values.course ?? []).map((words): Wanted => ({ kind: 'course', words })),
      ...(values.place ?? []).map((words): Wanted => ({ kind: 'place', words })),
    ];
    return wanted.length === 0 ? undefined : wanted;
  } catch {
    return undefined;
  }
};

/** By id, or by a name that only one has. */
const find = async (db: D1Database, { kind, words }: Wanted): Promise<Scope | undefined> => {
  const table = kind === 'course' ? 'Course' : 'Place';
  const { results } = await db
    .prepare(`SELECT "id" FROM "${table}" WHERE "id" = ?1 OR "name" = ?1 LIMIT 2`)
    .bind(words)
    .all<{ id: string }>();
  const [only] = results;
  return only && results.length === 1 ? { kind, target: only.id } : undefined;
};
