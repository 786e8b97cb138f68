import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import { raiseAlert } from '../../src/store/alerts';
import { createNotice } from '../../src/store/notices/moves';
import { updatePlace } from '../../src/store/place-changes';
import { findPlace } from '../../src/store/staff-places';
import { openConsole, type StaffBrowser, type TestConsole } from '../support/console';
import { Life, mortalDatabase } from '../support/mortal';

let office: TestConsole;
let approver: StaffBrowser;

beforeAll(async () => {
  office = await openConsole();
  await seedIfEmpty(office.deps.db, office.clock.now);
  approver = await office.signedIn('見る人', 'approver');
});
afterAll(() => office.close());

const words = {
  title: '体操のつどい',
  content: '[{"type":"text","text":"x"}]',
  rule: { type: 'everyone' },
  audienceWords: '友だち全員',
  isDrill: false,
  isCancellation: false,
} as const;

const auditOf = (subject: string) =>
  office.deps.db
    .prepare('SELECT "action", "after" FROM "Audit" WHERE "subjectId" = ? ORDER BY "rowid"')
    .bind(subject)
    .all<{ action: string; after: string }>()
    .then(({ results }) => results);

describe('What the machine cannot settle', () => {
  it('is read and closed by somebody with a name, once, and only by staff of the whole city', async () => {
    const { db } = office.deps;
    await raiseAlert(db, { kind: 'notice-stuck', subject: 'stuck' }, office.clock.now);
    const page = await approver.open('/console/alerts');
    expect(page.text).toContain('15分のあいだ進んでいません');
    expect(page.text).toContain('href="/console/notices/stuck"');
    const local = await office.signedIn('地区の人', 'approver', ['吾妻']);
    expect((await local.open('/console/alerts')).text).not.toContain('15分のあいだ');
    expect((await local.send('/console/alerts/close', { id: 'notice-stuck:stuck' })).status).toBe(409);
    const viewer = await office.signedIn('見るだけの人', 'viewer');
    expect((await viewer.open('/console/alerts')).text).not.toContain('action="/console/alerts/close"');

    expect((await approver.send('/console/alerts/close', { id: 'notice-stuck:stuck' })).status).toBe(303);
    expect((await approver.send('/console/alerts/close', { id: 'notice-stuck:stuck' })).status).toBe(409);
    expect((await approver.open('/console/alerts')).text).toMatch(/見る人\s*2026年11月25日/);
    expect((await auditOf('notice-stuck:stuck')).map(({ action }) => action)).toEqual(['alert.closed']);
  });

  it('and may have gone out is counted as staff say, and never sent again', async () => {
    const { db } = office.deps;
    const author = { kind: 'staff', id: 'x' } as const;
    await createNotice(db, { id: 'half', kind: 'broadcast', author, words }, office.clock.now);
    await db.batch([
      db.prepare(`UPDATE "Notice" SET "status" = 'done' WHERE "id" = 'half'`),
      ...['Ua', 'Ub'].map((first) =>
        db
          .prepare(
            `INSERT INTO "Chunk" ("noticeId", "firstPersonId", "lastPersonId", "people", "via", "state", "retryKey", "attempts",
               "firstTriedAt") VALUES ('half', ?1, ?1, 3, 'multicast', 'uncertain', ?1, 7, 1)`,
          )
          .bind(first),
      ),
    ]);
    const page = await approver.open('/console/notices/half/uncertain');
    expect(page.text).toContain('もう一度送られることはありません');
    expect(page.text.match(/試した回数は7回/g)?.length).toBe(2);
    expect((await approver.open('/console/notices/half')).text).toContain('/console/notices/half/uncertain');
    const path = '/console/notices/half/uncertain';
    expect((await approver.send(path, { first: 'Ua', as: 'sent' })).status).toBe(303);
    expect((await approver.send(path, { first: 'Ua', as: 'failed' })).status).toBe(409);
    expect((await approver.send(path, { first: 'Ub', as: 'failed' })).location).toContain('/half?done');
    const { results } = await db
      .prepare(`SELECT "state", "dueAt" FROM "Chunk" WHERE "noticeId" = 'half' ORDER BY "firstPersonId"`)
      .all();
    expect(results).toEqual([
      { state: 'sent', dueAt: null },
      { state: 'failed', dueAt: null },
    ]);
    const audit = await auditOf('half');
    expect(audit.map(({ action }) => action)).toEqual([
      'notice.uncertain-settled',
      'notice.uncertain-settled',
    ]);
    expect(JSON.stringify(audit)).not.toContain('Ua');
  });
});

describe('A change whose worker dies in the very next moment', () => {
  it('stands in the audit, and one that never happened does not', async () => {
    const { db, now, newId } = office.deps;
    const entry = (action: string, subjectId: string) => ({
      id: newId(),
      at: now(),
      staffName: '去る人',
      action,
      subjectKind: 'x',
      subjectId,
      from: 'local',
    });
    const [row] = (await db.prepare('SELECT "id" FROM "Place" LIMIT 1').all<{ id: string }>()).results;
    const stored = await findPlace(db, 'all', row?.id ?? '');
    if (!stored) throw new Error('no place');
    const { place, revision } = stored;
    const notice = { kind: 'broadcast', author: { kind: 'staff', id: 'x' }, words } as const;
    for (const [when, entries] of [
      ['before', []],
      ['after', ['changed']],
    ] as const) {
      const place1 = entry('changed', `place-${when}`);
      const edit = updatePlace(
        mortalDatabase(db, new Life(1, when)),
        { ...place, description: when },
        revision,
        { by: 'x', now: now(), entry: place1 },
      );
      await expect(edit).rejects.toThrow();
      expect((await auditOf(`place-${when}`)).map(({ action }) => action)).toEqual(entries);
      const draft = createNotice(
        mortalDatabase(db, new Life(1, when)),
        { ...notice, id: `notice-${when}` },
        now(),
        { entry: entry('changed', `notice-${when}`) },
      );
      await expect(draft).rejects.toThrow();
      expect((await auditOf(`notice-${when}`)).map(({ action }) => action)).toEqual(entries);
    }
    // Somebody else was first: refused, and not told as done.
    const late = { by: 'x', now: now(), entry: entry('changed', 'late') };
    expect(await updatePlace(db, place, revision, late)).toBe(false);
    expect(await auditOf('late')).toEqual([]);
  });
});
