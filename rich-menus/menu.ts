import type { Move } from '../src/core/move';
import type { MenuAlias } from '../src/core/rich-menu';
import type { IconName } from './picture/icons';

/** What pressing an area does. */
export type Tap =
  | { readonly do: 'choose'; readonly move: Move }
  /** Opens LINE's own page for sending a location. */
  | { readonly do: 'sendLocation' }
  /** Shows the other page; `otherwise` is what she gets in the chat should LINE fail to. */
  | { readonly do: 'turnTo'; readonly page: MenuAlias; readonly otherwise: Move };

/** One big button. */
export interface Area {
  /** Its lettering, one or two lines. */
  readonly words: string;
  readonly icon: IconName;
  readonly tap: Tap;
  /** True for the one that is wanted most often; it stands out. */
  readonly isMain?: boolean;
}

/** The colours of a menu, by whom it is for. */
export type Look = 'elder' | 'supporter' | 'tester';

/** A menu as data. Areas go from left to right and from top to bottom, three in a row. */
export interface Menu {
  readonly alias: MenuAlias;
  /** On the bar below the chat, at most 14 characters. */
  readonly bar: string;
  readonly look: Look;
  /** A line of words above the areas. */
  readonly band?: string;
  readonly areas: readonly [Area, Area, Area, Area, Area, Area];
}

/** LINE's large size, in pixels of the picture. */
export const size = { width: 2500, height: 1686 } as const;

/** Where something stands in the picture, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How high the line of words above the areas is. */
export const BAND = 150;

const COLUMNS = 3;
const ROWS = 2;

/** Where the areas are. They leave nothing between them, so that no press falls beside a button. */
export const boxesOf = ({ areas, band }: Menu): readonly Box[] => {
  const top = band === undefined ? 0 : BAND;
  const edge = (index: number, parts: number, length: number): number => Math.round((index * length) / parts);
  return areas.map((_, index) => {
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    const x = edge(column, COLUMNS, size.width);
    const y = top + edge(row, ROWS, size.height - top);
    return {
      x,
      y,
      width: edge(column + 1, COLUMNS, size.width) - x,
      height: top + edge(row + 1, ROWS, size.height - top) - y,
    };
  });
};
