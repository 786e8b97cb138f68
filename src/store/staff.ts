import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../core/audit';
import { roles, type Scope, type StaffMember } from '../core/staff';
import { auditIfChanged } from './audit';

const scope = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.union([z.literal('all'), z.array(z.string())]));

const row = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  scope,
  activatedAt: z.number().nullable(),
  disabledAt: z.number().nullable(),
});

/** Reads a row of Staff, or one joined with it. */
export const memberIn = (found: unknown): StaffMember => {
  const { activatedAt, disabledAt, ...rest } = row.parse(found);
  return {
    ...rest,
    ...(activatedAt === null ? {} : { activatedAt }),
    ...(disabledAt === null ? {} : { disabledAt }),
  };
};

/** What signing in needs besides the member herself. */
export interface Credentials {
  readonly member: StaffMember;
  readonly passwordHash?: string;
  /** Encrypted. */
  readonly codeSecret?: string;
}

const credentials = z.object({ passwordHash: z.string().nullable(), codeSecret: z.string().nullable() });

const credentialsIn = (found: unknown): Credentials => {
  const { passwordHash, codeSecret } = credentials.parse(found);
  return {
    member: memberIn(found),
    ...(passwordHash === null ? {} : { passwordHash }),
    ...(codeSecret === null ? {} : { codeSecret }),
  };
};

/** The active member with this address, with what proves that it is she. */
export const credentialsByEmail = async (db: D1Database, email: string): Promise<Credentials | undefined> => {
  const found = await db
    .prepare('SELECT * FROM "Staff" WHERE "email" = ? AND "activatedAt" IS NOT NULL AND "disabledAt" IS NULL')
    .bind(email)
    .first();
  return found === null ? undefined : credentialsIn(found);
};

/** As {@link credentialsByEmail}, by id. */
export const credentialsById = async (db: D1Database, id: string): Promise<Credentials | undefined> => {
  const found = await db
    .prepare('SELECT * FROM "Staff" WHERE "id" = ? AND "activatedAt" IS NOT NULL AND "disabledAt" IS NULL')
    .bind(id)
    .first();
  return found === null ? undefined : credentialsIn(found);
};

/** One member, whatever her state. */
export const findMember = async (db: D1Database, id: string): Promise<StaffMember | undefined> => {
  const found = await db.prepare('SELECT * FROM "Staff" WHERE "id" = ?').bind(id).first();
  return found === null ? undefined : memberIn(found);
};

/** Everyone of the staff: those who may sign in first, then by name. */
export const listStaff = async (db: D1Database): Promise<readonly StaffMember[]> => {
  const { results } = await db
    .prepare('SELECT * FROM "Staff" ORDER BY "disabledAt" IS NOT NULL, "name"')
    .all();
  return results.map(memberIn);
};

/** Adds an invited member together with her invitation; false where the address is taken. */
export const addMember = async (
  db: D1Database,
  member: StaffMember,
  invitation: D1PreparedStatement,
  entry: AuditEntry,
): Promise<boolean> => {
  const results = await db.batch([
    db
      .prepare(
        `INSERT INTO "Staff" ("id", "email", "name", "role", "scope", "createdAt") VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT ("email") DO NOTHING`,
      )
      .bind(member.id, member.email, member.name, member.role, JSON.stringify(member.scope), entry.at),
    auditIfChanged(db, entry),
    invitation,
  ]);
  return results[0]?.meta.changes === 1;
};

/** Changes what a member may do, provided that it still is what the reader saw; false where it is not. */
export const changeMember = async (
  db: D1Database,
  seen: StaffMember,
  next: { readonly name: string; readonly role: string; readonly scope: Scope },
  entry: AuditEntry,
): Promise<boolean> => {
  const results = await db.batch([
    db
      .prepare(
        `UPDATE "Staff" SET "name" = ?, "role" = ?, "scope" = ?
         WHERE "id" = ? AND "role" = ? AND "scope" = ? AND "name" = ? AND "disabledAt" IS NULL`,
      )
      .bind(
        next.name,
        next.role,
        JSON.stringify(next.scope),
        seen.id,
        seen.role,
        JSON.stringify(seen.scope),
        seen.name,
      ),
    auditIfChanged(db, entry),
  ]);
  return results[0]?.meta.changes === 1;
};

/** Ends a member's access, all her sessions and open invitations with it. The last admin stays. */
export const disableMember = async (db: D1Database, id: string, entry: AuditEntry): Promise<boolean> => {
  const results = await db.batch([
    db
      .prepare(
        `UPDATE "Staff" SET "disabledAt" = ?1 WHERE "id" = ?2 AND "disabledAt" IS NULL AND ("role" <> 'admin' OR EXISTS (
           SELECT 1 FROM "Staff" WHERE "role" = 'admin' AND "id" <> ?2 AND "disabledAt" IS NULL AND "activatedAt" IS NOT NULL))`,
      )
      .bind(entry.at, id),
    auditIfChanged(db, entry),
    db
      .prepare(
        'DELETE FROM "StaffSession" WHERE "staffId" IN (SELECT "id" FROM "Staff" WHERE "id" = ? AND "disabledAt" IS NOT NULL)',
      )
      .bind(id),
    db
      .prepare(
        'DELETE FROM "StaffInvitation" WHERE "usedAt" IS NULL AND "staffId" IN (SELECT "id" FROM "Staff" WHERE "id" = ? AND "disabledAt" IS NOT NULL)',
      )
      .bind(id),
  ]);
  return results[0]?.meta.changes === 1;
};

/** Notes a used code's time step; false where that step or a later one was used before. */
export const useCodeStep = async (db: D1Database, id: string, step: number): Promise<boolean> => {
  const { meta } = await db
    .prepare('UPDATE "Staff" SET "codeStep" = ?1 WHERE "id" = ?2 AND ("codeStep" IS NULL OR "codeStep" < ?1)')
    .bind(step, id)
    .run();
  return meta.changes === 1;
};

/** A member's own LINE, if she linked it. */
export const staffPersonId = async (db: D1Database, id: string): Promise<string | undefined> =>
  (await db.prepare('SELECT "personId" FROM "Staff" WHERE "id" = ?').bind(id).first<string>('personId')) ??
  undefined;

/** The names of members by id, for lists that name who did something. */
export const staffNames = async (db: D1Database): Promise<ReadonlyMap<string, string>> => {
  const { results } = await db
    .prepare('SELECT "id", "name" FROM "Staff"')
    .all<{ id: string; name: string }>();
  return new Map(results.map(({ id, name }) => [id, name]));
};

/** Marks a code that links a member's own LINE; whoever writes it in the chat is she. */
export const linkMark = (staffId: string): string => `link:${staffId}`;

/** Links a member's LINE by the newest code of hers that was written in a chat; false where none was. */
export const linkOwnLine = async (db: D1Database, staffId: string, entry: AuditEntry): Promise<boolean> => {
  const [linked] = await db.batch([
    db
      .prepare(
        `UPDATE "Staff" SET "personId" = (SELECT "usedBy" FROM "SupporterInvite"
           WHERE "madeBy" = ?1 AND "usedBy" IS NOT NULL ORDER BY "usedAt" DESC LIMIT 1)
         WHERE "id" = ?2 AND EXISTS (SELECT 1 FROM "SupporterInvite" WHERE "madeBy" = ?1 AND "usedBy" IS NOT NULL)`,
      )
      .bind(linkMark(staffId), staffId),
    auditIfChanged(db, entry),
  ]);
  return linked?.meta.changes === 1;
};
