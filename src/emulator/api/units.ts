import { listIn } from '../json';
import type { World } from '../state/world';
import type { LineContext } from './call';

/** Counts a send under the units it names. */
export const countUnits = (world: World, c: LineContext, recipients: number): void => {
  for (const name of listIn(c.get('call').body, 'customAggregationUnits')) {
    if (typeof name === 'string') world.units.count(name, recipients, world.now());
  }
};
