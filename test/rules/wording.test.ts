import { describe, expect, it } from 'vitest';
import { wordingSheet } from '../../src/cli/sheet/sheet';
import { sources, withoutComments } from '../support/sources';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const mayHoldJapanese = (path: string): boolean => path.startsWith('city/') || path.endsWith('/wording.ts');

describe('Japanese', () => {
  it('stands only in wording.ts and in the city, where staff can review it', () => {
    const strays = sources()
      .filter(({ path, code }) => !mayHoldJapanese(path) && japanese.test(code))
      .map(({ path }) => path);
    expect(strays).toEqual([]);
  });

  it('in a comment is not seen, in a string it is', () => {
    expect(japanese.test(withoutComments('// 丁目 is a numbered part\nconst a = 1;'))).toBe(false);
    expect(japanese.test(withoutComments("const a = '丁目'; // a part"))).toBe(true);
  });
});

describe('what an elder reads', () => {
  it('holds no jargon, no date like 12/3, no 24-hour time and no double negation', async () => {
    const sheet = await wordingSheet();
    expect(sheet.length).toBeGreaterThan(80);
    expect(sheet.filter(({ flagged }) => flagged.length > 0)).toEqual([]);
  });

  it('has few kanji in a sentence', async () => {
    const heavy = (await wordingSheet()).filter(({ kanji }) => kanji > 20);
    expect(heavy.map(({ from, key }) => `${from} ${key}`)).toEqual([]);
  });
});
