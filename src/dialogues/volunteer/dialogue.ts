import type { Chosen, Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { isWay } from '../../core/volunteer/volunteer';
import { hearWhere } from './area';
import { VOLUNTEER } from './buttons';
import { openCase, readBack, tell } from './cases';
import { type Data, data, type Next, type Step } from './data';
import { wayIn, weekdaysIn, weekdaysOf } from './heard';
import { contactOf, shownMatches } from './matches';
import { askEnd, isLive, keepMine, moveMine, shownCourses, shownMine } from './mine';
import { askConfirm, askDays, askLikes, askWay, askWhere, moreWays, offerOf } from './questions';
import { wording } from './wording';

/** The next thing that is still to be asked; at the end all of it is read back. */
const goOn = (known: Data): Next => {
  if (known.way === undefined) return { to: 'askWay', data: known };
  if (known.area === undefined && !known.isAnywhere) return { to: 'askWhere', data: known };
  if (known.weekdays === undefined) return { to: 'askDays', data: known };
  return { to: known.likes === undefined ? 'askLikes' : 'confirm', data: known };
};

const placeOf = (id: string | undefined, { places }: Context) => places.places.find((one) => one.id === id);

/** Keeps what she said; the button of an older question, whose answers are gone, begins anew. */
const offer = (known: Data, { matters: { volunteer } }: Context): Next =>
  known.way === undefined
    ? { to: 'askWay', data: {} }
    : {
        to: 'matches',
        data: known,
        say: [text(wording.thanks)],
        effects: [{ type: 'offerHelp', expects: volunteer?.revision ?? 0, offer: offerOf(known) }],
      };

/** She will go and look: only now is she told whom to call. */
const visit = (known: Data, context: Context): Next => {
  const { volunteer } = context.matters;
  const place = placeOf(known.place, context);
  if (!place) return { to: 'matches', data: known, say: [text(wording.gone)] };
  const isWish = volunteer?.state === 'wish';
  return {
    stay: true,
    data: known,
    say: [contactOf(place, context)],
    effects: isWish
      ? [{ type: 'moveVolunteer', expects: volunteer.revision, from: 'wish', to: 'met', place: place.id }]
      : [],
  };
};

const choose = (chosen: Chosen, known: Data, context: Context): Next | undefined => {
  const { args } = chosen;
  switch (chosen.choice) {
    case 'begin':
    case 'change':
      return { to: 'askWay', data: {} };
    case 'way':
      return isWay(args.way) ? goOn({ ...known, way: args.way }) : undefined;
    case 'moreWays':
      return { to: 'moreWays', data: known };
    case 'home':
      return goOn({
        ...known,
        ...(context.person.area ? { area: context.person.area } : { isAnywhere: true }),
      });
    case 'anywhere':
      return goOn({ ...known, isAnywhere: true });
    case 'days': {
      const weekdays = weekdaysOf(args.days ?? '');
      return weekdays && goOn({ ...known, weekdays });
    }
    case 'like':
      return goOn({ ...known, likes: args.activity === undefined ? [] : [args.activity] });
    case 'anything':
      return goOn({ ...known, likes: [] });
    case 'offer':
      return offer(known, context);
    case 'matches':
      return { to: isLive(context.matters.volunteer) ? 'matches' : 'mine', data: {} };
    case 'visit':
      return placeOf(args.place, context)
        ? { to: 'visit', data: { ...known, ...(args.place === undefined ? {} : { place: args.place }) } }
        : { to: 'matches', data: known, say: [text(wording.gone)] };
    case 'visitYes':
      return visit({ ...known, ...(args.place === undefined ? {} : { place: args.place }) }, context);
    case 'courses':
    case 'mine':
    case 'askEnd':
      return { to: chosen.choice, data: {} };
    case 'pause':
      return moveMine(context, 'paused', wording.paused);
    case 'end':
      return moveMine(context, 'ended', wording.ended);
    case 'resume':
      return moveMine(context, 'wish', wording.resumed);
    case 'keep':
      return keepMine();
    default:
      return chooseCase(chosen, known, context);
  }
};

const chooseCase = ({ choice, args }: Chosen, known: Data, { person }: Context): Next | undefined => {
  const kind = args.kind === 'found-group' || args.kind === 'list-place' ? args.kind : undefined;
  switch (choice) {
    case 'case':
      return kind === undefined
        ? { to: 'askCase', data: known }
        : {
            to: 'confirmCase',
            data: { ...(person.area === undefined ? {} : { area: person.area }), ...known, kind },
          };
    case 'tell':
      if (kind === undefined) return undefined;
      // A button of last spring must not tell anybody anything: it asks again.
      return known.kind === kind ? tell(kind, known) : { to: 'confirmCase', data: { ...known, kind } };
    case 'leave':
      return { end: true, say: [panel([wording.caseKept])] };
    default:
      return undefined;
  }
};

/** What any step takes from her words: another wish about helping. */
const hear = (heard: Heard, context: Context): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  const { volunteer } = context.matters;
  switch (intent) {
    case 'volunteer':
      if (slots.course !== undefined) return { to: 'courses', data: {} };
      if (isLive(volunteer)) return { to: 'mine', data: {} };
      return begin(heard.text, slots.activity);
    case 'volunteer_withdraw':
      return { to: isLive(volunteer) ? 'askEnd' : 'mine', data: {} };
    case 'start_group':
      return openCase(heard, 'found-group', context);
    default:
      return undefined;
  }
};

const begin = (words: string, activity: string | undefined): Next => {
  const way = wayIn(words);
  const weekdays = weekdaysIn(words);
  return goOn({
    ...(way === undefined ? {} : { way }),
    ...(weekdays === undefined ? {} : { weekdays }),
    ...(activity === undefined ? {} : { likes: [activity] }),
  });
};

const ask =
  (asks: (here: Here, known: Data, context: Context) => readonly Message[]) =>
  (known: Data, context: Context, here: Here) =>
    asks(here, known, context);

const step = (
  asks: (here: Here, known: Data, context: Context) => readonly Message[],
  answered?: (heard: Heard & { readonly type: 'said' }, known: Data) => Next | undefined,
) => ({
  ask: ask(asks),
  choose,
  hear: (heard: Heard, known: Data, context: Context): Next | undefined =>
    (heard.type === 'said' ? answered?.(heard, known) : undefined) ?? hear(heard, context),
});

const hearWay = ({ text: words }: { readonly text: string }, known: Data): Next | undefined => {
  const way = wayIn(words);
  return way && goOn({ ...known, way });
};

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
      ({ understood: { slots } }, known) =>
        slots.activity === undefined ? undefined : goOn({ ...known, likes: [slots.activity] }),
    ),
    confirm: step(
      (here, known) => askConfirm(known, here),
      ({ understood: { intent } }) => (intent === 'no' ? { to: 'askWay', data: {} } : undefined),
    ),
    matches: step((_, known, context) =>
      shownMatches(
        known.way === undefined ? (context.matters.volunteer ?? offerOf(known)) : offerOf(known),
        context,
      ),
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
