import type { PlaceEntry } from '../../../core/place-entry';
import { yanase } from './yanase';

/**
 * Gatherings made up for trying things out; every name says 見本. They lie at real towns of the city, because no city
 * publishes a list of its gathering places.
 */
export const demoPlaces: readonly PlaceEntry[] = [...yanase];
