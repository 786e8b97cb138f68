import type { Bounds, Point } from './city';

const METRES_PER_DEGREE = 111_195;
const toRadians = Math.PI / 180;

/** Straight distance between two points in metres, on a flat map: exact to a metre or so within one city. */
export const metresBetween = (a: Point, b: Point): number => {
  const north = (b.lat - a.lat) * METRES_PER_DEGREE;
  const east = (b.lng - a.lng) * METRES_PER_DEGREE * Math.cos(((a.lat + b.lat) / 2) * toRadians);
  return Math.hypot(north, east);
};

/** An elder's pace in metres a minute, and how much longer the way is than the straight line (domain.md §4.3). */
export const ELDERS_PACE = 60;
/** Streets lead around: walked distance for each metre of straight distance. */
export const DETOUR = 1.3;

/** Minutes on foot for a straight distance in metres, rounded up; never less than one. */
export const walkingMinutes = (metres: number): number =>
  Math.max(1, Math.ceil((metres * DETOUR) / ELDERS_PACE));

/** The straight distance in metres that can be walked in some minutes. */
export const walkableMetres = (minutes: number): number => (minutes * ELDERS_PACE) / DETOUR;

/** Whether a point lies in a city's rectangle. */
export const isInside = (bounds: Bounds, { lat, lng }: Point): boolean =>
  lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east;

const toThreeDecimals = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** A point rounded to about 100 m: all that is ever kept of where a person lives. */
export const roundedPoint = ({ lat, lng }: Point): Point => ({
  lat: toThreeDecimals(lat),
  lng: toThreeDecimals(lng),
});
