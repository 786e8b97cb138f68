import type { Check } from '../report';
import { countFrom, like, may, oneOf } from '../shape';

const NUMBER = '(?:\\d+(?:\\.\\d+)?)';
const letterSizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'];
const steps = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];

const sized = (names: readonly string[], units: string): Check =>
  like(new RegExp(`^(?:${[...names, `${NUMBER}(?:${units})`].join('|')})$`), 'invalid unit');

/** A colour with or without an opacity: `#RRGGBB` or `#RRGGBBAA`. */
export const color = may(like(/^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/));
/** Letters and icons: a step or pixels; no percent. */
export const letterSize = may(sized(letterSizes, 'px'));
/** A picture: a step, `full`, pixels or percent. */
export const imageSize = may(sized([...letterSizes, 'full'], 'px|%'));
/** Room between or around: a step or pixels. */
export const step = may(sized(steps, 'px'));
/** Room within and shifts: a step, pixels or percent. */
export const stepOrPart = may(
  like(new RegExp(`^(?:${steps.join('|')}|-?${NUMBER}(?:px|%))$`), 'invalid unit'),
);
/** A width or height: pixels or percent. */
export const length = may(sized([], 'px|%'));
/** Pixels alone. */
export const pixels = may(sized([], 'px'));
/** The width of a line around a box. */
export const border = may(sized(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], 'px'));
/** The share of the room a component takes. */
export const share = may(countFrom(0));

/** Where a component stands. */
export const placed = {
  position: may(oneOf('relative', 'absolute')),
  offsetTop: stepOrPart,
  offsetBottom: stepOrPart,
  offsetStart: stepOrPart,
  offsetEnd: stepOrPart,
};

/** How words look, alike in texts and spans. */
export const lettered = {
  size: letterSize,
  color,
  weight: may(oneOf('regular', 'bold')),
  style: may(oneOf('normal', 'italic')),
  decoration: may(oneOf('none', 'underline', 'line-through')),
};

/** Across and along. */
export const aligned = {
  align: may(oneOf('start', 'end', 'center')),
  gravity: may(oneOf('top', 'bottom', 'center')),
};
