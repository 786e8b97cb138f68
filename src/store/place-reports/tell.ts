import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { DOUBTED_FROM, type PlaceReport, shutKinds } from '../../core/place-report/report';
import type { Piece } from '../bookings/seat-sql';

/** How many different people say, undecided, that the place of the parameter is shut; who was forgotten still counts. */
export const SHUT_SAYERS = `(SELECT count(DISTINCT coalesce("personId", "id")) FROM "PlaceReport"
  WHERE "placeId" = "Place"."id" AND "decidedAt" IS NULL AND "what" IN (${shutKinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** Makes kept copies of the places stale if the statement just before changed one. */
export const RAISE_IF_CHANGED = `UPDATE "CatalogueRevision" SET "revision" = "revision" + 1 WHERE changes() > 0`;

/**
 * The statements that tell staff what somebody says is wrong. As soon as two different people say that a place is
 * shut, other elders are told that it is being looked into; nobody can take it off the list by saying so.
 */
export const reportStatements = (
  db: D1Database,
  { place, what, saidIn }: PlaceReport,
  turn: { readonly id: string; readonly personId: string },
  guard: Piece,
  now: number,
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT OR IGNORE INTO "PlaceReport" ("id", "personId", "placeId", "what", "saidIn", "reportedAt", "liveKey")
       SELECT ?, ?, "id", ?, ?, ?, ? FROM "Place" WHERE "id" = ? AND ${guard.sql}
       ON CONFLICT ("liveKey") DO UPDATE SET "saidIn" = "excluded"."saidIn"
         WHERE "excluded"."saidIn" <> '[]'`,
    )
    .bind(
      turn.id,
      turn.personId,
      what,
      JSON.stringify(saidIn),
      now,
      `${turn.personId}:${place}:${what}`,
      place,
      ...guard.values,
    ),
  db
    .prepare(
      `UPDATE "Place" SET "doubtedAt" = ? WHERE "id" = ? AND "doubtedAt" IS NULL AND ${SHUT_SAYERS} >= ${DOUBTED_FROM}
         AND ${guard.sql}`,
    )
    .bind(now, place, ...guard.values),
  db.prepare(RAISE_IF_CHANGED),
];

/** The statement that notes that she wants to hear what comes of it. */
export const wantAnswerStatement = (
  db: D1Database,
  place: string,
  personId: string,
  guard: Piece,
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE "PlaceReport" SET "wantsAnswer" = 1
       WHERE "personId" = ? AND "placeId" = ? AND "decidedAt" IS NULL AND ${guard.sql}`,
    )
    .bind(personId, place, ...guard.values);
