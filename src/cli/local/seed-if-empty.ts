import type { D1Database } from '@cloudflare/workers-types';
import { tokorozawa } from '../../city/tokorozawa';
import { demoPlaces } from '../../city/tokorozawa/demo-places';
import { placeOfEntry } from '../../core/place-entry';
import { changePlaces } from '../../store/place-changes';
import { loadCatalogue } from '../../store/places';
import { seedLessonsIfEmpty } from './seed-lessons';

/** The data set that demonstration gatherings belong to. */
export const DEMO = 'demo';

/**
 * Writes the demonstration lessons into a database that has no lesson, and the demonstration gatherings into one that has
 * no place at all. Returns how many it wrote: 0 where
 * there is any place, because then the data is somebody's own.
 */
export const seedIfEmpty = async (db: D1Database, now: number): Promise<number> => {
  await seedLessonsIfEmpty(db, now);
  const { revision, places, unreadable } = await loadCatalogue(db);
  if (places.length + unreadable.length > 0) return 0;
  const added = demoPlaces.map((entry, index) =>
    placeOfEntry(entry, { number: index + 1, set: DEMO }, tokorozawa, now),
  );
  const isWritten = await changePlaces(db, { added, changed: [] }, revision, { by: DEMO, now });
  return isWritten ? added.length : 0;
};
