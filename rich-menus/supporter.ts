import { menuAliases } from '../src/core/rich-menu';
import type { Menu } from './menu';
import { moves } from './moves';
import { wording } from './wording';

/** A smartphone supporter's own business above, what she looks up for others below. */
export const supporter: Menu = {
  alias: menuAliases.supporter,
  bar: wording.bar.supporter,
  look: 'supporter',
  areas: [
    { words: wording.tell, icon: 'megaphone', tap: { do: 'choose', move: moves.tell }, isMain: true },
    { words: wording.standIn, icon: 'swap', tap: { do: 'choose', move: moves.standIn } },
    { words: wording.supporter, icon: 'list', tap: { do: 'choose', move: moves.supporter } },
    { words: wording.findPlace, icon: 'people', tap: { do: 'choose', move: moves.findPlace } },
    { words: wording.classes, icon: 'smartphone', tap: { do: 'choose', move: moves.classes } },
    { words: wording.human, icon: 'handset', tap: { do: 'choose', move: moves.human } },
  ],
};
