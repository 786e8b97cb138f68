import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { tokyoInstant } from '../../src/core/calendar';
import { readDate, readTime } from '../../src/core/course/import/cells';
import { applyEvents, type EventPreview, eventReport, previewEvents } from '../../src/service/import-events';
import { clearBookings, NOW } from '../support/lessons';
import { root } from '../support/sources';

let database: LocalDatabase;
beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
beforeEach(() => clearBookings(database.db));
afterAll(() => database.close());

const preview = async (csv: string | Uint8Array, now = NOW): Promise<EventPreview> => {
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
  const read = await previewEvents(database.db, bytes, { city: tokorozawa, set: 'events', now });
  if ('refused' in read) throw new Error(read.refused.kind);
  return read;
};

const OLD =
  '都道府県コード又は市区町村コード,NO,イベント名,開始日,終了日,開始時間,終了時間,説明,料金(基本),料金(詳細),連絡先電話番号,場所名称,住所,緯度,経度,参加申込終了日,URL';

const BASE =
  'NO,名称,開始日,終了日,開始時刻,終了時刻,場所名称,集合場所,住所町名,住所丁目以下,料金(基本),連絡先電話番号';

describe('cells', () => {
  it('hold dates as people and tables write them', () => {
    for (const cell of [
      '2026-12-10',
      '2026/12/10',
      '令和8年12月10日',
      '令和８年１２月１０日（木）',
      '2026年12月10日',
      '46366',
    ]) {
      expect({ cell, date: readDate(cell) }).toEqual({ cell, date: '2026-12-10' });
    }
    expect(readDate('12月10日')).toBeUndefined();
    expect(readDate('2026-02-30')).toBeUndefined();
    expect(readDate('平成31年4月1日')).toBe('2019-04-01');
    expect(readDate('令和元年5月1日')).toBe('2019-05-01');
  });

  it('hold times in wide digits, with seconds and in words', () => {
    expect(['９：００', '9:00', '09:00:00', '午前9時'].map(readTime)).toEqual(Array(4).fill('09:00'));
    expect(['午後1時30分', '13:30', '午後1時半'].map(readTime)).toEqual(Array(3).fill('13:30'));
    expect(readTime('正午')).toBe('12:00');
    expect(readTime('25:00')).toBeUndefined();
    expect(readTime('朝')).toBeUndefined();
  });
});

describe('a list of events', () => {
  it('in the old layout becomes lessons with their kind, fee, phone and position', async () => {
    const { outcomes } = await preview(
      `${OLD}\n112089,7,"スマホ教室\nはじめの一歩",令和8年12月10日,,９：００,11：30,"1行目\n2行目",500,資料代,(04)2998-9120,柳瀬まちづくりセンター,東所沢三丁目1-1,35.8026,139.5182,2026/12/1,https://example.jp/a`,
    );
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({
      kind: 'lesson',
      line: 2,
      lesson: {
        date: '2026-12-10',
        from: '09:00',
        to: '11:30',
        course: { kind: 'スマホ教室', name: 'スマホ教室 はじめの一歩' },
        fee: { kind: 'yen', yen: 500, text: '資料代' },
        phone: '04-2998-9120',
        venue: {
          name: '柳瀬まちづくりセンター',
          at: { lat: 35.8026, lng: 139.5182 },
          isApproximate: false,
          district: '柳瀬',
        },
        closesAt: tokyoInstant('2026-12-02'),
      },
    });
    expect(outcomes[0]).not.toHaveProperty('lesson.seats');
  });

  it('in the layout of the base registry takes the meeting point as venue and the town as an approximate position', async () => {
    const { outcomes } = await preview(
      `${BASE}\n1,血糖値相談,2026-12-10,2026-12-10,10:00,11:00,,富岡まちづくりセンター　ホール,北岩岡,117番地の1,0,(04)2942-3110`,
    );
    expect(outcomes[0]).toMatchObject({
      kind: 'lesson',
      lesson: {
        venue: { name: '富岡まちづくりセンター ホール', isApproximate: true, town: '北岩岡' },
        fee: { kind: 'free' },
      },
    });
    expect(outcomes[0]).toHaveProperty('lesson.venue.at');
  });

  it('tells for each row that is left out why', async () => {
    const rows = [
      '1,,2026-12-10,,10:00,,,公民館,,,,',
      '2,日なし,,,10:00,,,公民館,,,,',
      '3,変な日,あした,,10:00,,,公民館,,,,',
      '4,時刻なし,2026-12-10,,,,,公民館,,,,',
      '5,長い講座,2026-12-10,2027-03-10,10:00,,,公民館,,,,',
      '6,さかさま,2026-12-10,,10:00,09:00,,公民館,,,,',
      '7,場所なし,2026-12-10,,10:00,,,,,,,',
      '8,むかし,2022-12-10,,10:00,,,公民館,,,,',
      '9,よい会,2026-12-10,,10:00,,,公民館,,,,',
      '10,よい会,2026-12-10,,１０：００,,,公民館,,,,',
      '11,よい会,2026-12-17,,10:00,,,公民館,,,,',
    ];
    const read = await preview(`${BASE}\n${rows.join('\n')}`);
    expect(read.outcomes.map((one) => (one.kind === 'refused' ? one.reason : one.kind))).toEqual([
      'no-name',
      'no-date',
      'date-unread',
      'no-time',
      'many-days',
      'end-before-start',
      'no-venue',
      'past',
      'lesson',
      'repeated',
      'lesson',
    ]);
    expect(eventReport(read).at(-1)).toBe('追加 2、変更 0、変更なし 0、重なり 1、載せない 8');
  });

  it('changes nothing in a dry run and nothing more when it is applied again', async () => {
    const csv = `${BASE}\n1,よい会,2026-12-10,,10:00,,,公民館,,,,\n2,よい会,2026-12-17,,10:00,,,公民館,,,,`;
    const read = await preview(csv);
    const count = () => database.db.prepare('SELECT count(*) AS n FROM "Lesson"').first('n');
    expect(await count()).toBe(0);
    await applyEvents(database.db, read);
    expect(await count()).toBe(2);
    const again = await preview(csv);
    expect([...again.differences.values()]).toEqual(['same', 'same']);
    await applyEvents(database.db, again);
    expect(await count()).toBe(2);
    const moved = await preview(csv.replace('10:00,,,公民館,,,,\n', '14:00,,,公民館,,,,\n'));
    expect([...moved.differences.values()]).toEqual(['changed', 'same']);
  });

  it('without a header is refused', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2');
    expect(await previewEvents(database.db, bytes, { city: tokorozawa, set: 'events', now: NOW })).toEqual({
      refused: { kind: 'no-header' },
    });
  });
});

const real = join(root, '..', 'shared', 'data', 'events', 'tokorozawa_events_2022_base_registry.csv');

describe.runIf(existsSync(real))('the real list of 2022', () => {
  it('is read to its last row: what has a day, a time and a venue becomes a lesson, the rest says why not', async () => {
    const read = await preview(readFileSync(real), tokyoInstant('2021-12-01'));
    expect(read.outcomes).toHaveLength(109);
    const lessons = read.outcomes.flatMap((one) => (one.kind === 'lesson' ? [one.lesson] : []));
    expect(lessons.length).toBeGreaterThan(20);
    await applyEvents(database.db, read);
    const again = await preview(readFileSync(real), tokyoInstant('2021-12-01'));
    expect(new Set(again.differences.values())).toEqual(new Set(['same']));
  });
});
