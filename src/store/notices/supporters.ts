import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../../core/notice';
import { closeStopped } from './control';

/** How long a code can be used, in ms: three days. */
export const INVITE_LIFE = 3 * 24 * 60 * 60_000;

/** Who writes more than this in a day may be guessing codes; then none is good, until tomorrow. */
const MOST_TRIES = 60;

/** Stores a new code by its hash. False says that this very code is in use. */
export const addInvite = async (
  db: D1Database,
  invite: { readonly codeHash: string; readonly scopes: readonly Scope[]; readonly madeBy: string },
  now: number,
): Promise<boolean> => {
  const done = await db
    .prepare(
      `INSERT OR IGNORE INTO "SupporterInvite" ("codeHash", "scopes", "madeBy", "madeAt", "expiresAt")
       VALUES (?1, ?2, ?3, ?4, ?5)`,
    )
    .bind(invite.codeHash, JSON.stringify(invite.scopes), invite.madeBy, now, now + INVITE_LIFE)
    .run();
  return done.meta.changes === 1;
};

const scopes = z.array(z.object({ kind: z.enum(['course', 'place']), target: z.string() }));

/** What a code gives to someone who writes it now; undefined if it is not, or no longer, good. */
export const findInvite = async (
  db: D1Database,
  codeHash: string,
  personId: string,
  now: number,
): Promise<readonly Scope[] | undefined> => {
  const row = await db
    .prepare(
      `SELECT "scopes" FROM "SupporterInvite" WHERE "codeHash" = ?1 AND "usedAt" IS NULL AND "expiresAt" > ?3
         AND (SELECT count(*) FROM "Interaction" WHERE "personId" = ?2 AND "occurredAt" > ?3 - 86400000) <= ${MOST_TRIES}`,
    )
    .bind(codeHash, personId, now)
    .first<{ scopes: string }>();
  return row ? scopes.parse(JSON.parse(row.scopes)) : undefined;
};

/**
 * Takes a supporter's role back. Everything of hers that is not sent yet stops in the same step: what had not begun is
 * cancelled, what had is stopped.
 */
export const endScope = async (
  db: D1Database,
  personId: string,
  scope: Scope,
  now: number,
): Promise<boolean> => {
  const [ended] = await db.batch([
    db
      .prepare(
        `UPDATE "SupporterScope" SET "endedAt" = ?4
         WHERE "personId" = ?1 AND "kind" = ?2 AND "target" = ?3 AND "endedAt" IS NULL`,
      )
      .bind(personId, scope.kind, scope.target, now),
    db
      .prepare(
        `UPDATE "Notice" SET "movedAt" = ?4, "dueAt" = NULL, "note" = 'role-ended',
           "status" = CASE WHEN "status" IN ('expanding', 'sending', 'paused') THEN 'stopped' ELSE 'cancelled' END
         WHERE "authorKind" = 'supporter' AND "authorId" = ?1 AND "scopeKind" = ?2 AND "scopeTarget" = ?3
           AND "status" NOT IN ('done', 'cancelled', 'stopped')`,
      )
      .bind(personId, scope.kind, scope.target, now),
    closeStopped(db, now),
  ]);
  return ended?.meta.changes === 1;
};

/** The supporters of a class or place. */
export const supportersOf = async (db: D1Database, scope: Scope): Promise<readonly string[]> => {
  const { results } = await db
    .prepare(
      `SELECT "personId" AS "person" FROM "SupporterScope"
       WHERE "kind" = ?1 AND "target" = ?2 AND "endedAt" IS NULL ORDER BY "grantedAt"`,
    )
    .bind(scope.kind, scope.target)
    .all();
  return z
    .array(z.object({ person: z.string() }))
    .parse(results)
    .map(({ person }) => person);
};
