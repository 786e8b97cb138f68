import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry, Fields } from '../core/audit';
import type { Scope } from '../core/staff';
import { scopeParameter } from './scope';

const INTO = `INSERT INTO "Audit"
  ("id", "at", "staffId", "staffName", "action", "subjectKind", "subjectId", "district", "before", "after", "from")
  SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?`;

const values = (entry: AuditEntry): (string | number | null)[] => [
  entry.id,
  entry.at,
  entry.staffId ?? null,
  entry.staffName,
  entry.action,
  entry.subjectKind,
  entry.subjectId,
  entry.district ?? null,
  entry.before === undefined ? null : JSON.stringify(entry.before),
  entry.after === undefined ? null : JSON.stringify(entry.after),
  entry.from,
];

/** The statement that writes an entry; it belongs into the batch of the change itself. */
export const auditStatement = (db: D1Database, entry: AuditEntry): D1PreparedStatement =>
  db.prepare(INTO).bind(...values(entry));

/**
 * As {@link auditStatement}, but only where the statement just before it in the batch changed a row: a change that
 * was refused because somebody else was first must not be told as done.
 */
export const auditIfChanged = (db: D1Database, entry: AuditEntry): D1PreparedStatement =>
  db.prepare(`${INTO} WHERE changes() > 0`).bind(...values(entry));

/** What belongs to a change and is written in the same step, or not at all. */
export interface Along {
  readonly entry: AuditEntry;
  /** Each of these looks by itself whether the change was made: whether its entry stands in the audit. */
  readonly also?: readonly D1PreparedStatement[];
}

/**
 * Runs a change and, in the same batch, writes its audit entry: no crash can leave the one without the other. The
 * statement must be the one that changes a row if and only if the change is made.
 */
export const runAudited = async (
  db: D1Database,
  statement: D1PreparedStatement,
  along: Along | undefined,
): Promise<boolean> => {
  if (along === undefined) return (await statement.run()).meta.changes === 1;
  const [done] = await db.batch([statement, auditIfChanged(db, along.entry), ...(along.also ?? [])]);
  return done?.meta.changes === 1;
};

/** Writes an entry about something that changes nothing, as a view of personal data. */
export const recordAudit = async (db: D1Database, entry: AuditEntry): Promise<void> => {
  await auditStatement(db, entry).run();
};

/** What is searched for in the audit. Times in ms, `until` not included. */
export interface AuditQuery {
  readonly staffId?: string | undefined;
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly words?: string | undefined;
}

const fields = z
  .string()
  .transform((text, context): Fields => {
    const read = z.record(z.string(), z.unknown()).safeParse(JSON.parse(text));
    if (read.success) return read.data;
    context.addIssue('not an object');
    return z.NEVER;
  })
  .nullable();

const row = z
  .object({
    id: z.string(),
    at: z.number(),
    staffId: z.string().nullable(),
    staffName: z.string(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    district: z.string().nullable(),
    before: fields,
    after: fields,
    from: z.string(),
  })
  .transform(
    ({ staffId, district, before, after, ...rest }): AuditEntry => ({
      ...rest,
      ...(staffId === null ? {} : { staffId }),
      ...(district === null ? {} : { district }),
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
    }),
  );

/** The newest entries that fit, at most `limit`; a scoped reader sees her districts' and her own only. */
export const searchAudit = async (
  db: D1Database,
  reader: { readonly id: string; readonly scope: Scope },
  query: AuditQuery,
  limit: number,
): Promise<readonly AuditEntry[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM "Audit"
       WHERE (?1 IS NULL OR "staffId" = ?2 OR "district" IN (SELECT value FROM json_each(?1)))
         AND (?3 IS NULL OR "staffId" = ?3) AND (?4 IS NULL OR "action" = ?4)
         AND (?5 IS NULL OR "subjectKind" = ?5) AND (?6 IS NULL OR "subjectId" = ?6)
         AND (?7 IS NULL OR "at" >= ?7) AND (?8 IS NULL OR "at" < ?8)
         AND (?9 IS NULL OR instr(coalesce("before", '') || coalesce("after", '') || "staffName" || "subjectId", ?9) > 0)
       ORDER BY "at" DESC, "rowid" DESC LIMIT ?10`,
    )
    .bind(
      scopeParameter(reader.scope),
      reader.id,
      query.staffId ?? null,
      query.action ?? null,
      query.subjectKind ?? null,
      query.subjectId ?? null,
      query.from ?? null,
      query.until ?? null,
      query.words ?? null,
      limit,
    )
    .all();
  return results.map((one) => row.parse(one));
};
