import type { City, Point } from '../../core/city';
import type { PlaceDot } from '../../store/staff-places';
import { words } from './wording';

/** Width of the picture in its own units; the height follows from the city's shape. */
const WIDTH = 1000;

const colours = { active: '#0017c1', paused: '#8a6a00', ended: '#8c8c8c' } as const;

/** Towns and places by their position alone: a picture of our own, which asks no map service for anything. */
export const MapPicture = ({ city, dots }: { readonly city: City; readonly dots: readonly PlaceDot[] }) => {
  const { south, north, west, east } = city.bounds;
  const middle = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const height = (WIDTH * (north - south)) / ((east - west) * middle);
  const x = ({ lng }: Point): string => (((lng - west) / (east - west)) * WIDTH).toFixed(1);
  const y = ({ lat }: Point): string => (((north - lat) / (north - south)) * height).toFixed(1);
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${height.toFixed(0)}`}>
      <title>{words.mapLabel}</title>
      <g fill="#d9d9d9">{city.towns.map(({ at }) => at && <circle cx={x(at)} cy={y(at)} r="9" />)}</g>
      {dots.map((dot) => (
        <a href={`/console/places/${encodeURIComponent(dot.id)}`} aria-label={dot.name}>
          <circle cx={x(dot)} cy={y(dot)} r="7" fill={colours[dot.status]} stroke="#fff" stroke-width="1.5">
            <title>{dot.name}</title>
          </circle>
        </a>
      ))}
    </svg>
  );
};
