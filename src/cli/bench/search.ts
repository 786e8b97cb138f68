import { tokorozawa } from '../../city/tokorozawa';
import { type Place, unknownAccess } from '../../core/place';
import { buildPlaceIndex, findPlaces, originAt } from '../../core/search';
import { quantile } from './load';

/** Milliseconds of one search over so many places. */
export interface SearchFigure {
  readonly places: number;
  readonly p50: number;
  readonly p99: number;
}

/** A repeatable stream of numbers from 0 to 1, so that every run searches the same city. */
const stream = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const cityOf = (count: number): Place[] => {
  const next = stream(count);
  const { south, north, west, east } = tokorozawa.bounds;
  return Array.from({ length: count }, (_, index) => {
    const activity = tokorozawa.activities[Math.floor(next() * tokorozawa.activities.length)];
    const weekday = Math.floor(next() * 7);
    return {
      id: `place-${String(index).padStart(6, '0')}`,
      name: `place ${index}`,
      activities: activity ? [activity.name] : [],
      at: { lat: south + next() * (north - south), lng: west + next() * (east - west) },
      isApproximate: false,
      schedule: {
        rules: [
          {
            kind: 'nth-weekday',
            weeks: [2, 4],
            weekdays: [([0, 1, 2, 3, 4, 5, 6] as const)[weekday] ?? 0],
            time: { from: '13:30', to: '15:00' },
            holidays: 'skipped',
          },
        ],
      },
      fee: { kind: 'unknown' },
      access: unknownAccess,
      booking: 'unknown',
      status: 'active',
      source: { set: 'bench', key: String(index) },
    };
  });
};

/** Searches from many points, with and without an activity, in a city of so many places. */
export const benchSearch = (count: number): SearchFigure => {
  const index = buildPlaceIndex({ revision: 1, places: cityOf(count) }, tokorozawa.activities);
  const next = stream(7);
  const { south, north, west, east } = tokorozawa.bounds;
  const once = (isNarrow: boolean): number => {
    const at = { lat: south + next() * (north - south), lng: west + next() * (east - west) };
    const origin = originAt(tokorozawa, at, 'exact');
    const began = performance.now();
    const activity = tokorozawa.activities[3]?.name ?? '';
    findPlaces(index, {
      origin,
      today: '2026-11-24',
      now: '10:00',
      ...(isNarrow ? { filters: { activity } } : {}),
    });
    return performance.now() - began;
  };
  for (let warm = 0; warm < 300; warm += 1) once(warm % 2 === 0);
  const times = Array.from({ length: 1000 }, (_, turn) => once(turn % 2 === 0)).sort((a, b) => a - b);
  return { places: count, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
};
