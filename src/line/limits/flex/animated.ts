import type { Report } from '../report';
import { isObject } from '../shape';
import { limits } from '../table';

const countIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + countIn(part), 0);
  if (!isObject(value)) return 0;
  const own = value.type === 'image' && value.animated === true ? 1 : 0;
  const inside = [value.contents, value.header, value.hero, value.body, value.footer];
  return inside.reduce<number>((sum, part) => sum + countIn(part), own);
};

/** Only so many pictures of one message may move. The container has been measured before, so it is not deep. */
export const fewMove = (container: unknown, report: Report): void => {
  if (countIn(container) > limits.flexAnimatedImages.max) report.refuse('upper limit exceeded');
};
