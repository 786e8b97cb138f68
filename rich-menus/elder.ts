import { menuAliases } from '../src/core/rich-menu';
import type { Menu } from './menu';
import { moves } from './moves';
import { wording } from './wording';

/** What everybody sees: the five things an elder comes for, and the way to the second page. */
export const elderMain: Menu = {
  alias: menuAliases.elder,
  bar: wording.bar.elder,
  look: 'elder',
  areas: [
    {
      words: wording.findPlace,
      icon: 'people',
      tap: { do: 'choose', move: moves.findPlace },
      isMain: true,
    },
    { words: wording.today, icon: 'day', tap: { do: 'choose', move: moves.today } },
    { words: wording.classes, icon: 'smartphone', tap: { do: 'choose', move: moves.classes } },
    { words: wording.bookings, icon: 'ticked', tap: { do: 'choose', move: moves.bookings } },
    { words: wording.human, icon: 'handset', tap: { do: 'choose', move: moves.human } },
    {
      words: wording.more,
      icon: 'more',
      tap: { do: 'turnTo', page: menuAliases.elderMore, otherwise: moves.start },
    },
  ],
};

/** The second page, and the way back. */
export const elderMore: Menu = {
  alias: menuAliases.elderMore,
  bar: wording.bar.elderMore,
  look: 'elder',
  areas: [
    { words: wording.here, icon: 'pin', tap: { do: 'sendLocation' } },
    { words: wording.volunteer, icon: 'heart', tap: { do: 'choose', move: moves.volunteer } },
    { words: wording.notices, icon: 'bell', tap: { do: 'choose', move: moves.notices } },
    { words: wording.lastNotices, icon: 'letter', tap: { do: 'choose', move: moves.lastNotices } },
    { words: wording.usage, icon: 'question', tap: { do: 'choose', move: moves.usage } },
    {
      words: wording.back,
      icon: 'back',
      tap: { do: 'turnTo', page: menuAliases.elder, otherwise: moves.start },
      isMain: true,
    },
  ],
};
