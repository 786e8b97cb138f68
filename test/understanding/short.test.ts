import { expect, it } from 'vitest';
import { lists } from '../../src/cli/training/shorten';
import { listOf, order } from '../../src/core/understanding/short/short';

it('the lists in the bundle are those that people read; if not, run npm run train:understanding', () => {
  for (const name of order) expect(listOf(name), name).toBe(lists[name]);
});
