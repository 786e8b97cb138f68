import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { AuditEntry } from '../core/audit';
import type { StaffMember } from '../core/staff';
import { auditStatement } from './audit';
import { memberIn } from './staff';
import { passkeyStatement, type StaffPasskey } from './staff-passkeys';

/** How long a link works, in ms: three days, so that it lasts over a weekend. */
export const INVITATION_LIFE = 3 * 24 * 60 * 60_000;

/** The statement that keeps an invitation, if the member exists; an older link of hers stops working. */
export const invitationStatement = (
  db: D1Database,
  id: string,
  staffId: string,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO "StaffInvitation" ("id", "staffId", "createdAt", "expiresAt")
       SELECT ?1, "id", ?3, ?4 FROM "Staff" WHERE "id" = ?2 AND "disabledAt" IS NULL`,
    )
    .bind(id, staffId, now, now + INVITATION_LIFE);

/** Invites a member again: her older open links stop working. False where her access ended. */
export const inviteAgain = async (
  db: D1Database,
  id: string,
  staffId: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const results = await db.batch([
    db.prepare('DELETE FROM "StaffInvitation" WHERE "staffId" = ? AND "usedAt" IS NULL').bind(staffId),
    invitationStatement(db, id, staffId, entry.at),
    auditStatement(db, entry),
  ]);
  return results[1]?.meta.changes === 1;
};

/** Whom a link invites, while it works. */
export const invitedBy = async (
  db: D1Database,
  id: string,
  now: number,
): Promise<StaffMember | undefined> => {
  const found = await db
    .prepare(
      `SELECT m.* FROM "StaffInvitation" i JOIN "Staff" m ON m."id" = i."staffId"
       WHERE i."id" = ? AND i."usedAt" IS NULL AND i."expiresAt" > ? AND m."disabledAt" IS NULL`,
    )
    .bind(id, now)
    .first();
  return found === null ? undefined : memberIn(found);
};

/** With what an invited member will sign in from now on. */
export type NewCredential =
  | { readonly kind: 'passkey'; readonly passkey: StaffPasskey }
  | {
      readonly kind: 'password';
      readonly passwordHash: string;
      readonly codeSecret: string;
      readonly codeStep: number;
    };

/** Takes a link, once. False where somebody used it first; a crash after this costs a new link and nothing else. */
export const takeInvitation = async (
  db: D1Database,
  id: string,
  staffId: string,
  now: number,
): Promise<boolean> => {
  const { meta } = await db
    .prepare(
      `UPDATE "StaffInvitation" SET "usedAt" = ?1
       WHERE "id" = ?2 AND "staffId" = ?3 AND "usedAt" IS NULL AND "expiresAt" > ?1`,
    )
    .bind(now, id, staffId)
    .run();
  return meta.changes === 1;
};

/**
 * Gives a member her new credential. Whatever signed her in before stops working and her sessions end: a link is also
 * how a lost phone is replaced.
 */
export const keepCredential = async (
  db: D1Database,
  staffId: string,
  credential: NewCredential,
  entry: AuditEntry,
): Promise<void> => {
  const password = credential.kind === 'password' ? credential : undefined;
  await db.batch([
    db
      .prepare(
        `UPDATE "Staff" SET "passwordHash" = ?, "codeSecret" = ?, "codeStep" = ?, "activatedAt" = coalesce("activatedAt", ?)
         WHERE "id" = ?`,
      )
      .bind(
        password?.passwordHash ?? null,
        password?.codeSecret ?? null,
        password?.codeStep ?? null,
        entry.at,
        staffId,
      ),
    db.prepare('DELETE FROM "StaffPasskey" WHERE "staffId" = ?').bind(staffId),
    db.prepare('DELETE FROM "StaffSession" WHERE "staffId" = ?').bind(staffId),
    ...(credential.kind === 'passkey' ? [passkeyStatement(db, credential.passkey)] : []),
    auditStatement(db, entry),
  ]);
};
