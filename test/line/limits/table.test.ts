import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/line/limits';
import { trials } from './trials';

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
