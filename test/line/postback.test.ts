import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMove, encodeMove, POSTBACK_LIMIT } from '../../src/line/postback';

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const move = fc.record(
  {
    dialogue: word,
    version: fc.integer({ min: 0, max: 999_999 }),
    step: word,
    choice: word,
    args: fc.dictionary(
      word.filter((key) => key !== '__proto__'),
      fc.string({ maxLength: 20 }),
      { minKeys: 1, maxKeys: 4 },
    ),
  },
  { requiredKeys: ['dialogue', 'version', 'step', 'choice'] },
);

describe('a postback', () => {
  it('carries every move there and back', () => {
    fc.assert(
      fc.property(move, (one) => {
        let data: string;
        try {
          data = encodeMove(one);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(data.length).toBeLessThanOrEqual(POSTBACK_LIMIT);
        expect(decodeMove(data)).toEqual(one);
      }),
    );
  });

  it('of another tool on the same account is not taken for ours', () => {
    for (const data of [
      '',
      'action=buy&id=1',
      '2/find-place/1/results/more',
      '1/a/b/c/d',
      '1/a/1/c',
      '1/a/1/b/c/d',
    ]) {
      expect(decodeMove(data), data).toBeUndefined();
    }
  });

  it('is read whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (data) => void decodeMove(data)));
  });

  it('that LINE would refuse is never made', () => {
    const long = { dialogue: 'a', version: 1, step: 'b', choice: 'c', args: { words: 'あ'.repeat(300) } };
    expect(() => encodeMove(long)).toThrow(RangeError);
  });
});
