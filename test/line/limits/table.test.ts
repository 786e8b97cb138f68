import { describe, expect, it } from 'vitest';
import { type LimitName, limits } from '../../../src/line/limits';
import { messageTrials } from './message-trials';
import { numbers } from './numbers';
import { requestTrials } from './request-trials';
import type { Trial } from './trial';

/** A row without a trial does not compile; the picture of a rich menu has a test of its own. */
const trials: Readonly<Record<Exclude<LimitName, 'richMenuImage'>, Trial>> = {
  ...messageTrials,
  ...requestTrials,
};

const once = (properties: readonly string[]): readonly string[] => [...new Set(properties)];

describe('each limit of the table', () => {
  for (const [name, trial] of Object.entries(trials)) {
    const { min, max, unit, source } = limits[name as keyof typeof trials];
    const { refused, property, least = min, propertyOfLess = property } = trial;

    it(`${name}: ${max} pass, one more is refused at ${property}`, () => {
      expect(refused(max)).toEqual([]);
      expect(once(refused(max + 1))).toEqual([property]);
    });

    if (unit === 'number' || (unit !== 'bytes' && min > 0)) {
      it(`${name}: ${least} pass, ${min - 1} are refused at ${propertyOfLess}`, () => {
        expect(refused(least)).toEqual([]);
        expect(once(refused(min - 1))).toEqual([propertyOfLess]);
      });
    }

    it(`${name} says where LINE says so`, () => {
      expect(source).toMatch(/^(ref#|doc:|spec #\/)\S+$/);
    });
  }
});

describe('the table', () => {
  it("holds LINE's numbers", () => {
    const held = Object.entries(limits).map(([name, { min, max, unit }]) => [
      name,
      `${min} to ${max} ${unit}`,
    ]);
    expect(Object.fromEntries(held)).toEqual(numbers);
  });
});
