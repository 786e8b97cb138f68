import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import type { Effect } from '../../src/core/effect';
import type { Wrong } from '../../src/core/place-report/report';
import { tellReporters } from '../../src/service/tell-reporters';
import { forgetReporters } from '../../src/store/place-reports/answers';
import { loadCatalogue } from '../../src/store/places';
import { openConsole, type Page, type StaffBrowser, type TestConsole } from '../support/console';
import { decideWith, tapped } from '../support/turns';

let office: TestConsole;
let approver: StaffBrowser;
let turns = 0;

beforeAll(async () => {
  office = await openConsole();
  await seedIfEmpty(office.deps.db, office.clock.now);
  approver = await office.signedIn('決める人', 'approver');
});
afterAll(() => office.close());

const placeIn = async (district: string, index = 0) => {
  const { places } = await loadCatalogue(office.deps.db);
  const place = places.filter((one) => one.district === district && one.status === 'active')[index];
  if (!place) throw new Error(`no place in ${district}`);
  return place;
};

const does = async (person: string, effect: (turn: string) => Effect): Promise<void> => {
  turns += 1;
  const turn = `report-${turns}`;
  const { db, now } = office.deps;
  const [work] = await tapped(db, [person], () => turn, now());
  if (!work) throw new Error('Nobody is there.');
  expect(await decideWith(db, work, [effect(turn)], now())).toBe(true);
};

const reports = (person: string, place: string, what: Wrong) =>
  does(person, (turn) => ({ type: 'reportPlace', report: { place, what, saidIn: [turn] } }));

const readOn = (page: Page) => ({
  revision: /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? '',
  report: [...page.text.matchAll(/name="report" value="([^"]+)"/g)].map(([, id]) => id ?? ''),
});

const answers = async (person: string): Promise<readonly string[]> => {
  await tellReporters(office.deps);
  const { results } = await office.deps.db
    .prepare(`SELECT "content" FROM "Notice" WHERE "kind" = 'report-answer' AND "audience" ->> 'person' = ?1`)
    .bind(person)
    .all<{ content: string }>();
  return results.map(({ content }) => content);
};

describe('A place that people say is shut', () => {
  it('is marked as being looked into once two of them say so, and again as usual when staff have ended it', async () => {
    const { id, name } = await placeIn('富岡');
    const doubted = async () =>
      (await loadCatalogue(office.deps.db)).places.find((place) => place.id === id)?.doubtedAt !== undefined;
    await reports('hana', id, 'gone');
    await reports('hana', id, 'shut');
    expect(await doubted()).toBe(false);
    const before = (await loadCatalogue(office.deps.db)).revision;
    await reports('yoshi', id, 'shut');
    expect(await doubted()).toBe(true);
    expect((await loadCatalogue(office.deps.db)).revision).toBe(before + 1);

    const inbox = await approver.open('/console/reports');
    expect(inbox.text).toContain('3件（2人）');
    expect(inbox.text).toContain('確かめています');
    const page = await approver.open(`/console/reports/${id}`);
    expect(page.text).toContain('<q>x</q>');
    await does('hana', () => ({ type: 'wantAnswer', place: id }));
    // Somebody reports after the page was read: that stays open.
    await reports('kazu', id, 'days');
    expect((await approver.send(`/console/reports/${id}/end`, readOn(page))).status).toBe(303);
    expect(await doubted()).toBe(false);
    expect((await approver.open(`/console/places/${id}`)).text).toContain('終了');
    expect((await approver.open('/console/reports')).text).toContain('1件（1人）');
    const [told, ...more] = await answers('hana');
    expect(told).toContain(name);
    expect([more, await answers('yoshi')]).toEqual([[], []]);
    expect((await approver.open(`/console/audit?kind=place&subject=${id}`)).text).toContain(
      '知らせを受けて、場所を終了にした',
    );
  });
});

describe('What somebody reports', () => {
  it('stands beside the form of the place and is settled by saving it, in one step', async () => {
    const { id } = await placeIn('富岡', 1);
    await reports('hana', id, 'contact');
    await reports('hana', id, 'contact');
    const edit = await approver.open(`/console/places/${id}/edit`);
    const [report, ...more] = readOn(edit).report;
    expect([report !== undefined, more]).toEqual([true, []]);
    const page = await approver.open(`/console/reports/${id}`);
    const wrong = await approver.send(`/console/reports/${id}/decide`, {
      ...readOn(page),
      verdict: 'as-listed',
    });
    expect(wrong.text).toContain('どう確かめたかを書いてください');
    const name = /name="name"[^>]*value="([^"]*)"/.exec(edit.text)?.[1] ?? '';
    const fields = {
      id,
      revision: readOn(edit).revision,
      name,
      status: 'active',
      district: '富岡',
      fee: 'unknown',
    };
    const access = { steps: 'unknown', wheelchair: 'unknown', toilet: 'unknown', parking: 'unknown' };
    const sent = await approver.send(`/console/places/${id}/edit`, {
      ...fields,
      ...access,
      booking: 'unknown',
      phone: '04-2998-9120',
      report: report ?? '',
    });
    expect(sent.status).toBe(303);
    expect((await approver.open(`/console/reports/${id}`)).text).toContain('ありません');
  });

  it('is answered by what staff found, once; a second decision finds nothing to decide', async () => {
    const { id } = await placeIn('並木');
    await reports('toshi', id, 'days');
    await does('toshi', () => ({ type: 'wantAnswer', place: id }));
    const read = readOn(await approver.open(`/console/reports/${id}`));
    const fields = { ...read, verdict: 'as-listed', note: '電話で確かめた' };
    expect((await approver.send(`/console/reports/${id}/decide`, fields)).status).toBe(303);
    expect((await approver.send(`/console/reports/${id}/decide`, fields)).text).toContain('先に決めました');
    await answers('toshi');
    const [told, ...more] = await answers('toshi');
    expect(told).toContain('いまの案内のとおりでした');
    expect([told?.includes('電話で確かめた'), more]).toEqual([false, []]);
    await forgetReporters(office.deps.db, office.clock.now + 31 * 24 * 60 * 60_000);
    const left = await office.deps.db
      .prepare(`SELECT count(*) AS "n" FROM "PlaceReport" WHERE "personId" = 'toshi'`)
      .first<number>('n');
    expect(left).toBe(0);
  });

  it('is seen and decided by the staff of its district alone, and decided by nobody below an approver', async () => {
    const { id, name } = await placeIn('吾妻');
    await reports('mitsu', id, 'gone');
    const foreign = await office.signedIn('富岡の承認', 'approver', ['富岡']);
    expect((await foreign.open('/console/reports')).text).not.toContain(name);
    expect((await foreign.open(`/console/reports/${id}`)).status).toBe(404);
    for (const act of ['pause', 'end', 'decide']) {
      const fields = { report: 'report-1', revision: '1', verdict: 'as-listed', note: 'x' };
      expect([act, (await foreign.send(`/console/reports/${id}/${act}`, fields)).status]).toEqual([act, 404]);
    }
    const editor = await office.signedIn('編集', 'editor', ['吾妻']);
    expect((await editor.open(`/console/reports/${id}`)).text).toContain('承認の権限');
    expect((await editor.open(`/console/places/${id}/edit`)).text).not.toContain('name="report"');
  });
});
