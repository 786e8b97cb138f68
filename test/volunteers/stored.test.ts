import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import type { AuditEntry } from '../../src/core/audit';
import type { Effect } from '../../src/core/effect';
import type { Offer } from '../../src/core/volunteer/volunteer';
import { loadWork } from '../../src/store/person-work';
import { casesWithin, claimCase, finishCase } from '../../src/store/volunteers/cases';
import {
  countVolunteers,
  moveVolunteer,
  volunteersWithin,
} from '../../src/store/volunteers/staff-volunteers';
import { NOW } from '../support/lessons';
import { decideWith, tapped } from '../support/turns';

let database: LocalDatabase;
let turns = 0;

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
afterAll(() => database.close());

const does = async (person: string, effect: Effect): Promise<boolean> => {
  turns += 1;
  const [work] = await tapped(database.db, [person], () => `turn-${turns}`, NOW + turns);
  if (!work) throw new Error('Nobody is there.');
  return decideWith(database.db, work, [effect], NOW + turns);
};

const offer: Offer = {
  ways: ['desk'],
  area: { label: '東所沢3丁目', at: { lat: 35.8, lng: 139.51 }, isCentre: true, district: '柳瀬' },
  weekdays: [2, 4],
  likes: ['体操'],
};

const volunteerOf = async (person: string) => (await loadWork(database.db, [person]))[0]?.matters.volunteer;

const entry = (id: string): AuditEntry => ({
  id,
  at: NOW,
  staffId: 'staff-a',
  staffName: '見本',
  action: 'volunteer.moved',
  subjectKind: 'volunteer',
  subjectId: '1',
  from: 'local',
});

describe('an offer to help', () => {
  it('is kept as it was made, and made anew it takes the place of the old one', async () => {
    expect(await does('anna', { type: 'offerHelp', expects: 0, offer })).toBe(true);
    expect(await volunteerOf('anna')).toEqual({ ...offer, state: 'wish', revision: 1 });
    expect(await does('anna', { type: 'offerHelp', expects: 0, offer })).toBe(false);
    const { area: _, ...anywhere } = offer;
    await does('anna', { type: 'offerHelp', expects: 1, offer: anywhere });
    expect(await volunteerOf('anna')).toEqual({ ...anywhere, state: 'wish', revision: 2 });
  });

  it('moves only from where it was seen to be: what changed meanwhile is decided again', async () => {
    await does('beni', { type: 'offerHelp', expects: 0, offer });
    const met = { type: 'moveVolunteer', expects: 1, from: 'wish', to: 'met', place: 'place' } as const;
    expect(await does('beni', met)).toBe(true);
    expect(await does('beni', met)).toBe(false);
    expect(await volunteerOf('beni')).toMatchObject({ state: 'met', revision: 2, place: 'place' });
  });

  it('is seen and moved by the staff of its district alone, who name what they read', async () => {
    await does('chie', { type: 'offerHelp', expects: 0, offer });
    expect(await volunteersWithin(database.db, ['吾妻'], ['wish'], 10)).toEqual([]);
    const [found] = await volunteersWithin(database.db, ['柳瀬'], ['wish'], 10);
    expect(found).toMatchObject({ ways: ['desk'], weekdays: [2, 4], revision: 1 });
    expect(JSON.stringify(found)).not.toContain('chie');
    const move = { number: found?.number ?? 0, revision: 1, from: 'wish', to: 'trained' } as const;
    expect(await moveVolunteer(database.db, ['吾妻'], move, entry('a'))).toEqual({
      moved: false,
      because: 'changed-meanwhile',
    });
    expect(await moveVolunteer(database.db, ['柳瀬'], { ...move, to: 'active' }, entry('b'))).toEqual({
      moved: false,
      because: 'no-such-move',
    });
    expect(await moveVolunteer(database.db, ['柳瀬'], move, entry('c'))).toEqual({ moved: true });
    expect((await moveVolunteer(database.db, ['柳瀬'], move, entry('d'))).moved).toBe(false);
    expect(await countVolunteers(database.db, ['柳瀬'])).toMatchObject({ trained: 1, met: 1 });
  });
});

describe('a wish to found a group', () => {
  it('becomes one case for the coordinator, with what is known and no name', async () => {
    await does('dai', {
      type: 'openCase',
      kind: 'found-group',
      district: '柳瀬',
      facts: { area: '東所沢3丁目', activity: '体操' },
    });
    expect((await loadWork(database.db, ['dai']))[0]?.matters.openCases).toBe(1);
    const [found] = await casesWithin(database.db, ['柳瀬'], 10);
    expect(found).toMatchObject({ kind: 'found-group', facts: { area: '東所沢3丁目', activity: '体操' } });
    expect(JSON.stringify(found)).not.toContain('dai');
    expect(await casesWithin(database.db, ['吾妻'], 10)).toEqual([]);
    const id = found?.id ?? '';
    expect(await finishCase(database.db, id, '会えました', entry('e'))).toBe(false);
    expect(await claimCase(database.db, ['柳瀬'], id, entry('f'))).toBe(true);
    expect(await claimCase(database.db, ['柳瀬'], id, { ...entry('g'), staffId: 'staff-b' })).toBe(false);
    expect(await finishCase(database.db, id, '会えました', entry('h'))).toBe(true);
    expect((await loadWork(database.db, ['dai']))[0]?.matters.openCases).toBe(0);
  });
});
