import type { Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { type Message, panel } from '../../core/message';
import type { Offer } from '../../core/volunteer/volunteer';
import { hearWhere } from './area';
import { VOLUNTEER } from './buttons';
import { readBack } from './cases';
import { choose, placeOf } from './choose';
import { type Data, data, type Next, type Step } from './data';
import { hear } from './hear';
import { activityIn, wayIn, weekdaysIn } from './heard';
import { pickedPlace, shownMatches } from './matches';
import { askEnd, keepMine, shownCourses, shownMine } from './mine';
import { askConfirm, askDays, askLikes, askWay, askWhere, goOn, moreWays, offerOf } from './questions';
import { wording } from './wording';

const ask =
  (asks: (here: Here, known: Data, context: Context) => readonly Message[]) =>
  (known: Data, context: Context, here: Here) =>
    asks(here, known, context);

const step = (
  asks: (here: Here, known: Data, context: Context) => readonly Message[],
  answered?: (heard: Heard & { readonly type: 'said' }, known: Data, context: Context) => Next | undefined,
) => ({
  ask: ask(asks),
  choose,
  hear: (heard: Heard, known: Data, context: Context): Next | undefined =>
    (heard.type === 'said' ? answered?.(heard, known, context) : undefined) ?? hear(heard, context),
});

const hearWay = ({ text: words }: { readonly text: string }, known: Data): Next | undefined => {
  const way = wayIn(words);
  return way && goOn({ ...known, way });
};

const hearAnywhere = (heard: Heard, known: Data): Next | undefined =>
  heard.type === 'said' && wording.anywhereWords.test(heard.text)
    ? goOn({ ...known, isAnywhere: true })
    : undefined;

/** What she offers in this conversation, else what she offered before. */
const offerIn = (known: Data, { matters: { volunteer } }: Context): Offer =>
  known.way === undefined ? (volunteer ?? offerOf(known)) : offerOf(known);

/** Takes an offer to help by asking small things, shows the places that fit, and what she has under way. */
export const volunteer: Dialogue<Step, Data> = {
  id: VOLUNTEER.dialogue,
  version: VOLUNTEER.version,
  first: 'mine',
  initial: {},
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['volunteer', 'volunteer_withdraw', 'start_group'],
  open: hear,
  isResumable: true,
  steps: {
    askWay: {
      ...step((here) => askWay(here), hearWay),
      askSimply: ask((here) => askWay(here, wording.askWaySimply)),
    },
    moreWays: step((here) => moreWays(here), hearWay),
    askWhere: {
      ...step((here, _, context) => askWhere(context, here)),
      hear: (heard, known, context) =>
        hearAnywhere(heard, known) ??
        hearWhere(heard, context, (area) => goOn({ ...known, ...(area === undefined ? {} : { area }) })) ??
        hear(heard, context),
    },
    askDays: step(
      (here) => askDays(here),
      ({ text: words }, known) => {
        const weekdays = weekdaysIn(words);
        return weekdays && goOn({ ...known, weekdays });
      },
    ),
    askLikes: step(
      (here) => askLikes(here),
      ({ text: words, understood: { slots } }, known, { city }) => {
        const activity = slots.activity ?? activityIn(words, city);
        return activity === undefined ? undefined : goOn({ ...known, likes: [activity] });
      },
    ),
    confirm: step(
      (here, known) => askConfirm(known, here),
      ({ understood: { intent } }) => (intent === 'no' ? { to: 'askWay', data: {} } : undefined),
    ),
    matches: step(
      (_, known, context) => shownMatches(offerIn(known, context), context),
      ({ understood: { intent, slots } }, known, context) => {
        const place =
          intent === 'choice' ? pickedPlace(offerIn(known, context), context, slots.ordinal) : undefined;
        return place && { to: 'visit', data: { ...known, place: place.id } };
      },
    ),
    visit: step(
      (here, known, context) => [
        panel(
          [wording.visitHint],
          [
            here(wording.visitYes, 'visitYes', known.place === undefined ? {} : { place: known.place }, true),
            here(wording.visitNo, 'matches'),
          ],
          wording.askVisit(placeOf(known.place, context)?.name ?? ''),
        ),
      ],
      ({ understood: { intent } }, known) => (intent === 'no' ? { to: 'matches', data: known } : undefined),
    ),
    courses: step((here, _, context) => shownCourses(context, here)),
    mine: step((here, _, context) => shownMine(context, here)),
    askEnd: step(
      (here) => askEnd(here),
      ({ understood: { intent } }) => (intent === 'no' ? keepMine() : undefined),
    ),
    askCase: step((here) => [
      panel(
        [wording.caseNoName],
        [
          here(wording.foundGroup, 'case', { kind: 'found-group' }),
          here(wording.listPlace, 'case', { kind: 'list-place' }),
        ],
        wording.askCase,
      ),
    ]),
    confirmCase: step(
      (here, known) => readBack(known, here),
      ({ understood: { intent } }) =>
        intent === 'no' ? { end: true, say: [panel([wording.caseKept])] } : undefined,
    ),
  },
};
