import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { AuditEntry } from '../core/audit';
import type { Scope } from '../core/staff';
import { auditIfChanged } from './audit';
import { scopeParameter } from './scope';

/** Somebody who waits to be called. */
export interface CallBack {
  readonly id: string;
  readonly district?: string;
  /** What it is about, in staff's or our own words. */
  readonly topic: string;
  readonly name?: string;
  readonly phone?: string;
  readonly note?: string;
  readonly askedAt: number;
  readonly claimedBy?: string;
  readonly doneAt?: number;
  readonly result?: string;
}

const text = z.string().exactOptional();
const row = z.object({
  id: z.string(),
  district: text,
  topic: z.string(),
  name: text,
  phone: text,
  note: text,
  askedAt: z.number(),
  claimedBy: text,
  doneAt: z.number().exactOptional(),
  result: text,
});

const WITHIN = `(?1 IS NULL OR "district" IN (SELECT value FROM json_each(?1)))`;

const callIn = (raw: Readonly<Record<string, unknown>>): CallBack =>
  row.parse(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)));

/** Those who wait, the longest waiting first, then those called lately; without name and phone. */
export const callBacksWithin = async (
  db: D1Database,
  scope: Scope,
  limit: number,
): Promise<readonly CallBack[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", "district", "topic", "note", "askedAt", "claimedBy", "doneAt", "result" FROM "CallBack"
       WHERE ${WITHIN} ORDER BY "doneAt" IS NOT NULL, "doneAt" DESC, "askedAt" LIMIT ?2`,
    )
    .bind(scopeParameter(scope), limit)
    .all();
  return results.map(callIn);
};

/** One of them with name and phone. */
export const findCallBack = async (
  db: D1Database,
  scope: Scope,
  id: string,
): Promise<CallBack | undefined> => {
  const found = await db
    .prepare(`SELECT * FROM "CallBack" WHERE ${WITHIN} AND "id" = ?2`)
    .bind(scopeParameter(scope), id)
    .first();
  return found === null ? undefined : callIn(found);
};

/** Adds a request; the same id twice adds one. */
export const addCallBack = async (db: D1Database, call: CallBack, entry: AuditEntry): Promise<void> => {
  await db.batch([
    db
      .prepare(
        `INSERT OR IGNORE INTO "CallBack" ("id", "district", "topic", "name", "phone", "note", "askedAt")
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        call.id,
        call.district ?? null,
        call.topic,
        call.name ?? null,
        call.phone ?? null,
        call.note ?? null,
        call.askedAt,
      ),
    auditIfChanged(db, entry),
  ]);
};

/** Takes a call on; false where somebody else has it already. */
export const claimCallBack = async (db: D1Database, id: string, entry: AuditEntry): Promise<boolean> => {
  const [claimed] = await db.batch([
    db
      .prepare(
        `UPDATE "CallBack" SET "claimedBy" = ?1, "claimedAt" = ?2
         WHERE "id" = ?3 AND "doneAt" IS NULL AND ("claimedBy" IS NULL OR "claimedBy" = ?1)`,
      )
      .bind(entry.staffId ?? '', entry.at, id),
    auditIfChanged(db, entry),
  ]);
  return claimed?.meta.changes === 1;
};

/** Closes a call with what came of it. Name and phone are no longer needed and are erased in the same step. */
export const finishCallBack = async (
  db: D1Database,
  id: string,
  result: string,
  entry: AuditEntry,
): Promise<boolean> => {
  const [done] = await db.batch([
    db
      .prepare(
        `UPDATE "CallBack" SET "doneAt" = ?1, "result" = ?2, "name" = NULL, "phone" = NULL
         WHERE "id" = ?3 AND "doneAt" IS NULL AND "claimedBy" = ?4`,
      )
      .bind(entry.at, result, id, entry.staffId ?? ''),
    auditIfChanged(db, entry),
  ]);
  return done?.meta.changes === 1;
};
