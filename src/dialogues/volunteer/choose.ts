import { callBackButton } from '../../core/call-back/button';
import type { Chosen, Context } from '../../core/dialogue/dialogue';
import { panel, text } from '../../core/message';
import type { Place } from '../../core/place';
import { isWay } from '../../core/volunteer/volunteer';
import { tell } from './cases';
import type { Data, Next } from './data';
import { weekdaysOf } from './heard';
import { contactOf } from './matches';
import { isLive, keepMine, moveMine } from './mine';
import { goOn, offerOf } from './questions';
import { wording } from './wording';

/** The place with this id, if it is still on the map. */
export const placeOf = (id: string | undefined, { places }: Context): Place | undefined =>
  places.places.find((one) => one.id === id);

/** Keeps what she said, and how she can be reached on our own page; the button of an older question, whose answers are gone, begins anew. */
const offer = (known: Data, { matters: { volunteer }, turn }: Context): Next =>
  known.way === undefined
    ? { to: 'askWay', data: {} }
    : {
        to: 'matches',
        data: known,
        say: [panel([wording.thanks, wording.callMeHint], [callBackButton(wording.callMe, turn)])],
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

/** What her tap on any button of the dialogue means. */
export const choose = (chosen: Chosen, known: Data, context: Context): Next | undefined => {
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

const chooseCase = ({ choice, args }: Chosen, known: Data, context: Context): Next | undefined => {
  const kind = args.kind === 'found-group' || args.kind === 'list-place' ? args.kind : undefined;
  switch (choice) {
    case 'case':
      return kind === undefined
        ? { to: 'askCase', data: known }
        : {
            to: 'confirmCase',
            data: {
              ...(context.person.area === undefined ? {} : { area: context.person.area }),
              ...known,
              kind,
            },
          };
    case 'tell':
      if (kind === undefined) return undefined;
      // A button of last spring must not tell anybody anything: it asks again.
      return known.kind === kind
        ? tell(kind, known, context)
        : { to: 'confirmCase', data: { ...known, kind } };
    case 'leave':
      return { end: true, say: [panel([wording.caseKept])] };
    default:
      return undefined;
  }
};
