import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { AuditEntry } from '../../core/audit';
import { DOUBTED_FROM, type Verdict } from '../../core/place-report/report';
import { auditIfChanged } from '../audit';
import { RAISE_IF_CHANGED, SHUT_SAYERS } from './tell';

/** What staff decided about the reports of one place that they had before their eyes. */
export interface Decision {
  readonly place: string;
  /** Those that were read; what came in since stays open. */
  readonly reports: readonly string[];
  readonly verdict: Verdict;
  readonly note: string;
}

/** What else must be true in the batch, as the audit entry of the change that settles them. */
type Expected = { readonly auditId: string } | undefined;

const settle = (
  db: D1Database,
  { place, reports, verdict, note }: Decision,
  { staffId = '', at }: AuditEntry,
  expected?: Expected,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "PlaceReport" SET "decidedAt" = ?1, "decidedBy" = ?2, "verdict" = ?3, "note" = ?4, "liveKey" = NULL
       WHERE "placeId" = ?5 AND "decidedAt" IS NULL AND "id" IN (SELECT value FROM json_each(?6))
         AND (?7 IS NULL OR EXISTS (SELECT 1 FROM "Audit" WHERE "id" = ?7))`,
    )
    .bind(at, staffId, verdict, note, place, JSON.stringify(reports), expected?.auditId ?? null);

const undoubt = (db: D1Database, place: string): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE "Place" SET "doubtedAt" = NULL
       WHERE "id" = ?1 AND "doubtedAt" IS NOT NULL AND ${SHUT_SAYERS} < ${DOUBTED_FROM}`,
    )
    .bind(place),
  db.prepare(RAISE_IF_CHANGED),
];

/** Decides reports without changing the place; false where somebody else has decided all of them. */
export const decideReports = async (
  db: D1Database,
  decision: Decision,
  entry: AuditEntry,
): Promise<boolean> => {
  const [settled] = await db.batch([
    settle(db, decision, entry),
    auditIfChanged(db, entry),
    ...undoubt(db, decision.place),
  ]);
  return (settled?.meta.changes ?? 0) > 0;
};

/** The statements that settle reports in the batch of the change of the place, after that change's own audit entry. */
export const settleWithChange = (
  db: D1Database,
  decision: Decision,
  change: AuditEntry,
): D1PreparedStatement[] => [
  settle(db, decision, change, { auditId: change.id }),
  ...undoubt(db, decision.place),
];
