import type { Check } from '../report';
import { like, may, whole } from '../shape';
import { limits } from '../table';

const written = /^(\d{1,7}(?:\.\d{1,7})?):(\d{1,7}(?:\.\d{1,7})?)$/;
/** A picture may be at most so many times as high as it is wide (ref#f-image). */
const TALLEST = 3;

/** Width to height, e.g. `20:13`. */
export const ratio = may(like(written));

/** Each side within its limit, and not too tall. */
export const ratioInRange: Check = whole(({ aspectRatio }, report) => {
  const found = typeof aspectRatio === 'string' ? written.exec(aspectRatio) : null;
  if (!found) return;
  const [width = 0, height = 0] = found.slice(1).map(Number);
  const { min, max } = limits.flexRatioSide;
  const isOut = [width, height].some((side) => side < min || side > max);
  if (isOut) report.refuseAt('aspectRatio', 'upper limit exceeded');
  else if (height > TALLEST * width) {
    report.refuseAt('aspectRatio', `aspect ratio must be in the range (0 < (h/w) <= ${TALLEST})`);
  }
});
