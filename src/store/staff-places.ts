import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Place } from '../core/place';
import type { Scope } from '../core/staff';
import { exceptionIn, placeIn } from './place-row';
import type { StoredPlace } from './places';
import { scopeParameter } from './scope';

/** What staff look for among the places. Empty fields ask for nothing. */
export interface PlaceQuery {
  readonly words?: string | undefined;
  readonly district?: string | undefined;
  readonly activity?: string | undefined;
  readonly status?: string | undefined;
  /** Only those nobody has checked since this instant, in ms. */
  readonly staleSince?: number | undefined;
}

/** Places of one answer, and how many there are in all. */
export interface PlacesFound {
  readonly places: readonly StoredPlace[];
  readonly count: number;
}

const WITHIN = `(?1 IS NULL OR "district" IN (SELECT value FROM json_each(?1)))`;
const WHERE = `${WITHIN}
  AND (?2 IS NULL OR instr("name" || coalesce("kana", '') || coalesce("address", '') || coalesce("town", ''), ?2) > 0)
  AND (?3 IS NULL OR "district" = ?3)
  AND (?4 IS NULL OR EXISTS (SELECT 1 FROM json_each("activities") WHERE value = ?4))
  AND (?5 IS NULL OR "status" = ?5)
  AND (?6 IS NULL OR ("status" <> 'ended' AND coalesce("checkedAt", 0) < ?6))`;

const revisionRow = z.object({ revision: z.number() });
const exceptionRow = z.object({ placeId: z.string(), exception: z.string() });

const readAll = (rows: readonly unknown[], exceptions: readonly unknown[]): readonly StoredPlace[] => {
  const ofPlace = Map.groupBy(z.array(exceptionRow).parse(exceptions), ({ placeId }) => placeId);
  return rows.flatMap((raw) => {
    const { revision, id } = revisionRow.extend({ id: z.string() }).parse(raw);
    const known = (ofPlace.get(id) ?? []).flatMap(({ exception }) => exceptionIn(exception) ?? []);
    const place = placeIn(raw, known);
    return place === undefined ? [] : [{ place, revision }];
  });
};

/** The places within a scope that fit; those longest unchecked first, as that is what there is to do. */
export const placesWithin = async (
  db: D1Database,
  scope: Scope,
  query: PlaceQuery,
  part: { readonly offset: number; readonly limit: number },
): Promise<PlacesFound> => {
  const values = [
    scopeParameter(scope),
    query.words || null,
    query.district || null,
    query.activity || null,
    query.status || null,
    query.staleSince ?? null,
  ];
  const [rows, exceptions, total] = await db.batch([
    db
      .prepare(
        `SELECT * FROM "Place" WHERE ${WHERE}
         ORDER BY "status" = 'ended', coalesce("checkedAt", 0), "name" LIMIT ?7 OFFSET ?8`,
      )
      .bind(...values, part.limit, part.offset),
    db
      .prepare(
        `SELECT "placeId", "exception" FROM "PlaceException" WHERE "placeId" IN (
           SELECT "id" FROM "Place" WHERE ${WHERE}
           ORDER BY "status" = 'ended', coalesce("checkedAt", 0), "name" LIMIT ?7 OFFSET ?8)
         ORDER BY "addedAt", "id"`,
      )
      .bind(...values, part.limit, part.offset),
    db.prepare(`SELECT count(*) AS "count" FROM "Place" WHERE ${WHERE}`).bind(...values),
  ]);
  const { count } = z.object({ count: z.number() }).parse(total?.results[0]);
  return { places: readAll(rows?.results ?? [], exceptions?.results ?? []), count };
};

/** One place, if it lies within the scope. */
export const findPlace = async (
  db: D1Database,
  scope: Scope,
  id: string,
): Promise<StoredPlace | undefined> => {
  const [rows, exceptions] = await db.batch([
    db.prepare(`SELECT * FROM "Place" WHERE ${WITHIN} AND "id" = ?2`).bind(scopeParameter(scope), id),
    db
      .prepare(
        'SELECT "placeId", "exception" FROM "PlaceException" WHERE "placeId" = ? ORDER BY "addedAt", "id"',
      )
      .bind(id),
  ]);
  return readAll(rows?.results ?? [], exceptions?.results ?? [])[0];
};

/** A dot of the map: where a place is and how it stands. */
export interface PlaceDot {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  readonly status: Place['status'];
}

const dot = z.object({
  id: z.string(),
  name: z.string(),
  lat: z.number(),
  lng: z.number(),
  status: z.enum(['active', 'paused', 'ended']),
});

/** Every place within the scope that has a position. */
export const placeDots = async (db: D1Database, scope: Scope): Promise<readonly PlaceDot[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", "name", "lat", "lng", "status" FROM "Place" WHERE ${WITHIN} AND "lat" IS NOT NULL AND "lng" IS NOT NULL`,
    )
    .bind(scopeParameter(scope))
    .all();
  return z.array(dot).parse(results);
};
