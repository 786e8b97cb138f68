import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../core/audit';
import type { Scope } from '../core/staff';
import { auditIfChanged } from './audit';

/** Something that needs a person. */
export interface Alert {
  readonly id: string;
  readonly kind: string;
  /** The notice, turn, place or menu it is about, by its id. */
  readonly subject: string;
  readonly raisedAt: number;
  readonly closedAt?: number;
  readonly closedBy?: string;
}

const RAISE = 'INSERT OR IGNORE INTO "Alert" ("id", "kind", "subject", "raisedAt")';

/** Tells staff that something needs a person. The same matter is raised once. */
export const raiseAlert = async (
  db: D1Database,
  alert: { readonly kind: string; readonly subject: string },
  now: number,
): Promise<void> => {
  await db
    .prepare(`${RAISE} VALUES (?1, ?2, ?3, ?4)`)
    .bind(`${alert.kind}:${alert.subject}`, alert.kind, alert.subject, now)
    .run();
};

/** As {@link raiseAlert}, in the batch of a change and only if that change was made, which its audit entry says. */
export const alertWithChange = (
  db: D1Database,
  alert: { readonly kind: string; readonly subject: string },
  change: AuditEntry,
): D1PreparedStatement =>
  db
    .prepare(`${RAISE} SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM "Audit" WHERE "id" = ?5)`)
    .bind(`${alert.kind}:${alert.subject}`, alert.kind, alert.subject, change.at, change.id);

/** Open alerts, the oldest first, then those closed lately. They are the whole city's: staff of districts get none. */
export const alertsWithin = async (
  db: D1Database,
  scope: Scope,
  limit: number,
): Promise<readonly Alert[]> => {
  if (scope !== 'all') return [];
  const { results } = await db
    .prepare(`SELECT * FROM "Alert" ORDER BY "closedAt" IS NOT NULL, "closedAt" DESC, "raisedAt" LIMIT ?1`)
    .bind(limit)
    .all();
  return results.map((raw) => row.parse(raw));
};

/** Closes an alert; false where it is not there, or somebody else has closed it. */
export const closeAlert = async (
  db: D1Database,
  scope: Scope,
  id: string,
  entry: AuditEntry,
): Promise<boolean> => {
  if (scope !== 'all') return false;
  const [closed] = await db.batch([
    db
      .prepare('UPDATE "Alert" SET "closedAt" = ?1, "closedBy" = ?2 WHERE "id" = ?3 AND "closedAt" IS NULL')
      .bind(entry.at, entry.staffId ?? '', id),
    auditIfChanged(db, entry),
  ]);
  return closed?.meta.changes === 1;
};

const row = z
  .object({
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    raisedAt: z.number(),
    closedAt: z.number().nullable(),
    closedBy: z.string().nullable(),
  })
  .transform(
    ({ closedAt, closedBy, ...rest }): Alert => ({
      ...rest,
      ...(closedAt === null ? {} : { closedAt }),
      ...(closedBy === null ? {} : { closedBy }),
    }),
  );
