import { menuAliases } from '../src/core/rich-menu';
import type { Menu } from './menu';
import { moves } from './moves';
import { wording } from './wording';

/** For staff who try things out: every dialogue within one press, and plainly not what elders see. */
export const staffTester: Menu = {
  alias: menuAliases.tester,
  bar: wording.bar.tester,
  look: 'tester',
  band: wording.testerBand,
  areas: [
    { words: wording.findPlace, icon: 'people', tap: { do: 'choose', move: moves.findPlace } },
    { words: wording.classes, icon: 'smartphone', tap: { do: 'choose', move: moves.classes } },
    { words: wording.bookings, icon: 'ticked', tap: { do: 'choose', move: moves.bookings } },
    { words: wording.notices, icon: 'bell', tap: { do: 'choose', move: moves.notices } },
    { words: wording.supporter, icon: 'list', tap: { do: 'choose', move: moves.supporter } },
    { words: wording.usage, icon: 'question', tap: { do: 'choose', move: moves.usage } },
  ],
};
