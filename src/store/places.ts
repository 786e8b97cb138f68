import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { Catalogue, Place } from '../core/place';
import { exceptionIn, parsedJson, placeIn } from './place-row';

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

/** What a place was like after one of its changes. */
export interface PlaceVersion {
  readonly revision: number;
  readonly changedAt: number;
  readonly changedBy: string;
  /** Without exceptions, which are not part of a version. Absent where the version can no longer be read. */
  readonly place?: Place;
}

/** All versions of a place, the newest first. */
export const loadPlaceVersions = async (db: D1Database, id: string): Promise<readonly PlaceVersion[]> => {
  const { results } = await db
    .prepare(
      `SELECT "revision", "changedAt", "changedBy", "place" FROM "PlaceVersion"
       WHERE "placeId" = ?1 ORDER BY "revision" DESC`,
    )
    .bind(id)
    .all();
  return versionRows.parse(results).map(({ place: stored, ...version }) => {
    const place = placeIn(parsedJson(stored));
    return place === undefined ? version : { ...version, place };
  });
};

const versionRows = z.array(
  z.object({ revision: z.number(), changedAt: z.number(), changedBy: z.string(), place: z.string() }),
);
