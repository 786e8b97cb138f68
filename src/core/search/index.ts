/** Finding places: near an origin, or by date. */
export type { PlaceFilters } from './filters';
export * from './find-places';
export * from './list-places';
export * from './look-at';
export * from './origin';
export { buildPlaceIndex, type PlaceIndex } from './place-index';
