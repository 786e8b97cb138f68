import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { importCounts, planImport, planned, type Row } from '../../src/core/import';
import type { Catalogue, Place } from '../../src/core/place';

const target = { city: tokorozawa, bounds: tokorozawa.bounds, set: 'facilities' };
const HEADER = ['NO', '名称', '住所', '緯度', '経度', '電話番号', '利用可能曜日', '開始時間', '説明'];

/** Cells that meet each other often: few numbers, few names, spots near and far, so that rows are confused. */
const cells = fc.tuple(
  fc.constantFrom('', '1', '01', '2', '3', 'A-1'),
  fc.constantFrom('寿町会館', '寿町 会館', '北野会館', '元町会館', ''),
  fc.constantFrom('', '所沢市寿町1-2', '所沢市元町3', '大字久米1', '所沢市'),
  fc.constantFrom('', '35.7885', '35.7895', '35.7921', '35.7803', '0'),
  fc.constantFrom('', '139.4672', '139.463', '139.5'),
  fc.constantFrom('', '04-2998-9120', '(04)2998-9000', '090-1111-2222'),
  fc.constantFrom('', '月火', '第2火曜', 'いつでも'),
  fc.constantFrom('', '9:00', '９：００'),
  fc.constantFrom('', '畳です', '=1+1'),
);

const rows = fc
  .array(cells, { maxLength: 8 })
  .map((list): readonly Row[] => [HEADER, ...list].map((row, at) => ({ line: at + 1, cells: row })));

const planOf = (catalogue: Catalogue, file: readonly Row[]) => {
  const plan = planImport(catalogue, file, target);
  if ('refused' in plan) throw new Error(plan.refused.kind);
  return plan;
};

const applied = (catalogue: Catalogue, file: readonly Row[]): Catalogue => {
  const { added, changed } = planned(planOf(catalogue, file));
  const after = new Map<string, Place>(changed.map((place) => [place.id, place]));
  return {
    revision: catalogue.revision + 1,
    places: [...catalogue.places.map((place) => after.get(place.id) ?? place), ...added],
  };
};

/** Places as earlier imports, and then staff, have left them. */
const catalogues = fc
  .tuple(fc.array(rows, { maxLength: 3 }), fc.array(fc.nat({ max: 9 }), { maxLength: 3 }))
  .map(([files, ended]): Catalogue => {
    const catalogue = files.reduce(applied, { revision: 0, places: [] });
    return {
      ...catalogue,
      places: catalogue.places.map((place, at) =>
        ended.includes(at) ? { ...place, status: 'ended' } : place,
      ),
    };
  });

describe('any file', () => {
  it('imported twice changes nothing the second time', () => {
    fc.assert(
      fc.property(catalogues, rows, (catalogue, file) => {
        const once = applied(catalogue, file);
        expect(planned(planOf(once, file))).toEqual({ added: [], changed: [] });
      }),
      { numRuns: 800 },
    );
  });

  it('deletes nothing, gives no two places one number or id, and answers for each of its rows', () => {
    fc.assert(
      fc.property(catalogues, rows, (catalogue, file) => {
        const plan = planOf(catalogue, file);
        const after = applied(catalogue, file).places;
        const ids = after.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(after.map(({ source }) => `${source.set} ${source.key}`)).size).toBe(ids.length);
        expect(catalogue.places.every(({ id }) => ids.includes(id))).toBe(true);
        const { added, changed, unchanged, refused } = importCounts(plan);
        const filled = file.slice(1).filter((row) => row.cells.some((cell) => cell !== ''));
        expect(added + changed + unchanged + refused).toBe(filled.length);
      }),
      { numRuns: 400 },
    );
  });
});
