import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import type { Bounds } from '../../src/core/city';
import { type ImportPlan, importCounts, importReport } from '../../src/core/import';
import { applyImport, previewImport } from '../../src/service/import-places';
import { loadCatalogue } from '../../src/store/places';
import { root } from '../support/sources';

const NOW = Date.UTC(2026, 10, 25);
const takamatsu: Bounds = { south: 34.1, west: 133.9, north: 34.5, east: 134.2 };

const fileNamed = (name: string): Uint8Array => readFileSync(join(root, 'test', 'places', 'files', name));

const files: readonly [name: string, bounds: Bounds, rows: number][] = [
  ['tokorozawa_facilities_from_events.csv', tokorozawa.bounds, 14],
  ['tokorozawa_facilities_new_std_01.csv', tokorozawa.bounds, 14],
  ['takamatsu_public_facility_old_std_utf8bom.csv', takamatsu, 75],
  ['takamatsu_public_facility_old_std_sjis.csv', takamatsu, 75],
  ['takamatsu_community_center_raw.csv', takamatsu, 52],
  ['takamatsu_elderly_wedding_house_raw.csv', takamatsu, 10],
];

describe('a list that a city publishes', () => {
  let database: LocalDatabase;

  beforeAll(async () => {
    database = await openDatabase(null);
    await migrate(database.db);
  });
  beforeEach(async () => {
    await database.db.batch(
      ['PlaceException', 'PlaceVersion', 'Place'].map((table) =>
        database.db.prepare(`DELETE FROM "${table}"`),
      ),
    );
  });
  afterAll(() => database.close());

  const planOf = async (name: string, bounds: Bounds = tokorozawa.bounds): Promise<ImportPlan> => {
    const preview = await previewImport(database.db, fileNamed(name), {
      city: tokorozawa,
      bounds,
      set: 'facilities',
    });
    if ('refused' in preview) throw new Error(`${name} was refused: ${preview.refused.kind}`);
    return preview.plan;
  };
  const apply = (plan: ImportPlan) => applyImport(database.db, plan, { by: 'staff-1', now: NOW });

  it.each(files)('%s is taken whole, and the same file again changes nothing', async (name, bounds, rows) => {
    const first = await planOf(name, bounds);
    expect(importCounts(first)).toEqual({ added: rows, changed: 0, unchanged: 0, refused: 0, missing: 0 });
    expect(await apply(first)).toBe('applied');
    const stored = await loadCatalogue(database.db);
    expect(stored.places).toHaveLength(rows);

    const second = await planOf(name, bounds);
    expect(importCounts(second)).toEqual({ added: 0, changed: 0, unchanged: rows, refused: 0, missing: 0 });
    expect(await apply(second)).toBe('nothing-to-do');
    expect(await loadCatalogue(database.db)).toEqual(stored);
  });

  it('of another city is refused row by row, each with the reason', async () => {
    for (const [name, , rows] of files.slice(2)) {
      const plan = await planOf(name);
      expect(importCounts(plan)).toMatchObject({ added: 0, refused: rows });
      expect(importReport(plan).filter((line) => line.includes('緯度・経度が市の外です'))).toHaveLength(rows);
    }
  });

  it('has the same places in the old layout and in the new, though their numbers differ', async () => {
    await apply(await planOf('tokorozawa_facilities_from_events.csv'));
    const plan = await planOf('tokorozawa_facilities_new_std_01.csv');
    expect(importCounts(plan)).toEqual({ added: 0, changed: 0, unchanged: 14, refused: 0, missing: 0 });
  });

  it('has the same places in UTF-8 and in Shift_JIS, to the last dash', async () => {
    await apply(await planOf('takamatsu_public_facility_old_std_utf8bom.csv', takamatsu));
    const plan = await planOf('takamatsu_public_facility_old_std_sjis.csv', takamatsu);
    expect(importCounts(plan)).toEqual({ added: 0, changed: 0, unchanged: 75, refused: 0, missing: 0 });
  });

  it('that covers only a part leaves the rest alone and names it', async () => {
    await apply(await planOf('takamatsu_public_facility_old_std_utf8bom.csv', takamatsu));
    const plan = await planOf('takamatsu_elderly_wedding_house_raw.csv', takamatsu);
    expect(importCounts(plan)).toMatchObject({ added: 0, refused: 0, missing: 65 });
    const report = importReport(plan);
    expect(report).toContain('ファイルにありません（そのまま残します）');
    expect(report).toContain('    高松市日新コミュニティセンター');
    await apply(plan);
    expect((await loadCatalogue(database.db)).places).toHaveLength(75);
  });

  it('leaves the places of other sources alone and does not call them missing', async () => {
    const seeded = await seedIfEmpty(database.db, NOW);
    const plan = await planOf('tokorozawa_facilities_new_std_01.csv');
    expect(importCounts(plan)).toMatchObject({ added: 14, missing: 0 });
    await apply(plan);
    expect((await loadCatalogue(database.db)).places).toHaveLength(seeded + 14);
  });

  it('applied by two people at once is applied by one, and the other is asked to look again', async () => {
    const plan = await planOf('tokorozawa_facilities_new_std_01.csv');
    expect([await apply(plan), await apply(plan)]).toEqual(['applied', 'stale']);
    await database.db.batch(
      ['PlaceVersion', 'Place'].map((table) => database.db.prepare(`DELETE FROM "${table}"`)),
    );
    const again = await planOf('tokorozawa_facilities_new_std_01.csv');
    expect((await Promise.all([apply(again), apply(again)])).sort()).toEqual(['applied', 'stale']);
    expect((await loadCatalogue(database.db)).places).toHaveLength(14);
  });

  it('knows where its places are: the town, the district, and whether it is only the middle of the town', async () => {
    await apply(await planOf('tokorozawa_facilities_new_std_01.csv'));
    const { places } = await loadCatalogue(database.db);
    const find = (name: string) => places.find((place) => place.name.startsWith(name));
    expect(find('所沢市役所')).toMatchObject({
      address: '並木1-1-1',
      town: '並木1丁目',
      district: '並木',
      sphere: '並木',
      at: { lat: 35.7994, lng: 139.4689 },
      isApproximate: false,
    });
    expect(find('吾妻まちづくりセンター')).toMatchObject({
      address: '大字久米2229-1',
      town: '久米',
      sphere: '吾妻',
      isApproximate: true,
      phone: '04-2924-0118',
    });
    // Its address is not in the file; the middle of a town as its position says which town.
    expect(find('松井まちづくりセンター')).toMatchObject({ town: '上安松', district: '松井' });
    expect(find('松井まちづくりセンター')?.address).toBeUndefined();
  });

  it('says no hours where a remark says that they differ by day', async () => {
    await apply(await planOf('takamatsu_public_facility_old_std_utf8bom.csv', takamatsu));
    const { places } = await loadCatalogue(database.db);
    const rulesOf = (name: string) => places.find((place) => place.name === name)?.schedule.rules;
    expect(rulesOf('老人いこいの家白梅荘')).toEqual([
      {
        kind: 'weekly',
        weekdays: [1, 2, 3, 4, 5, 6, 0],
        time: { from: '09:00', to: '18:00' },
        holidays: 'unknown',
      },
    ]);
    expect(rulesOf('高松市牟礼南会館')).toEqual([
      { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 0], holidays: 'unknown' },
    ]);
    expect(rulesOf('高松市日新コミュニティセンター')).toEqual([]);
  });
});
