import { expect, it } from 'vitest';
import { checkMessages } from '../../../src/line/limits';

/** A rule that is no number: what it lets pass, and what it refuses and where. */
export type Rule = readonly [
  sentence: string,
  passes: readonly unknown[],
  fails: readonly (readonly [message: unknown, property: string])[],
];

/** Tries each rule; what is refused is shown beside where LINE points. */
export const tryRules = (rules: readonly Rule[]): void => {
  for (const [sentence, passes, fails] of rules) {
    it(`knows that ${sentence}`, () => {
      for (const message of passes) expect(checkMessages([message])).toEqual([]);
      for (const [message, property] of fails) {
        const found = checkMessages([message]).map((problem) => problem.property);
        const shown = JSON.stringify(message).slice(0, 300);
        expect([shown, ...new Set(found)]).toEqual([shown, property]);
      }
    });
  }
};
