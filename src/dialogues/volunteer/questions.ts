import { weekdayLetters } from '../../core/calendar';
import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel } from '../../core/message';
import type { Offer, Way } from '../../core/volunteer/volunteer';
import type { Data, Next } from './data';
import { wording } from './wording';

/** What she has said as an offer; what she left open says that anything will do. */
export const offerOf = ({ way = 'look', area, weekdays = [], likes = [] }: Data): Offer => ({
  ways: [way],
  weekdays,
  likes,
  ...(area === undefined ? {} : { area }),
});

const wayButtons = (ways: readonly Way[], here: Here) =>
  ways.map((way) => here(wording.way[way], 'way', { way }));

/** How she would like to help: the three that most can, and the others behind a button. */
export const askWay = (here: Here, line: string = wording.askWayHint): readonly Message[] => [
  panel(
    [line],
    [...wayButtons(['desk', 'teach', 'look'], here), here(wording.otherWays, 'moreWays')],
    wording.askWay,
  ),
];

/** The other ways of helping. */
export const moreWays = (here: Here): readonly Message[] => [
  panel([wording.askWayHint], wayButtons(['lead', 'lend', 'drive', 'skill'], here), wording.askWay),
];

/** Where she would like to help. */
export const askWhere = ({ person }: Context, here: Here): readonly Message[] => [
  panel(
    [wording.askWhereHint],
    [
      ...(person.area === undefined ? [] : [here(wording.home(person.area.label), 'home', undefined, true)]),
      { label: wording.here, action: { do: 'sendLocation' }, isMain: person.area === undefined },
      here(wording.anywhere, 'anywhere'),
    ],
    wording.askWhere,
  ),
];

/** On which weekdays she can. */
export const askDays = (here: Here): readonly Message[] => [
  panel(
    [wording.askDaysHint],
    [
      here(wording.weekdays, 'days', { days: 'weekdays' }),
      here(wording.weekend, 'days', { days: 'weekend' }),
      here(wording.anyDay, 'days', { days: 'any' }, true),
    ],
    wording.askDays,
  ),
];

/** What she likes. */
export const askLikes = (here: Here): readonly Message[] => [
  panel(
    [wording.askLikesHint],
    [
      ...wording.likes.map((activity) => here(activity, 'like', { activity })),
      here(wording.anything, 'anything', undefined, true),
    ],
    wording.askLikes,
  ),
];

/** All she said, read back before it is kept. */
export const askConfirm = (data: Data, here: Here): readonly Message[] => {
  const { way = 'look', area, weekdays = [], likes = [] } = data;
  return [
    panel(
      [
        wording.confirmWay(wording.way[way]),
        wording.confirmWhere(area === undefined ? wording.anywhere : wording.nearby(area.label)),
        wording.confirmDays(weekdays.length === 0 ? wording.anyDay : wording.days(weekdays, weekdayLetters)),
        wording.confirmLikes(likes.join('・') || wording.anything),
      ],
      [here(wording.yes, 'offer', undefined, true), here(wording.again, 'begin')],
      wording.confirm,
    ),
  ];
};

/** The next thing that is still to be asked; at the end all of it is read back. */
export const goOn = (known: Data): Next => {
  if (known.way === undefined) return { to: 'askWay', data: known };
  if (known.area === undefined && !known.isAnywhere) return { to: 'askWhere', data: known };
  if (known.weekdays === undefined) return { to: 'askDays', data: known };
  return { to: known.likes === undefined ? 'askLikes' : 'confirm', data: known };
};
