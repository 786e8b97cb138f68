import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { PlaceWish } from '../core/place-wish/place-wish';
import type { Scope } from '../core/staff';
import type { Piece } from './bookings/seat-sql';
import { type SystemNotice, systemNotices } from './notices/system';
import { scopeParameter } from './scope';

/** A wish as it is kept. */
export interface StoredWish extends PlaceWish {
  readonly id: string;
  readonly person: string;
  /** The catalogue's revision up to which places were looked at for it. */
  readonly seenRevision: number;
}

const liveKey = (personId: string, { activity, label }: Pick<PlaceWish, 'activity' | 'label'>): string =>
  `${personId}:${activity ?? ''}:${label}`;

/** The statement that takes a wish back. */
export const dropWishStatement = (
  db: D1Database,
  wish: Pick<PlaceWish, 'activity' | 'label'>,
  personId: string,
  guard: Piece,
): D1PreparedStatement =>
  db
    .prepare(`DELETE FROM "PlaceWish" WHERE "liveKey" = ? AND ${guard.sql}`)
    .bind(liveKey(personId, wish), ...guard.values);

/** The statement that keeps a wish; one with the same place and activity that was not answered yet stands already. */
export const wishStatement = (
  db: D1Database,
  wish: PlaceWish,
  turn: { readonly id: string; readonly personId: string },
  guard: Piece,
  now: number,
): D1PreparedStatement => {
  const { activity, at, label, district } = wish;
  return db
    .prepare(
      `INSERT OR IGNORE INTO "PlaceWish" ("id", "personId", "activity", "lat", "lng", "label", "district", "wishedAt",
         "seenRevision", "liveKey")
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, (SELECT "revision" FROM "CatalogueRevision"), ? WHERE ${guard.sql}`,
    )
    .bind(
      turn.id,
      turn.personId,
      activity ?? null,
      at.lat,
      at.lng,
      label,
      district ?? null,
      now,
      liveKey(turn.personId, wish),
      ...guard.values,
    );
};

const row = z.object({
  id: z.string(),
  person: z.string(),
  activity: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
  label: z.string(),
  seenRevision: z.number(),
});

/** Wishes nobody has looked at since the catalogue changed, at most `limit`. */
export const wishesBefore = async (
  db: D1Database,
  revision: number,
  limit: number,
): Promise<readonly StoredWish[]> => {
  const { results } = await db
    .prepare(
      `SELECT "id", "personId" AS "person", "activity", "lat", "lng", "label", "seenRevision" FROM "PlaceWish"
       WHERE "toldAt" IS NULL AND "seenRevision" < ?1 ORDER BY "seenRevision" LIMIT ?2`,
    )
    .bind(revision, limit)
    .all();
  return z
    .array(row)
    .parse(results)
    .map(({ activity, lat, lng, ...rest }) => ({
      ...rest,
      at: { lat, lng },
      ...(activity === null ? {} : { activity }),
    }));
};

/** The places that changed after a revision, each with the revision of its last change, and the newest revision. */
export const changedSince = async (
  db: D1Database,
  revision: number,
): Promise<readonly { readonly id: string; readonly revision: number }[]> => {
  const { results } = await db
    .prepare('SELECT "id", "revision" FROM "Place" WHERE "revision" > ?1')
    .bind(revision)
    .all();
  return z.array(z.object({ id: z.string(), revision: z.number() })).parse(results);
};

/** The catalogue's revision at this moment. */
export const catalogueRevision = async (db: D1Database): Promise<number> => {
  const found = await db.prepare('SELECT "revision" FROM "CatalogueRevision"').first();
  return found === null ? 0 : z.object({ revision: z.number() }).parse(found).revision;
};

/**
 * Notes up to which revision wishes were looked at, and queues the notices of those that were answered, in one step: a
 * wish is answered once, whatever dies in between.
 */
export const settleWishes = async (
  db: D1Database,
  looked: { readonly wishes: readonly string[]; readonly revision: number },
  answered: readonly { readonly wish: string; readonly notice: SystemNotice }[],
  now: number,
): Promise<void> => {
  await db.batch([
    systemNotices(
      db,
      answered.map(({ notice }) => notice),
      now,
    ),
    db
      .prepare(
        `UPDATE "PlaceWish" SET "seenRevision" = max("seenRevision", ?2)
         WHERE "id" IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(looked.wishes), looked.revision),
    db
      .prepare(
        `UPDATE "PlaceWish" SET "toldAt" = ?2, "liveKey" = NULL WHERE "toldAt" IS NULL
           AND "id" IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(answered.map(({ wish }) => wish)), now),
  ]);
};

/** How many wait for a place, by district and activity: what elders ask for and do not have near. */
export interface Demand {
  readonly district: string | null;
  readonly activity: string | null;
  readonly people: number;
}

/** The demand in somebody's districts, the greatest first. */
export const demandWithin = async (db: D1Database, scope: Scope): Promise<readonly Demand[]> => {
  const { results } = await db
    .prepare(
      `SELECT "district", "activity", count(DISTINCT "personId") AS "people" FROM "PlaceWish"
       WHERE "toldAt" IS NULL AND (?1 IS NULL OR "district" IN (SELECT value FROM json_each(?1)))
       GROUP BY "district", "activity" ORDER BY "people" DESC, "district", "activity"`,
    )
    .bind(scopeParameter(scope))
    .all();
  return z
    .array(z.object({ district: z.string().nullable(), activity: z.string().nullable(), people: z.number() }))
    .parse(results);
};
