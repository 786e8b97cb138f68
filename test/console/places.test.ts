import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import { importCounts } from '../../src/core/import';
import { encodeShiftJis } from '../../src/service/encode-shift-jis';
import { previewImport } from '../../src/service/import-places';
import { loadCatalogue } from '../../src/store/places';
import { openConsole, type Page, type StaffBrowser, type TestConsole } from '../support/console';

let office: TestConsole;
let editor: StaffBrowser;

beforeAll(async () => {
  office = await openConsole();
  await seedIfEmpty(office.deps.db, office.clock.now);
  editor = await office.signedIn('編集の人', 'editor');
});
afterAll(() => office.close());

const placeIn = async (district: string) => {
  const { places } = await loadCatalogue(office.deps.db);
  const place = places.find((one) => one.district === district && one.status === 'active');
  if (!place) throw new Error(`no place in ${district}`);
  return place;
};

const revisionOn = (page: Page): string => /name="revision" value="(\d+)"/.exec(page.text)?.[1] ?? '';

/** The fields of a form as a browser would send them. */
const fieldsOn = (page: Page): Record<string, string | string[]> => {
  const form = /<form[^>]*id="place"[\s\S]*?<\/form>/.exec(page.text)?.[0] ?? '';
  const fields: Record<string, string | string[]> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? '';
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (name === 'formToken') continue;
    if (!tag.includes('type="checkbox"')) fields[name] = value;
    else if (/\schecked/.test(tag)) fields[name] = [...(fields[name] ?? []), value];
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = text;
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  }
  return fields;
};

describe('A place', () => {
  it('saved without a change stays what it is, with its days and exceptions', async () => {
    const before = (await loadCatalogue(office.deps.db)).places;
    for (const { id } of before.slice(0, 12)) {
      const page = await editor.open(`/console/places/${id}/edit`);
      const sent = await editor.send(`/console/places/${id}/edit`, fieldsOn(page));
      expect([id, sent.status]).toEqual([id, 303]);
    }
    expect((await loadCatalogue(office.deps.db)).places).toEqual(before);
  });

  it('shows the next ten dates of what is being typed, in Japanese, before it is saved', async () => {
    const { id } = await placeIn('吾妻');
    const page = await editor.send('/console/places/schedule-now', {
      id,
      schedule: '第2・第4火曜日 午後1時30分〜3時',
    });
    expect(page.text).toContain('第2・第4火曜日');
    expect(page.text).toContain('12月8日（火） 午後1時30分〜3時');
    expect(page.text.match(/<li>[^<]*（火）/g)?.length).toBeGreaterThanOrEqual(10);
    const unread = await editor.send('/console/places/schedule-now', { id, schedule: '火曜日 XYZ' });
    expect(unread.text).toContain('XYZ');
  });

  it('is off for one Tuesday, paused over the New Year, and each of it can be taken back', async () => {
    const { id } = await placeIn('富岡');
    const path = `/console/places/${id}`;
    const page = await editor.open(`${path}/edit`);
    await editor.send(`${path}/edit`, { ...fieldsOn(page), schedule: '毎週火曜日 午前10時〜11時' });
    await editor.send(`${path}/exceptions`, { kind: 'off', date: '2026-12-01', reason: '館の工事' });
    const off = await editor.open(path);
    expect(off.text).not.toMatch(/<li>[^<]*12月1日（火） 午前10時/);
    expect(off.text).toContain('館の工事');
    const exception = /name="exception" value="([^"]+)"/.exec(off.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    await editor.send(`${path}/exceptions/remove`, { exception });
    const back = await editor.open(path);
    expect(back.text).toMatch(/12月1日（火） 午前10時/);
    await editor.send(`${path}/pauses`, {
      revision: revisionOn(back),
      pauseFrom: '2026-12-28',
      pauseTo: '2027-01-04',
      pauseReason: '年末年始',
    });
    expect((await editor.open(path)).text).toContain('年末年始');
  });

  it('is not overwritten by somebody who read an older state of it', async () => {
    const { id } = await placeIn('並木');
    const path = `/console/places/${id}/edit`;
    const other = await office.signedIn('もうひとり', 'editor');
    const [mine, hers] = [await editor.open(path), await other.open(path)];
    expect((await editor.send(path, { ...fieldsOn(mine), phone: '04-2998-9120' })).status).toBe(303);
    const late = await other.send(path, { ...fieldsOn(hers), phone: '04-2998-9000' });
    expect(late.text).toContain('ほかの人が先に直しました');
    expect((await editor.open(`/console/places/${id}`)).text).toContain('04-2998-9120');
  });

  it('tells who changed what in the audit', async () => {
    const { id } = await placeIn('並木');
    const approver = await office.signedIn('記録を見る人', 'approver');
    const page = await approver.open(`/console/audit?kind=place&subject=${id}`);
    expect(page.text).toContain('場所を直した');
    expect(page.text).toContain('04-2998-9120');
    expect(page.text).toContain('編集の人');
  });

  it('of another district cannot be found, opened, changed, checked or exported by a district’s staff', async () => {
    const foreign = await placeIn('富岡');
    const own = await placeIn('吾妻');
    const local = await office.signedIn('吾妻の人', 'admin', ['吾妻']);
    const path = `/console/places/${foreign.id}`;
    const own1 = await local.open('/console/places');
    expect(own1.text).toContain(own.name);
    expect(own1.text).not.toContain(foreign.name);
    expect(
      (await local.open(`/console/places?words=${encodeURIComponent(foreign.name)}`)).text,
    ).not.toContain(`href="${path}"`);
    expect((await local.open(path)).status).toBe(404);
    expect((await local.open(`${path}/edit`)).status).toBe(404);
    for (const act of ['edit', 'exceptions', 'exceptions/remove', 'pauses', 'pauses/remove', 'check']) {
      expect([act, (await local.send(`${path}/${act}`, { revision: '1' })).status]).toEqual([act, 404]);
    }
    const file = await local.open('/console/places/export/new-utf8');
    expect(file.text).toContain(own.name);
    expect(file.text).not.toContain(foreign.name);
    const moved = await local.open(`/console/places/${own.id}/edit`);
    const sent = await local.send(`/console/places/${own.id}/edit`, { ...fieldsOn(moved), district: '富岡' });
    expect(sent.text).toContain('担当する地区を選んでください');
  });
});

describe('A list of places', () => {
  it.each(['new-utf8', 'new-sjis', 'old-utf8', 'old-sjis', 'geojson', 'ics'])(
    'written as %s comes back through our own import without any change',
    async (format) => {
      const page = await editor.open(`/console/places/export/${format}`);
      expect(page.status).toBe(200);
      const { city, db } = office.deps;
      const preview = await previewImport(db, page.bytes, { city, bounds: city.bounds, set: 'demo' });
      if ('refused' in preview) throw new Error(preview.refused.kind);
      const { places } = await loadCatalogue(db);
      const counts = importCounts(preview.plan);
      const odd = preview.plan.outcomes.filter(({ kind }) => kind !== 'unchanged');
      expect(odd).toEqual([]);
      expect(counts.unchanged).toBe(places.length);
    },
  );

  it('as a calendar holds the real dates of the coming half year', async () => {
    const page = await editor.open('/console/places/export/ics');
    expect(page.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(page.text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(200);
    expect(page.text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });

  it('is imported only after its changes were shown, and only the very file that was shown', async () => {
    const csv = (name: string) =>
      new File(
        [
          `ID,名称,所在地_連結表記,緯度,経度,利用可能曜日\r\n900,${name},埼玉県所沢市並木8-3,35.80,139.47,月\r\n901,緯度ちがい,埼玉県所沢市並木1,139.47,35.80,火\r\n`,
        ],
        'list.csv',
      );
    const look = await editor.send('/console/places/import', { set: 'halls', file: csv('並木の会館') });
    expect(look.text).toContain('追加 1件');
    expect(look.text).toContain('緯度と経度が入れかわっています');
    expect((await editor.open('/console/places?words=並木の会館')).text).toContain('0件');
    const digest = /name="digest" value="([^"]+)"/.exec(look.text)?.[1] ?? '';
    const fields = { set: 'halls', digest, revision: revisionOn(look) };
    const other = await editor.send('/console/places/import/apply', { ...fields, file: csv('別の会館') });
    expect(other.text).toContain('見せた内容とちがうファイル');
    const same = await editor.send('/console/places/import/apply', { ...fields, file: csv('並木の会館') });
    expect(same.location).toBe('/console/places?done=saved');
    expect((await editor.open('/console/places?words=並木の会館')).text).toContain('1件');
  });
});

describe('Shift_JIS', () => {
  it('holds what the platform reads from it, and says which signs it has no code for', () => {
    const text = '髙い塀ではなく、〜と−と～と①と㈱とｱｲｳ\r\n';
    const encoded = encodeShiftJis(text.replace('髙', '高'));
    if ('missing' in encoded) throw new Error(encoded.missing.join());
    expect(new TextDecoder('shift_jis').decode(encoded.bytes)).toBe(
      '高い塀ではなく、～と－と～と①と㈱とｱｲｳ\r\n',
    );
    expect(encodeShiftJis('鷗と😀')).toEqual({ missing: ['鷗', '😀'] });
  });
});
