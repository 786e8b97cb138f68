import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';

/** What a browser is asked: to prove a passkey, to make one, or for the code after a good password. */
export type ChallengeKind = 'passkey' | 'new-passkey' | 'code';

/** A question put to one browser. */
export interface StaffChallenge {
  /** Digest of the token in its cookie. */
  readonly id: string;
  readonly kind: ChallengeKind;
  readonly challenge: string;
  readonly staffId?: string;
  readonly expiresAt: number;
}

const row = z
  .object({ challenge: z.string(), staffId: z.string().nullable() })
  .transform(({ challenge, staffId }) => ({ challenge, ...(staffId === null ? {} : { staffId }) }));

/** Keeps a question. */
export const askBrowser = async (db: D1Database, asked: StaffChallenge): Promise<void> => {
  await db
    .prepare(
      'INSERT INTO "StaffChallenge" ("id", "kind", "challenge", "staffId", "expiresAt") VALUES (?, ?, ?, ?, ?)',
    )
    .bind(asked.id, asked.kind, asked.challenge, asked.staffId ?? null, asked.expiresAt)
    .run();
};

/** Takes a question to be answered: it works once, whether the answer is right or not. */
export const takeChallenge = async (
  db: D1Database,
  id: string,
  kind: ChallengeKind,
  now: number,
): Promise<{ readonly challenge: string; readonly staffId?: string } | undefined> => {
  const found = await db
    .prepare(
      'DELETE FROM "StaffChallenge" WHERE "id" = ? AND "kind" = ? AND "expiresAt" > ? RETURNING "challenge", "staffId"',
    )
    .bind(id, kind, now)
    .first();
  return found === null ? undefined : row.parse(found);
};

/** Looks at a question without taking it: a mistyped code may be typed again. */
export const seeChallenge = async (
  db: D1Database,
  id: string,
  kind: ChallengeKind,
  now: number,
): Promise<{ readonly challenge: string; readonly staffId?: string } | undefined> => {
  const found = await db
    .prepare(
      'SELECT "challenge", "staffId" FROM "StaffChallenge" WHERE "id" = ? AND "kind" = ? AND "expiresAt" > ?',
    )
    .bind(id, kind, now)
    .first();
  return found === null ? undefined : row.parse(found);
};
