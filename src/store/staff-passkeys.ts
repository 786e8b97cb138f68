import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../core/audit';
import { auditIfChanged } from './audit';

/** A passkey as it is kept. */
export interface StaffPasskey {
  /** The authenticator's credential id. */
  readonly id: string;
  readonly staffId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
  readonly usedAt?: number;
}

const row = z
  .object({
    id: z.string(),
    staffId: z.string(),
    publicKey: z.string(),
    counter: z.number(),
    transports: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.array(z.string())),
    createdAt: z.number(),
    usedAt: z.number().nullable(),
  })
  .transform(({ usedAt, ...rest }): StaffPasskey => ({ ...rest, ...(usedAt === null ? {} : { usedAt }) }));

/** The statement that keeps a new passkey. */
export const passkeyStatement = (db: D1Database, passkey: StaffPasskey): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO "StaffPasskey" ("id", "staffId", "publicKey", "counter", "transports", "createdAt")
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      passkey.id,
      passkey.staffId,
      passkey.publicKey,
      passkey.counter,
      JSON.stringify(passkey.transports),
      passkey.createdAt,
    );

/** Keeps one more passkey of a member. */
export const addPasskey = async (db: D1Database, passkey: StaffPasskey, entry: AuditEntry): Promise<void> => {
  await db.batch([passkeyStatement(db, passkey), auditIfChanged(db, entry)]);
};

/** The passkey with this credential id. */
export const findPasskey = async (db: D1Database, id: string): Promise<StaffPasskey | undefined> => {
  const found = await db.prepare('SELECT * FROM "StaffPasskey" WHERE "id" = ?').bind(id).first();
  return found === null ? undefined : row.parse(found);
};

/** A member's passkeys, oldest first. */
export const listPasskeys = async (db: D1Database, staffId: string): Promise<readonly StaffPasskey[]> => {
  const { results } = await db
    .prepare('SELECT * FROM "StaffPasskey" WHERE "staffId" = ? ORDER BY "createdAt"')
    .bind(staffId)
    .all();
  return results.map((one) => row.parse(one));
};

/** Notes that a passkey was used. False where its counter went back: then it was copied. */
export const usePasskey = async (
  db: D1Database,
  id: string,
  counter: number,
  now: number,
): Promise<boolean> => {
  const { meta } = await db
    .prepare(
      `UPDATE "StaffPasskey" SET "counter" = ?1, "usedAt" = ?2
       WHERE "id" = ?3 AND ("counter" < ?1 OR ("counter" = 0 AND ?1 = 0))`,
    )
    .bind(counter, now, id)
    .run();
  return meta.changes === 1;
};

/** Removes a member's passkey, unless nothing else would sign her in. */
export const removePasskey = async (
  db: D1Database,
  staffId: string,
  id: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const results = await db.batch([
    db
      .prepare(
        `DELETE FROM "StaffPasskey" WHERE "id" = ?1 AND "staffId" = ?2 AND (
           EXISTS (SELECT 1 FROM "StaffPasskey" WHERE "staffId" = ?2 AND "id" <> ?1)
           OR EXISTS (SELECT 1 FROM "Staff" WHERE "id" = ?2 AND "passwordHash" IS NOT NULL))`,
      )
      .bind(id, staffId),
    auditIfChanged(db, entry),
  ]);
  return results[0]?.meta.changes === 1;
};
