import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../core/audit';
import type { StaffMember } from '../core/staff';
import { auditStatement } from './audit';
import { memberIn } from './staff';

/** How a session began: by a passkey, or by password and code. */
export type Way = 'passkey' | 'code';

/** Somebody signed in on one device. */
export interface StaffSession {
  /** Digest of the token in her cookie. */
  readonly id: string;
  readonly staffId: string;
  readonly way: Way;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly from: string;
  /** What the browser calls itself. */
  readonly device: string;
}

/** Longest session, in ms: a working day. */
export const SESSION_LENGTH = 10 * 60 * 60_000;
/** Longest rest before a session ends by itself, in ms. */
export const SESSION_REST = 60 * 60_000;
/** How often a session notes that it was used, in ms; more often would write at each page. */
const NOTED_EACH = 60_000;

const row = z.object({
  id: z.string(),
  staffId: z.string(),
  way: z.enum(['passkey', 'code']),
  startedAt: z.number(),
  seenAt: z.number(),
  from: z.string(),
  device: z.string(),
});

/** Keeps a new session. */
export const startSession = async (
  db: D1Database,
  session: StaffSession,
  entry: AuditEntry,
): Promise<void> => {
  await db.batch([
    db
      .prepare(
        `INSERT INTO "StaffSession" ("id", "staffId", "way", "startedAt", "seenAt", "from", "device")
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        session.id,
        session.staffId,
        session.way,
        session.startedAt,
        session.seenAt,
        session.from,
        session.device,
      ),
    auditStatement(db, entry),
  ]);
};

/** The session of this digest and whose it is, unless it ended or her access did. */
export const findSession = async (
  db: D1Database,
  id: string,
  now: number,
): Promise<{ readonly session: StaffSession; readonly member: StaffMember } | undefined> => {
  const found = await db
    .prepare(
      `SELECT m.*, s."id" AS "sessionId", s."staffId", s."way", s."startedAt", s."seenAt", s."from", s."device"
       FROM "StaffSession" s JOIN "Staff" m ON m."id" = s."staffId"
       WHERE s."id" = ?1 AND s."startedAt" > ?2 AND s."seenAt" > ?3
         AND m."activatedAt" IS NOT NULL AND m."disabledAt" IS NULL`,
    )
    .bind(id, now - SESSION_LENGTH, now - SESSION_REST)
    .first();
  if (found === null) return undefined;
  const session = row.parse({ ...found, id: found.sessionId });
  if (now - session.seenAt >= NOTED_EACH) {
    await db.prepare('UPDATE "StaffSession" SET "seenAt" = ? WHERE "id" = ?').bind(now, id).run();
  }
  return { session, member: memberIn(found) };
};

/** A member's sessions that have not ended, newest first. */
export const listSessions = async (
  db: D1Database,
  staffId: string,
  now: number,
): Promise<readonly StaffSession[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM "StaffSession" WHERE "staffId" = ?1 AND "startedAt" > ?2 AND "seenAt" > ?3
       ORDER BY "seenAt" DESC`,
    )
    .bind(staffId, now - SESSION_LENGTH, now - SESSION_REST)
    .all();
  return results.map((one) => row.parse(one));
};

/** Ends one session. */
export const endSession = async (db: D1Database, id: string, entry: AuditEntry): Promise<void> => {
  await db.batch([
    db.prepare('DELETE FROM "StaffSession" WHERE "id" = ?').bind(id),
    auditStatement(db, entry),
  ]);
};

/** Ends all sessions of a member, on every device. */
export const endAllSessions = async (db: D1Database, staffId: string, entry: AuditEntry): Promise<void> => {
  await db.batch([
    db.prepare('DELETE FROM "StaffSession" WHERE "staffId" = ?').bind(staffId),
    auditStatement(db, entry),
  ]);
};

/** Removes what ended long ago: sessions, challenges, old delays. */
export const forgetSignIns = async (db: D1Database, now: number): Promise<void> => {
  await db.batch([
    db
      .prepare('DELETE FROM "StaffSession" WHERE "startedAt" <= ? OR "seenAt" <= ?')
      .bind(now - SESSION_LENGTH, now - SESSION_REST),
    db.prepare('DELETE FROM "StaffChallenge" WHERE "expiresAt" <= ?').bind(now),
    db.prepare('DELETE FROM "SignInDelay" WHERE "lastAt" <= ?').bind(now - 24 * 60 * 60_000),
  ]);
};
