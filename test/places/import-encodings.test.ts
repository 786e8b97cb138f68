import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { readImportArguments } from '../../src/cli/local/import-arguments';
import { readTable } from '../../src/service/read-table';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const cellsOf = (file: Uint8Array): readonly (readonly string[])[] => {
  const table = readTable(file);
  if ('refused' in table) throw new Error(table.refused.kind);
  return table.rows.map(({ cells }) => cells);
};

describe('a file from somebody’s computer', () => {
  it('is read in UTF-8 with its mark and without, with the line ends of any system', () => {
    const expected = [
      ['NO', '名称'],
      ['1', '会館'],
    ];
    for (const text of ['NO,名称\r\n1,会館\r\n', 'NO,名称\n1,会館', 'NO,名称\r1,会館\r']) {
      expect(cellsOf(utf8(text))).toEqual(expected);
      expect(cellsOf(bytes([0xef, 0xbb, 0xbf], utf8(text)))).toEqual(expected);
    }
  });

  it('is read in Shift_JIS, with the characters that Windows added', () => {
    // 「①髙島会館㈱」 in CP932; 髙, ① and ㈱ are not in the plain Shift_JIS.
    const cp932 = bytes([0x87, 0x40, 0xfb, 0xfc, 0x93, 0x87, 0x89, 0xef, 0x8a, 0xd9, 0x87, 0x8a]);
    expect(readTable(cp932)).toEqual({ encoding: 'shift_jis', rows: [{ line: 1, cells: ['①髙島会館㈱'] }] });
  });

  it('is read as the Unicode text that a spreadsheet saves, separated by tabs', () => {
    const text = 'NO\t名称\r\n1\t会館,別館\r\n';
    const utf16 = [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return [code & 0xff, code >> 8];
    });
    expect(cellsOf(bytes([0xff, 0xfe], utf16))).toEqual([
      ['NO', '名称'],
      ['1', '会館,別館'],
    ]);
  });

  it('is refused where it is no text, with what to do', () => {
    const refusalOf = (file: Uint8Array) => {
      const table = readTable(file);
      return 'refused' in table ? table.refused.kind : 'read';
    };
    expect(refusalOf(bytes([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))).toBe('workbook');
    expect(refusalOf(bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('not-text');
    expect(refusalOf(bytes([]))).toBe('empty');
    expect(refusalOf(utf8(' \n'))).toBe('empty');
    expect(refusalOf(utf8('NO,名称\n1,"会館\n2,別館'))).toBe('broken');
    expect(refusalOf(new Uint8Array(8_000_001))).toBe('too-large');
  });
});

describe('the words after npm run import:places', () => {
  const read = (...words: readonly string[]) => readImportArguments(words, tokorozawa.bounds);

  it('are a file, and write nothing unless that is asked for', () => {
    expect(read('list.csv')).toEqual({
      file: 'list.csv',
      isApplied: false,
      set: 'facilities',
      bounds: tokorozawa.bounds,
    });
    expect(read('--apply', 'list.csv', '--set', 'salons-2026')).toMatchObject({
      isApplied: true,
      set: 'salons-2026',
    });
    expect(read('list.csv', '--city-bounds', '34.1,133.9,34.5,134.2')).toMatchObject({
      bounds: { south: 34.1, west: 133.9, north: 34.5, east: 134.2 },
    });
  });

  it('are refused where they are not understood, rather than guessed', () => {
    for (const words of [
      [],
      ['a.csv', 'b.csv'],
      ['a.csv', '--aply'],
      ['a.csv', '--set', 'Über'],
      ['a.csv', '--set'],
      ['a.csv', '--city-bounds', '34.5,133.9,34.1,134.2'],
      ['a.csv', '--city-bounds', '34.1,133.9,34.5'],
      ['a.csv', '--city-bounds', 'a,b,c,d'],
    ]) {
      expect(read(...words), words.join(' ')).toHaveProperty('wrong');
    }
  });
});
