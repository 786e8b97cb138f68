import { expect, it } from 'vitest';
import { lists } from '../../src/cli/training/shorten';
import { lengthen } from '../../src/core/understanding/short/short';
import { short } from '../../src/core/understanding/short/wording';

it('the lists in the bundle are those that people read; if not, run npm run train:understanding', () => {
  for (const [name, text] of Object.entries(lists))
    expect(lengthen(short[name as keyof typeof lists]), name).toBe(text);
});
