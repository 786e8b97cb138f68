import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmall } from '../../src/core/small-number';
import { figuresOf, figuresWithSum } from '../../src/core/survey/figures';

const counts = fc
  .record({
    found: fc.nat(40),
    way: fc.nat(40),
    neither: fc.nat(40),
    refused: fc.nat(12),
    silent: fc.nat(12),
  })
  .map(({ silent, ...rest }) => ({
    ...rest,
    asked: rest.found + rest.way + rest.neither + rest.refused + silent,
  }));

describe('what is shown of a survey', () => {
  it('is the share of those who found or know how, with n and with how many gave no answer', () => {
    const figures = figuresOf({ asked: 44, found: 21, way: 6, neither: 9, refused: 0 });
    expect(figures).toEqual({
      asked: 44,
      answers: 36,
      withoutAnswer: 8,
      refused: 0,
      found: 21,
      way: 6,
      neither: 9,
      share: { from: 75, to: 75 },
    });
  });

  it('tells nothing of what fewer than five answered', () => {
    expect(figuresOf({ asked: 9, found: 3, way: 1, neither: 0, refused: 5 })).toEqual({
      asked: 9,
      answers: 4,
      withoutAnswer: 5,
      refused: 5,
    });
  });

  it('is a span where one to four people stand on one side', () => {
    const { neither, share } = figuresOf({ asked: 40, found: 30, way: 8, neither: 2, refused: 0 });
    expect(neither).toBeUndefined();
    expect(share).toEqual({ from: 90, to: 97.5 });
  });

  it('never holds a small number, nor a share from which one follows', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const { found, way, neither, refused, share } = figuresOf(given);
        for (const shown of [found, way, neither, refused]) expect(isSmall(shown ?? 0)).toBe(false);
        if (share !== undefined && share.from === share.to) {
          expect(isSmall(given.neither) || isSmall(given.found + given.way)).toBe(false);
        }
        if (share !== undefined) {
          const exact = (100 * (given.found + given.way)) / (given.found + given.way + given.neither);
          expect(exact).toBeGreaterThan(share.from - 0.06);
          expect(exact).toBeLessThan(share.to + 0.06);
        }
      }),
    );
  });

  it('never keeps one course back alone beside a sum from which it follows', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (given) => {
        const { each, sum } = figuresWithSum(given);
        const hidden = each.filter(({ answers, share }) => answers > 0 && share?.from !== share?.to);
        const none = each.filter(({ answers, share }) => answers > 0 && share === undefined);
        const kept = new Set([...hidden, ...none]).size;
        const withAnswers = each.filter(({ answers }) => answers > 0).length;
        if (kept === 1) expect(withAnswers).toBe(1);
        if (each.some(({ found }) => found === undefined)) expect(sum.found).toBeUndefined();
      }),
    );
  });
});
