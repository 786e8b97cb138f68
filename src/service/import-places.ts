import type { D1Database } from '@cloudflare/workers-types';
import { type ImportPlan, type ImportTarget, type NoList, planImport, planned } from '../core/import';
import { type Change, changePlaces } from '../store/place-changes';
import { loadCatalogue } from '../store/places';
import { calendarRows } from './calendar-rows';
import { geoJsonRows } from './geojson-rows';
import { type Encoding, type NoTable, readTable } from './read-table';

/** Why nothing can be planned at all. */
export type NoImport =
  | NoTable
  | NoList
  /** Stored places that cannot be read; they would be taken for new ones. */
  | { readonly kind: 'unreadable-places'; readonly ids: readonly string[] };

/** What a file would change, before anything is written. */
export interface ImportPreview {
  readonly encoding: Encoding;
  readonly plan: ImportPlan;
}

/** A list as CSV, as GeoJSON or as a calendar of ours; the last two are told by how they begin. */
const tableIn = (file: Uint8Array): ReturnType<typeof readTable> => {
  const text = new TextDecoder();
  const isCalendar = text.decode(file.subarray(0, CALENDAR.length)) === CALENDAR;
  const rows =
    file[0] === BRACE
      ? geoJsonRows(text.decode(file))
      : isCalendar
        ? calendarRows(text.decode(file))
        : undefined;
  return rows === undefined ? readTable(file) : { encoding: 'utf-8', rows };
};

const BRACE = 0x7b;
const CALENDAR = 'BEGIN:VCALENDAR';

/** Reads a file and plans its import against the places as they are now. Writes nothing. */
export const previewImport = async (
  db: D1Database,
  file: Uint8Array,
  target: ImportTarget,
): Promise<ImportPreview | { readonly refused: NoImport }> => {
  const table = tableIn(file);
  if ('refused' in table) return table;
  const catalogue = await loadCatalogue(db);
  if (catalogue.unreadable.length > 0) {
    return { refused: { kind: 'unreadable-places', ids: catalogue.unreadable } };
  }
  const plan = planImport(catalogue, table.rows, target);
  return 'refused' in plan ? plan : { encoding: table.encoding, plan };
};

/**
 * Writes what a plan says, all of it or nothing. `stale` says that the places were changed since it was made: plan
 * again, so that nobody's work is overwritten.
 */
export const applyImport = async (
  db: D1Database,
  plan: ImportPlan,
  change: Change,
): Promise<'applied' | 'nothing-to-do' | 'stale'> => {
  const places = planned(plan);
  if (places.added.length + places.changed.length === 0) return 'nothing-to-do';
  return (await changePlaces(db, places, plan.revision, change)) ? 'applied' : 'stale';
};
