import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../core/staff';
import { scopeParameter } from './scope';

/** What there is to do today, as numbers. */
export interface HomeCounts {
  readonly stale: number;
  readonly callBacks: number;
  /** Offers to help that nobody has met yet, and cases that are not closed. */
  readonly wishes: number;
  readonly cases: number;
  /** Places of which somebody says that something is wrong. */
  readonly reported: number;
  /** Copies that LINE will never take, and such of which nobody knows, of the last week. */
  readonly failed: number;
  readonly uncertain: number;
  readonly alerts: number;
}

const count = z.object({ n: z.number().nullable() }).transform(({ n }) => n ?? 0);
const WITHIN = `(?1 IS NULL OR "district" IN (SELECT value FROM json_each(?1)))`;

/** Counts what needs somebody; failed sends and alerts are the whole city's. */
export const homeCounts = async (
  db: D1Database,
  scope: Scope,
  times: { readonly staleSince: number; readonly weekAgo: number },
): Promise<HomeCounts> => {
  const within = scopeParameter(scope);
  const results = await db.batch([
    db
      .prepare(
        `SELECT count(*) AS "n" FROM "Place" WHERE ${WITHIN} AND "status" <> 'ended' AND coalesce("checkedAt", 0) < ?2`,
      )
      .bind(within, times.staleSince),
    db.prepare(`SELECT count(*) AS "n" FROM "CallBack" WHERE ${WITHIN} AND "doneAt" IS NULL`).bind(within),
    db
      .prepare(`SELECT sum("people") AS "n" FROM "Chunk" WHERE "state" = 'failed' AND "closedAt" > ?1`)
      .bind(times.weekAgo),
    db.prepare(`SELECT sum("people") AS "n" FROM "Chunk" WHERE "state" = 'uncertain'`),
    db.prepare(`SELECT count(*) AS "n" FROM "Alert" WHERE "closedAt" IS NULL`),
    db.prepare(`SELECT count(*) AS "n" FROM "Volunteer" WHERE ${WITHIN} AND "state" = 'wish'`).bind(within),
    db
      .prepare(
        `SELECT count(*) AS "n" FROM "Case" WHERE (${WITHIN} OR "district" IS NULL) AND "doneAt" IS NULL`,
      )
      .bind(within),
    db
      .prepare(
        `SELECT count(DISTINCT "placeId") AS "n" FROM "PlaceReport" JOIN "Place" ON "Place"."id" = "placeId"
         WHERE "decidedAt" IS NULL AND ${WITHIN}`,
      )
      .bind(within),
  ]);
  const [stale, callBacks, failed, uncertain, alerts, wishes, cases, reported] = results.map((one) =>
    count.parse(one.results[0]),
  );
  return {
    stale: stale ?? 0,
    callBacks: callBacks ?? 0,
    wishes: wishes ?? 0,
    cases: cases ?? 0,
    reported: reported ?? 0,
    failed: failed ?? 0,
    uncertain: uncertain ?? 0,
    alerts: alerts ?? 0,
  };
};
