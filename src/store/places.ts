import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Catalogue, Place } from '../core/place';
import type { Exception } from '../core/schedule';
import { exceptionId, exceptionIn, placeColumns, placeIn, rowOf } from './place-row';

/** The catalogue as it was read. One row that cannot be read hides no other; it is named, so that staff can be told. */
export interface StoredCatalogue extends Catalogue {
  /** Ids of places left out, or of which an exception was left out. */
  readonly unreadable: readonly string[];
}

/** A place as staff edit it. */
export interface StoredPlace {
  readonly place: Place;
  /** The catalogue's revision in which it was last changed; whoever changes it names this one. */
  readonly revision: number;
}

/** Who changes something, and when. */
export interface Change {
  /** A member of staff's id, or the name of a job. */
  readonly by: string;
  readonly now: number;
}

/** Reads all places at one revision, in one trip. */
export const loadCatalogue = async (db: D1Database): Promise<StoredCatalogue> => {
  const [revisions, places, exceptions] = await db.batch([
    db.prepare('SELECT "revision" FROM "CatalogueRevision"'),
    db.prepare('SELECT * FROM "Place"'),
    db.prepare('SELECT "placeId", "exception" FROM "PlaceException" ORDER BY "addedAt", "id"'),
  ]);
  const [newest] = z.array(z.object({ revision: z.number() })).parse(revisions?.results);
  const read = readPlaces(places?.results ?? [], exceptions?.results ?? []);
  return {
    revision: newest?.revision ?? 0,
    places: read.flatMap(({ place }) => place ?? []),
    unreadable: read.flatMap(({ id, isWhole }) => (isWhole ? [] : [id])),
  };
};

/** One place whatever its status; nothing where there is none, or its row cannot be read. */
export const loadPlace = async (db: D1Database, id: string): Promise<StoredPlace | undefined> => {
  const [places, exceptions] = await db.batch([
    db.prepare('SELECT * FROM "Place" WHERE "id" = ?1').bind(id),
    db
      .prepare(
        'SELECT "placeId", "exception" FROM "PlaceException" WHERE "placeId" = ?1 ORDER BY "addedAt", "id"',
      )
      .bind(id),
  ]);
  const [read] = readPlaces(places?.results ?? [], exceptions?.results ?? []);
  return read?.place === undefined ? undefined : { place: read.place, revision: read.revision };
};

const rowHead = z.object({ id: z.string(), revision: z.number() });
const exceptionRows = z.array(z.object({ placeId: z.string(), exception: z.string() }));

const readPlaces = (places: readonly unknown[], exceptions: readonly unknown[]) => {
  const ofPlace = Map.groupBy(exceptionRows.parse(exceptions), ({ placeId }) => placeId);
  return places.map((raw) => {
    const { id, revision } = rowHead.parse(raw);
    const stored = ofPlace.get(id) ?? [];
    const known = stored.flatMap(({ exception }) => exceptionIn(exception) ?? []);
    const place = placeIn(raw, known);
    return { id, revision, place, isWhole: place !== undefined && known.length === stored.length };
  });
};

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
  const results = await db.batch([
    ...chunks(places.added.map(rowOf)).map((rows) =>
      db.prepare(insertPlaces(`${isExpected}`)).bind(JSON.stringify(rows), expected),
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
    db
      .prepare('UPDATE "CatalogueRevision" SET "revision" = "revision" + 1 WHERE "revision" = ?1')
      .bind(expected),
  ]);
  return results.at(-1)?.meta.changes === 1;
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

const NEXT = `(SELECT "revision" + 1 FROM "CatalogueRevision")`;

/** What follows only if the first statement gave the place the revision that is about to be reached. */
const changeOne = async (
  db: D1Database,
  place: Place,
  first: D1PreparedStatement,
  { by, now }: Change,
): Promise<boolean> => {
  const [written] = await db.batch([
    first,
    db
      .prepare(
        `INSERT INTO "PlaceVersion" ("placeId", "revision", "changedAt", "changedBy", "place")
         SELECT "id", "revision", ?2, ?3, ?4 FROM "Place" WHERE "id" = ?1 AND "revision" = ${NEXT}`,
      )
      .bind(place.id, now, by, JSON.stringify(rowOf(place))),
    db
      .prepare(
        `UPDATE "CatalogueRevision" SET "revision" = "revision" + 1
         WHERE "revision" + 1 = (SELECT "revision" FROM "Place" WHERE "id" = ?1)`,
      )
      .bind(place.id),
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
