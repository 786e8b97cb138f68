import type { PlaceEntry } from '../../../core/place-entry';
import { azuma } from './azuma';
import { kotesashi } from './kotesashi';
import { matsui } from './matsui';
import { mikajima } from './mikajima';
import { namiki } from './namiki';
import { shintokorozawa } from './shintokorozawa';
import { shintokorozawaHigashi } from './shintokorozawa-higashi';
import { tokorozawa } from './tokorozawa';
import { tomioka } from './tomioka';
import { yamaguchi } from './yamaguchi';
import { yanase } from './yanase';

/**
 * Gatherings made up for trying things out; every name says 見本. They lie at real towns of the city, because no city
 * publishes a list of its gathering places. Their phones are confirmed numbers of city offices, or none.
 */
export const demoPlaces: readonly PlaceEntry[] = [
  ...tokorozawa,
  ...matsui,
  ...yanase,
  ...tomioka,
  ...shintokorozawa,
  ...shintokorozawaHigashi,
  ...mikajima,
  ...kotesashi,
  ...yamaguchi,
  ...azuma,
  ...namiki,
];
