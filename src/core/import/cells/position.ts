import type { Bounds, Point } from '../../city';
import { isInside } from '../../geo';

/** Why a position cannot be right. */
export type WrongPosition =
  | { readonly kind: 'half-position' }
  | { readonly kind: 'position-unread'; readonly lat: string; readonly lng: string }
  | { readonly kind: 'position-zero' }
  | { readonly kind: 'position-swapped'; readonly lat: number; readonly lng: number }
  | { readonly kind: 'position-outside'; readonly lat: number; readonly lng: number };

const degrees = (cell: string): number | undefined =>
  /^[+-]?\d{1,3}(?:\.\d+)?$/.test(cell) ? Number(cell) : undefined;

/** Reads latitude and longitude and holds them against the city's rectangle. Nothing where both are blank. */
export const readPosition = (
  latCell: string,
  lngCell: string,
  bounds: Bounds,
): { readonly at: Point } | { readonly wrong: WrongPosition } | undefined => {
  const [latText, lngText] = [latCell, lngCell].map((cell) => cell.normalize('NFKC').trim());
  if (!latText && !lngText) return undefined;
  if (!latText || !lngText) return { wrong: { kind: 'half-position' } };
  const lat = degrees(latText);
  const lng = degrees(lngText);
  if (lat === undefined || lng === undefined) {
    return { wrong: { kind: 'position-unread', lat: latText, lng: lngText } };
  }
  if (lat === 0 || lng === 0) return { wrong: { kind: 'position-zero' } };
  if (isInside(bounds, { lat, lng })) return { at: { lat, lng } };
  const isSwapped = isInside(bounds, { lat: lng, lng: lat });
  return { wrong: { kind: isSwapped ? 'position-swapped' : 'position-outside', lat, lng } };
};
