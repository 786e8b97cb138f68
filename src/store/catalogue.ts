import type { D1Database } from '@cloudflare/workers-types';
import type { City } from '../core/city';
import { buildPlaceIndex, type PlaceIndex } from '../core/search';
import { loadCatalogue } from './places';

/**
 * Keeps the city's places in memory, ready to be searched. Every turn reads the revision along with the person, so a
 * change made anywhere is seen by the very next turn without reading the places each time.
 */
export class CatalogueKeeper {
  private kept: Promise<PlaceIndex> | undefined;
  private revision: number | undefined;

  constructor(
    private readonly db: D1Database,
    private readonly city: City,
    /** Told of places that cannot be read; the others are searched all the same. */
    private readonly onUnreadable: (ids: readonly string[]) => Promise<void> = async () => {},
  ) {}

  /** The places at this revision or a later one. */
  at(revision: number): Promise<PlaceIndex> {
    if (this.kept && this.revision !== undefined && this.revision >= revision) return this.kept;
    this.revision = revision;
    const loading = loadCatalogue(this.db).then(async (catalogue) => {
      if (catalogue.unreadable.length > 0) await this.onUnreadable(catalogue.unreadable);
      // What was read may already be newer than what was asked for.
      if (this.kept === loading) this.revision = Math.max(catalogue.revision, revision);
      return buildPlaceIndex(catalogue, this.city.activities);
    });
    this.kept = loading;
    // A failed read must not be kept; the next turn tries again.
    loading.catch(() => {
      if (this.kept === loading) this.kept = undefined;
    });
    return loading;
  }
}
