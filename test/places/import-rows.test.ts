import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { importReport, planImport, planned } from '../../src/core/import';
import type { Catalogue, Place } from '../../src/core/place';
import { readTable } from '../../src/service/read-table';

const empty: Catalogue = { revision: 1, places: [] };
const target = { city: tokorozawa, bounds: tokorozawa.bounds, set: 'facilities' };

const rowsOf = (text: string) => {
  const table = readTable(new TextEncoder().encode(text));
  if ('refused' in table) throw new Error(table.refused.kind);
  return table.rows;
};

const planOf = (text: string, catalogue: Catalogue = empty) => {
  const plan = planImport(catalogue, rowsOf(text), target);
  if ('refused' in plan) throw new Error(plan.refused.kind);
  return plan;
};
const placesOf = (text: string): readonly Place[] => planned(planOf(text)).added;
const reportOf = (text: string, catalogue?: Catalogue) => importReport(planOf(text, catalogue));
/** What is said of a file with one row. */
const saidOf = (header: string, row: string): readonly string[] => {
  const [, ...said] = reportOf(`${header}\n${row}`);
  return said.slice(0, -1).map((line) => line.trim());
};

const HEADER = 'NO,名称,住所,緯度,経度,電話番号';
const HALL = '1,寿町会館,所沢市寿町1-2,35.7885,139.4672,04-2998-9120';

describe('a file that somebody made by hand', () => {
  it('is read by the names of its columns, in any order, width and spelling', () => {
    const [place] = placesOf(
      '経 度,ＴＥＬ,1.施設名,所在地,No.,緯度\n139.4672,０４−２９９８−９１２０,寿町会館,寿町1-2,007,35.7885',
    );
    expect(place).toMatchObject({
      name: '寿町会館',
      address: '寿町1-2',
      at: { lat: 35.7885, lng: 139.4672 },
      phone: '04-2998-9120',
      source: { set: 'facilities', key: '7' },
    });
  });

  it('may have a title and remarks above the header, blank lines, and the header once more on the next page', () => {
    const text = `所沢市 公共施設一覧\r\n（令和8年11月現在）,,\r\n\r\n${HEADER}\r\n${HALL}\r\n,,,,,\r\n${HEADER}\r\n2,元町会館,所沢市元町3,35.7891,139.465,\r\n`;
    expect(placesOf(text).map(({ name }) => name)).toEqual(['寿町会館', '元町会館']);
    expect(planOf(text).outcomes.map(({ line }) => line)).toEqual([5, 8]);
  });

  it('names the line on which a row begins, also after cells of several lines', () => {
    const text = 'NO,名称,説明\n1,一の会館,"上の階は\n畳です\nどうぞ"\n2,二の会館,';
    expect(planOf(text).outcomes.map(({ line }) => line)).toEqual([2, 5]);
    expect(placesOf(text)[0]?.description).toBe('上の階は\n畳です\nどうぞ');
  });

  it('may be separated by tabs', () => {
    expect(placesOf(`${HEADER}\n${HALL}`.replaceAll(',', '\t'))).toEqual(placesOf(`${HEADER}\n${HALL}`));
  });

  it('is refused whole where it is a list of something else, or no list', () => {
    const refusalOf = (text: string) => {
      const plan = planImport(empty, rowsOf(text), target);
      return 'refused' in plan ? plan.refused : undefined;
    };
    expect(refusalOf('NO,イベント名,開始日,名称\n1,a,b,c')).toEqual({
      kind: 'other-list',
      column: 'イベント名',
    });
    expect(refusalOf('こんにちは\nさようなら')).toEqual({ kind: 'no-header' });
    expect(refusalOf('名称\n寿町会館')).toEqual({ kind: 'no-header' });
  });

  it.each([
    ['(04)2998-9120', '04-2998-9120'],
    ['０４（２９９８）９１２０', '04-2998-9120'],
    ['04 2998 9120', '04-2998-9120'],
    ['電話：04‐2998‐9120', '04-2998-9120'],
    ['+81-4-2998-9120', '04-2998-9120'],
    ['0120-123-456', '0120-123-456'],
    ['050-1234-5678', '050-1234-5678'],
  ])('has the phone %s as %s', (written, phone) => {
    expect(placesOf(`NO,名称,電話番号\n1,会館,${written}`)[0]?.phone).toBe(phone);
  });

  it('gives no number of somebody’s own phone, and none that is no number, and says so', () => {
    for (const [written, said] of [
      ['090-1234-5678', '携帯電話の番号は、ファイルからはのせません'],
      ['2998-9120', '電話番号「2998-9120」は読めないので、のせません'],
      ['なし', '電話番号「なし」は読めないので、のせません'],
    ] as const) {
      expect(placesOf(`NO,名称,電話番号\n1,会館,${written}`)[0]?.phone).toBeUndefined();
      expect(saidOf('NO,名称,電話番号', `1,会館,${written}`).join()).toContain(said);
    }
  });

  it.each([
    ['月水金', '９：００', '17:00', '9時〜17時', [1, 3, 5], { from: '09:00', to: '17:00' }],
    ['月〜金曜', '9:00:00', '21:30:00', '', [1, 2, 3, 4, 5], { from: '09:00', to: '21:30' }],
    ['火・木', '0.375', '0.708333333', '', [2, 4], { from: '09:00', to: '17:00' }],
    ['0Sa', '午後1時半', '午後4時', '', [6], { from: '13:30', to: '16:00' }],
  ])('is open on %s from %s to %s', (days, from, to, _, weekdays, time) => {
    const [place] = placesOf(`NO,名称,利用可能曜日,開始時間,終了時間\n1,会館,${days},${from},${to}`);
    expect(place?.schedule.rules).toEqual([{ kind: 'weekly', weekdays, time, holidays: 'unknown' }]);
  });

  it('says what of its opening hours was not understood', () => {
    const said = saidOf(
      'NO,名称,利用可能曜日,開始時間,終了時間',
      '1,会館,いつでも,9:00,"22：00\n※日曜は17：00まで"',
    );
    expect(said.join()).toContain('「いつでも」は読めませんでした');
    expect(said.join()).toContain('※日曜は17:00まで');
  });

  it.each([
    ['139.4672,35.7885', '緯度と経度が入れかわっています'],
    ['0,0', '緯度か経度が0です'],
    ['35.7892,', '片方だけ'],
    ['35度47分,139度28分', '数字として読めません'],
    ['34.347,134.032', '市の外です'],
  ])('is not taken at the position %s', (position, said) => {
    const outcome = reportOf(`NO,名称,緯度,経度\n1,会館,${position}`);
    expect(outcome[0]).toBe('2行目 受け付けません　会館');
    expect(outcome[1]).toContain(said);
  });

  it('without a position stands in the middle of the town of its address', () => {
    const [place] = placesOf('NO,名称,住所\n1,会館,埼玉県所沢市東所沢三丁目１２番地');
    expect(place).toMatchObject({ town: '東所沢3丁目', sphere: '柳瀬', isApproximate: true });
    expect(saidOf('NO,名称,住所', '1,会館,所沢市並木8-3').join()).toContain('「並木8丁目」のまんなかです');
    expect(saidOf('NO,名称,住所', '1,会館,どこか').join()).toContain('近い順の案内には出ません');
  });

  it.each([
    ['大字上山口123', '上山口'],
    ['所沢市亀ヶ谷45', '亀ケ谷'],
    ['狭山ヶ丘１−２', '狭山ケ丘1丁目'],
    ['大字中新井100-2', '中新井'],
    ['中新井三丁目5', '中新井3丁目'],
    ['東所沢和田2-1', '東所沢和田2丁目'],
    ['所沢新町2500', '所沢新町'],
    ['北野南1-5-2', '北野南1丁目'],
  ])('knows the town of %s', (address, town) => {
    expect(placesOf(`NO,名称,住所\n1,会館,${address}`)[0]?.town).toBe(town);
  });

  it('is not taken where a cell is a formula, too long, of another city, or has no name', () => {
    const refusalOf = (header: string, row: string) => saidOf(header, row).join();
    expect(refusalOf('NO,名称', '1,"=HYPERLINK(""http://example.com"")"')).toContain('計算式');
    expect(refusalOf('NO,名称,説明', '1,会館,@SUM(A1)')).toContain('「説明」が計算式');
    expect(refusalOf('NO,名称,説明', '1,会館,- 畳の部屋')).not.toContain('計算式');
    expect(refusalOf('NO,名称', `1,${'長'.repeat(61)}`)).toContain(
      '「名称」が長すぎます（61文字。60文字まで）',
    );
    expect(refusalOf('市区町村コード,NO,名称', '372013,1,会館')).toContain('ほかの市区町村');
    expect(refusalOf('市区町村コード,NO,名称', '11208,1,会館')).not.toContain('ほかの市区町村');
    expect(refusalOf('NO,名称,住所', '1,,所沢市元町1')).toContain('名称が空です');
  });

  it('counts a place once that it has twice, and never gives one number to two places', () => {
    const text = `${HEADER}\n${HALL}\n2,寿町会館,所沢市寿町1-2,35.7885,139.4672,\n1,北野会館,所沢市北野南1-1,35.7848,139.4259,`;
    const report = reportOf(text);
    expect(placesOf(text).map(({ name }) => name)).toEqual(['寿町会館']);
    expect(report.join('\n')).toContain('2行目と同じ場所です');
    expect(report.join('\n')).toContain('番号が2行目と同じです');
  });

  it('recognises places without numbers by name and address', () => {
    const text = '名称,住所\n寿町会館,所沢市寿町1-2\n元町会館,所沢市元町3';
    const places = placesOf(text);
    expect(new Set(places.map(({ id }) => id)).size).toBe(2);
    expect(places.every(({ id }) => /^facilities\.x[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(planned(planOf(text, { revision: 2, places }))).toEqual({ added: [], changed: [] });
  });

  it('says what wheelchairs can do, and nothing where it is blank', () => {
    const [known, unknown] = placesOf(
      'NO,名称,車椅子可,多目的トイレ,優先駐車場\n1,甲会館,有,×,無\n2,乙会館,,,',
    );
    expect(known?.access).toEqual({ steps: 'unknown', wheelchair: 'yes', toilet: 'no', parking: 'unknown' });
    expect(unknown?.access).toEqual({
      steps: 'unknown',
      wheelchair: 'unknown',
      toilet: 'unknown',
      parking: 'unknown',
    });
  });
});

describe('a list that is imported again after staff have worked on its places', () => {
  const [hall] = placesOf(`${HEADER}\n${HALL}`);
  if (hall === undefined) throw new Error('the hall was not read');
  const again = (place: Place, row = HALL, header = HEADER) =>
    planOf(`${header}\n${row}`, { revision: 5, places: [place] });

  it('erases nothing that it leaves blank', () => {
    const edited: Place = { ...hall, description: '畳の部屋', fee: { kind: 'free' }, activities: ['囲碁'] };
    expect(again(edited, '1,寿町会館,,,,').outcomes.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('shows each change as before and after', () => {
    const plan = again(hall, '1,寿町会館,所沢市寿町1-3,35.7885,139.4672,04-2998-9000');
    expect(importReport(plan)).toEqual([
      '2行目 変更　寿町会館',
      '    住所：寿町1-2 → 寿町1-3',
      '    電話番号：04-2998-9120 → 04-2998-9000',
      'まとめ：追加 0件、変更 1件、変更なし 0件、受け付けません 0件、ファイルにないもの 0件',
    ]);
  });

  it('keeps what staff know better: the very house, the area, what holidays mean', () => {
    const header = 'NO,名称,住所,利用可能曜日,開始時間,終了時間';
    const row = '1,寿町会館,所沢市寿町1-2,月火,9:00,17:00';
    const time = { from: '09:00', to: '17:00' };
    const edited: Place = {
      ...hall,
      sphere: '吾妻',
      schedule: { rules: [{ kind: 'weekly', weekdays: [1, 2], time, holidays: 'skipped' }] },
    };
    expect(again(edited, row, header).outcomes.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  it('follows a place that has a new name in the same house, and one that has moved', () => {
    const renamed = again(hall, '1,ことぶき交流館,所沢市寿町1-2,35.7885,139.4672,');
    expect(planned(renamed).changed).toMatchObject([{ id: hall.id, name: 'ことぶき交流館' }]);
    const moved = again(hall, '1,寿町会館,所沢市元町3,35.7950,139.4672,');
    expect(planned(moved).changed).toMatchObject([{ id: hall.id, address: '元町3' }]);
  });

  it('does not put another place under a number that is taken', () => {
    const plan = again(hall, '1,北野会館,所沢市北野南1-1,35.7848,139.4259,');
    expect(planned(plan)).toEqual({ added: [], changed: [] });
    expect(importReport(plan).join('\n')).toContain('登録ずみの「寿町会館」の番号です');
    expect(plan.missing.map(({ name }) => name)).toEqual(['寿町会館']);
  });

  it('does not bring back what staff have marked as ended', () => {
    const plan = again({ ...hall, status: 'ended' });
    expect(planned(plan)).toEqual({ added: [], changed: [] });
    expect(importReport(plan).join('\n')).toContain('終了のままにします');
    expect(
      planOf(`${HEADER}\n2,元町会館,,,,`, { revision: 5, places: [{ ...hall, status: 'ended' }] }).missing,
    ).toEqual([]);
  });
});
