import { isObject } from '../shape';
import type { Node, Warning } from './warning';

/** Says what is legal but bad in a rich menu. */
export const lintRichMenu = (menu: unknown): readonly Warning[] => {
  if (!isObject(menu) || !Array.isArray(menu.areas)) return [];
  const size = isObject(menu.size) ? menu.size : {};
  return menu.areas.flatMap((area, index): Warning[] => {
    if (!isObject(area)) return [];
    const path = `areas[${index}]`;
    return [...label(area, path), ...bounds(area, size, path)];
  });
};

const label = ({ action }: Node, path: string): Warning[] =>
  !isObject(action) || (typeof action.label === 'string' && action.label.trim() !== '')
    ? []
    : [
        {
          rule: 'menu-area-without-label',
          message: 'A screen reader has nothing to say of an area without a label.',
          property: `${path}.action.label`,
        },
      ];

const bounds = ({ bounds: at }: Node, size: Node, path: string): Warning[] => {
  if (!isObject(at)) return [];
  const reaches = (start: unknown, length: unknown, end: unknown): boolean =>
    Number(start) + Number(length) > Number(end);
  const isOutside = reaches(at.x, at.width, size.width) || reaches(at.y, at.height, size.height);
  return isOutside
    ? [
        {
          rule: 'menu-area-outside',
          message: 'The area reaches beyond the menu and cannot be tapped there.',
          property: `${path}.bounds`,
        },
      ]
    : [];
};
