import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Scope } from '../core/staff';
import { scopeParameter } from './scope';

/** How often a kind of place was looked for in an area, and not found near. */
export interface Unmet {
  readonly district: string | null;
  readonly sphere: string | null;
  readonly activity: string | null;
  readonly searches: number;
  /** Straight metres to the nearest fitting place, on average; null if there was none in the city. */
  readonly nearestMetres: number | null;
}

/** Searches without a place near, from somebody's districts, since an instant; the most often first. */
export const unmetWithin = async (db: D1Database, scope: Scope, since: number): Promise<readonly Unmet[]> => {
  const { results } = await db
    .prepare(
      `SELECT "district", "sphere", "activity", count(*) AS "searches", avg("nearestMetres") AS "nearestMetres"
       FROM "UnmetWish" WHERE "recordedAt" >= ?2
         AND (?1 IS NULL OR "district" IN (SELECT value FROM json_each(?1)))
       GROUP BY "district", "sphere", "activity" ORDER BY "searches" DESC, "district", "sphere", "activity"`,
    )
    .bind(scopeParameter(scope), since)
    .all();
  return z
    .array(
      z.object({
        district: z.string().nullable(),
        sphere: z.string().nullable(),
        activity: z.string().nullable(),
        searches: z.number(),
        nearestMetres: z.number().nullable(),
      }),
    )
    .parse(results);
};
