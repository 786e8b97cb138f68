import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import type { Place } from '../../src/core/place';
import { unknownAccess } from '../../src/core/place';
import { CatalogueKeeper } from '../../src/store/catalogue';
import {
  addException,
  changePlaces,
  removeException,
  saveNewPlace,
  updatePlace,
} from '../../src/store/place-changes';
import { loadCatalogue, loadPlace, loadPlaceVersions } from '../../src/store/places';

const NOW = Date.UTC(2026, 10, 24, 1);
const editor = { by: 'staff-1', now: NOW };

/** A place of which everything is known. */
const tea: Place = {
  id: 'tea',
  name: 'Tea',
  kana: 'tee',
  activities: ['a', 'b'],
  description: 'with cake',
  audience: 'everybody',
  town: 'town',
  address: 'house 1',
  at: { lat: 35.8, lng: 139.5 },
  isApproximate: true,
  district: 'd',
  sphere: 's',
  schedule: {
    rules: [
      {
        kind: 'nth-weekday',
        weeks: [2, 'last'],
        weekdays: [2],
        time: { from: '13:30', to: '15:00' },
        holidays: 'skipped',
      },
    ],
    pauses: [{ from: '2026-12-28', to: '2027-01-04', reason: 'new year' }],
    start: '2026-04-01',
    end: '2027-03-31',
    exceptions: [{ kind: 'off', date: '2026-12-08', reason: 'roof' }],
  },
  fee: { kind: 'yen', yen: 100, text: 'for the tea' },
  access: { steps: 'no', wheelchair: 'yes', toilet: 'unknown', parking: 'no' },
  phone: '04-2998-9120',
  booking: 'yes',
  office: 'office',
  url: 'https://example.com/tea',
  status: 'paused',
  checkedAt: NOW,
  checkedBy: 'staff-1',
  source: { set: 'staff', key: 'tea' },
};

/** A place of which nothing is known but its name. */
const walk: Place = {
  id: 'walk',
  name: 'Walk',
  activities: [],
  isApproximate: false,
  schedule: { rules: [] },
  fee: { kind: 'unknown' },
  access: unknownAccess,
  booking: 'unknown',
  status: 'active',
  source: { set: 'staff', key: 'walk' },
};

describe('stored places', () => {
  let database: LocalDatabase;
  const everything = async () => (await loadCatalogue(database.db)).places;

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

  it('come back exactly as they were written, whether everything or nothing is known of them', async () => {
    const { revision } = await loadCatalogue(database.db);
    expect(await changePlaces(database.db, { added: [tea, walk], changed: [] }, revision, editor)).toBe(true);
    expect(await everything()).toEqual([tea, walk]);
    expect((await loadPlace(database.db, 'tea'))?.place).toEqual(tea);
    expect(await loadPlace(database.db, 'nobody')).toBeUndefined();
  });

  it('raise the revision once for each change, so that every kept copy is seen to be stale', async () => {
    const before = (await loadCatalogue(database.db)).revision;
    await changePlaces(database.db, { added: [tea, walk], changed: [] }, before, editor);
    expect((await loadCatalogue(database.db)).revision).toBe(before + 1);
    const stored = await loadPlace(database.db, 'walk');
    expect(stored?.revision).toBe(before + 1);
    expect(await updatePlace(database.db, { ...walk, name: 'Long walk' }, before + 1, editor)).toBe(true);
    const after = await loadCatalogue(database.db);
    expect(after.revision).toBe(before + 2);
    expect(after.places.map(({ name }) => name)).toEqual(['Tea', 'Long walk']);
  });

  it('are changed by the first of two who read the same, and the second is told to look again', async () => {
    await saveNewPlace(database.db, walk, editor);
    const { revision } = await loadCatalogue(database.db);
    const applied = await Promise.all(
      ['one', 'two'].map((name) =>
        changePlaces(
          database.db,
          { added: [{ ...tea, id: name, source: { set: 'file', key: name } }], changed: [{ ...walk, name }] },
          revision,
          { by: name, now: NOW },
        ),
      ),
    );
    expect(applied.filter(Boolean)).toHaveLength(1);
    const winner = applied[0] ? 'one' : 'two';
    const { places, revision: now } = await loadCatalogue(database.db);
    expect(places.map(({ id, name }) => [id, name])).toEqual([
      ['walk', winner],
      [winner, 'Tea'],
    ]);
    expect(now).toBe(revision + 1);
  });

  it('one by one, too: a second editor of the same place changes nothing, one of another place does', async () => {
    await saveNewPlace(database.db, walk, editor);
    await saveNewPlace(database.db, tea, editor);
    const read = (await loadPlace(database.db, 'walk'))?.revision ?? -1;
    expect(await updatePlace(database.db, { ...walk, name: 'mine' }, read, editor)).toBe(true);
    expect(await updatePlace(database.db, { ...walk, name: 'yours' }, read, editor)).toBe(false);
    expect((await loadPlace(database.db, 'walk'))?.place.name).toBe('mine');
    const { revision } = await loadCatalogue(database.db);
    expect(await saveNewPlace(database.db, { ...walk, name: 'again' }, editor)).toBe(false);
    expect((await loadCatalogue(database.db)).revision).toBe(revision);
  });

  it('leave a dated version of each change, by whom it was made', async () => {
    await saveNewPlace(database.db, walk, editor);
    const read = (await loadPlace(database.db, 'walk'))?.revision ?? -1;
    await updatePlace(database.db, { ...walk, status: 'ended' }, read, { by: 'staff-2', now: NOW + 1000 });
    const versions = await loadPlaceVersions(database.db, 'walk');
    expect(versions.map(({ changedAt, changedBy, place }) => [changedAt, changedBy, place])).toEqual([
      [NOW + 1000, 'staff-2', { ...walk, status: 'ended' }],
      [NOW, 'staff-1', walk],
    ]);
  });

  it('that cannot be read hide no other, and are named', async () => {
    await saveNewPlace(database.db, walk, editor);
    await saveNewPlace(database.db, tea, editor);
    expect((await loadPlace(database.db, 'tea'))?.place).toEqual(tea);
    await database.db.prepare(`UPDATE "Place" SET "schedule" = '{"rules":"soon"}' WHERE "id" = 'tea'`).run();
    const { places, unreadable } = await loadCatalogue(database.db);
    expect(places).toEqual([walk]);
    expect(unreadable).toEqual(['tea']);
    const told: string[] = [];
    const keeper = new CatalogueKeeper(database.db, tokorozawa, async (ids) => void told.push(...ids));
    expect((await keeper.at(0)).places).toEqual([walk]);
    expect(told).toEqual(['tea']);
  });

  it('keep a day that was called off while somebody else edits the place', async () => {
    await saveNewPlace(database.db, walk, editor);
    const read = (await loadPlace(database.db, 'walk'))?.revision ?? -1;
    const off = { kind: 'off', date: '2026-12-08', reason: 'snow' } as const;
    expect(await addException(database.db, 'walk', off, { by: 'supporter', now: NOW })).toBe(true);
    expect(await updatePlace(database.db, { ...walk, name: 'Walk in snow' }, read, editor)).toBe(true);
    const [found] = await everything();
    expect(found).toEqual({ ...walk, name: 'Walk in snow', schedule: { rules: [], exceptions: [off] } });
  });

  it('have a day called off once, however often that is said, and held again when it is taken back', async () => {
    await saveNewPlace(database.db, walk, editor);
    const { revision } = await loadCatalogue(database.db);
    const off = { kind: 'off', date: '2026-12-08' } as const;
    await addException(database.db, 'walk', off, editor);
    await addException(database.db, 'walk', { ...off, reason: 'snow' }, editor);
    expect((await everything()).flatMap(({ schedule }) => schedule.exceptions)).toEqual([
      { ...off, reason: 'snow' },
    ]);
    expect(await removeException(database.db, 'walk', off, editor)).toBe(true);
    expect(await removeException(database.db, 'walk', off, editor)).toBe(false);
    expect(await addException(database.db, 'nobody', off, editor)).toBe(false);
    const after = await loadCatalogue(database.db);
    expect(after.places).toEqual([walk]);
    expect(after.revision).toBe(revision + 3);
  });

  it('are seeded into an empty database only, and only once', async () => {
    expect(await seedIfEmpty(database.db, NOW)).toBeGreaterThan(0);
    expect(await seedIfEmpty(database.db, NOW)).toBe(0);
  });
});
