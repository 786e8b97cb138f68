import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { AuditEntry } from '../core/audit';
import type { Place } from '../core/place';
import type { Exception } from '../core/schedule';
import { auditIfChanged } from './audit';
import { exceptionId, placeColumns, rowOf } from './place-row';

/** Who changes something, and when. */
export interface Change {
  /** A member of staff's id, or the name of a job. */
  readonly by: string;
  readonly now: number;
  /** Written in the same step as the change, and only if it was made. */
  readonly entry?: AuditEntry;
  /** What must happen in the same step; each of these looks by itself whether the change, by its entry, was made. */
  readonly also?: readonly D1PreparedStatement[];
}

/** What belongs behind the last statement of a change, which changes a row if and only if the change was made. */
const recorded = (db: D1Database, { entry, also = [] }: Change): readonly D1PreparedStatement[] => [
  ...(entry === undefined ? [] : [auditIfChanged(db, entry)]),
  ...also,
];

/** Rows a statement: far below the 2 MB that one bound value may have, with every field at its longest. */
const AT_ONCE = 100;

/**
 * Adds and changes places in one step, and only if the catalogue is still the one that was read. False says that
 * somebody was first: read again. Exceptions of changed places stay as they are; those of added ones are written.
 */
export const changePlaces = async (
  db: D1Database,
  places: { readonly added: readonly Place[]; readonly changed: readonly Place[] },
  expected: number,
  change: Change,
): Promise<boolean> => {
  const isExpected = `(SELECT "revision" FROM "CatalogueRevision") = ?2`;
  const all = [...places.added, ...places.changed];
  const exceptions = places.added.flatMap(({ id, schedule }) =>
    (schedule.exceptions ?? []).map((exception) => exceptionRow(id, exception)),
  );
  const after = recorded(db, change);
  const results = await db.batch([
    ...chunks(places.added.map(rowOf)).map((rows) =>
      db.prepare(insertPlaces(isExpected)).bind(JSON.stringify(rows), expected),
    ),
    ...chunks(places.changed.map(rowOf)).map((rows) =>
      db
        .prepare(
          `UPDATE "Place" SET ${assignments}, "revision" = ?2 + 1 FROM json_each(?1) AS "new"
           WHERE "Place"."id" = "new".value ->> 'id' AND ${isExpected}`,
        )
        .bind(JSON.stringify(rows), expected),
    ),
    ...chunks(exceptions).map((rows) =>
      db
        .prepare(`${INSERT_EXCEPTIONS} WHERE ${isExpected}`)
        .bind(JSON.stringify(rows), expected, change.now, change.by),
    ),
    ...chunks(all.map(rowOf)).map((rows) =>
      db
        .prepare(`${INSERT_VERSIONS} WHERE ${isExpected}`)
        .bind(JSON.stringify(rows), expected, change.now, change.by),
    ),
    db.prepare(`${RAISE} WHERE "revision" = ?1`).bind(expected),
    ...after,
  ]);
  return results.at(-1 - after.length)?.meta.changes === 1;
};

/** Adds one place. False says that its id, or its number within its data set, is taken already. */
export const saveNewPlace = async (db: D1Database, place: Place, change: Change): Promise<boolean> =>
  changeOne(
    db,
    place,
    db
      .prepare(
        insertPlaces(
          `NOT EXISTS (SELECT 1 FROM "Place" WHERE "id" = value ->> 'id'
             OR ("sourceSet" = value ->> 'sourceSet' AND "sourceKey" = value ->> 'sourceKey'))`,
          NEXT,
        ),
      )
      .bind(JSON.stringify([rowOf(place)])),
    change,
    place.schedule.exceptions,
  );

/**
 * Changes one place, and only if it is still the one that was read: `expected` is the revision it was loaded with.
 * False says that somebody was first. Its exceptions stay as they are.
 */
export const updatePlace = async (
  db: D1Database,
  place: Place,
  expected: number,
  change: Change,
): Promise<boolean> =>
  changeOne(
    db,
    place,
    db
      .prepare(
        `UPDATE "Place" SET ${assignments}, "revision" = ${NEXT} FROM json_each(?1) AS "new"
         WHERE "Place"."id" = "new".value ->> 'id' AND "Place"."revision" = ?2`,
      )
      .bind(JSON.stringify([rowOf(place)]), expected),
    change,
  );

/**
 * Adds an exception to a place, or says the same one anew: calling a day off twice calls it off once. False says that
 * there is no such place.
 */
export const addException = async (
  db: D1Database,
  placeId: string,
  exception: Exception,
  change: Change,
): Promise<boolean> => {
  const { by, now } = change;
  const [written] = await db.batch([
    db
      .prepare(`${INSERT_EXCEPTIONS} WHERE EXISTS (SELECT 1 FROM "Place" WHERE "id" = ?2)`)
      .bind(JSON.stringify([exceptionRow(placeId, exception)]), placeId, now, by),
    db.prepare(`${RAISE} WHERE EXISTS (SELECT 1 FROM "Place" WHERE "id" = ?1)`).bind(placeId),
    ...recorded(db, change),
  ]);
  return written?.meta.changes === 1;
};

/** Takes an exception back. False says that it was not there. */
export const removeException = async (
  db: D1Database,
  placeId: string,
  exception: Exception,
  change: Change,
): Promise<boolean> => {
  const id = exceptionId(placeId, exception);
  const [, removed] = await db.batch([
    db.prepare(`${RAISE} WHERE EXISTS (SELECT 1 FROM "PlaceException" WHERE "id" = ?1)`).bind(id),
    db.prepare('DELETE FROM "PlaceException" WHERE "id" = ?1').bind(id),
    ...recorded(db, change),
  ]);
  return removed?.meta.changes === 1;
};

const RAISE = 'UPDATE "CatalogueRevision" SET "revision" = "revision" + 1';
const NEXT = `(SELECT "revision" + 1 FROM "CatalogueRevision")`;

/** What follows only if the first statement gave the place the revision that is about to be reached. */
const changeOne = async (
  db: D1Database,
  place: Place,
  first: D1PreparedStatement,
  change: Change,
  exceptions: readonly Exception[] = [],
): Promise<boolean> => {
  const { by, now } = change;
  const [written] = await db.batch([
    first,
    db
      .prepare(
        `${INSERT_EXCEPTIONS} WHERE EXISTS (SELECT 1 FROM "Place" WHERE "id" = ?2 AND "revision" = ${NEXT})`,
      )
      .bind(
        JSON.stringify(exceptions.map((exception) => exceptionRow(place.id, exception))),
        place.id,
        now,
        by,
      ),
    db
      .prepare(
        `INSERT INTO "PlaceVersion" ("placeId", "revision", "changedAt", "changedBy", "place")
         SELECT "id", "revision", ?2, ?3, ?4 FROM "Place" WHERE "id" = ?1 AND "revision" = ${NEXT}`,
      )
      .bind(place.id, now, by, JSON.stringify(rowOf(place))),
    db
      .prepare(`${RAISE} WHERE "revision" + 1 = (SELECT "revision" FROM "Place" WHERE "id" = ?1)`)
      .bind(place.id),
    ...recorded(db, change),
  ]);
  return written?.meta.changes === 1;
};

const columnNames = placeColumns.map((column) => `"${column}"`).join(', ');
const values = placeColumns.map((column) => `value ->> '${column}'`).join(', ');
const assignments = placeColumns
  .filter((column) => column !== 'id')
  .map((column) => `"${column}" = "new".value ->> '${column}'`)
  .join(', ');

const insertPlaces = (condition: string, revision = '?2 + 1'): string =>
  `INSERT INTO "Place" (${columnNames}, "revision") SELECT ${values}, ${revision} FROM json_each(?1) WHERE ${condition}`;

const INSERT_VERSIONS = `INSERT INTO "PlaceVersion" ("placeId", "revision", "changedAt", "changedBy", "place")
  SELECT value ->> 'id', ?2 + 1, ?3, ?4, value FROM json_each(?1)`;

const INSERT_EXCEPTIONS = `INSERT OR REPLACE INTO "PlaceException" ("id", "placeId", "exception", "addedAt", "addedBy")
  SELECT value ->> 'id', value ->> 'placeId', value ->> 'exception', ?3, ?4 FROM json_each(?1)`;

const exceptionRow = (placeId: string, exception: Exception) => ({
  id: exceptionId(placeId, exception),
  placeId,
  exception: JSON.stringify(exception),
});

const chunks = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, chunk) =>
    rows.slice(chunk * AT_ONCE, (chunk + 1) * AT_ONCE),
  );
