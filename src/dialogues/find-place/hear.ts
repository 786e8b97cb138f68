import { askedIn } from '../../core/asked';
import { withSpan } from '../../core/days/days';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import { text } from '../../core/message';
import type { Intent, Slots } from '../../core/understanding';
import { going } from './answers';
import type { SearchData } from './data';
import { type Move, more, start } from './moves';
import { originIn } from './origin';
import { hearReport } from './report';
import { wishesIn } from './wishes';
import { wording } from './wording';

const searching: readonly Intent[] = ['find_place', 'find_event', 'location', 'refine', 'more'];

/** A new search, a narrower one, or a new starting point, whatever step she is at. */
export const hearSearch = (heard: Heard, data: SearchData, context: Context): Move | undefined => {
  if (heard.type === 'location') return start(originIn(heard, context), data, context);
  if (heard.type !== 'said') return undefined;
  const { intent } = heard.understood;
  const slots = withSpan(heard.understood.slots, heard.text, context.now);
  // A bare day or week narrows what is shown, even where nothing else was understood.
  const isDay = intent === 'other' && slots.day !== undefined && data.origin !== undefined;
  if (!searching.includes(intent) && !isDay) return undefined;
  if (intent === 'more' && data.origin) return more(data, context);
  // A new search forgets old conditions; a refinement and a bare place keep them.
  const isNew = intent === 'find_place' || intent === 'find_event';
  const wishes = wishesIn(slots, isNew ? {} : data.wishes);
  const reading = originIn(heard, context);
  const isSame = JSON.stringify(wishes) === JSON.stringify(data.wishes) && data.shown.length > 0;
  // "It is far": the same list again would be no answer.
  if (intent === 'refine' && isSame && 'silent' in reading)
    return { stay: true, say: [text(wording.nearestFirst)] };
  return start(reading, { ...data, wishes }, context);
};

/** Which of the shown places she means by "the second" or by its name. */
const placeIn = (slots: Slots, words: string, data: SearchData, context: Context): string | undefined => {
  if (slots.ordinal === 'last') return data.shown.at(-1);
  if (slots.ordinal !== undefined) {
    // Numbers on the cards go on from page to page.
    return data.shown[slots.ordinal - 1 - data.seen] ?? data.shown[slots.ordinal - 1];
  }
  const named = data.shown.filter((id) => {
    const name = context.places.places.find((place) => place.id === id)?.name;
    return name !== undefined && words.includes(name);
  });
  return named.length === 1 ? named[0] : undefined;
};

const hearPlace = (heard: Heard, data: SearchData, context: Context): Move | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  if (intent !== 'choice' && intent !== 'place_detail' && intent !== 'yes') return undefined;
  const only = data.shown.length === 1 ? data.shown[0] : undefined;
  // "That one then" means the one she looks at.
  const inView = intent === 'place_detail' || (intent === 'choice' && slots.ordinal === undefined);
  const place = placeIn(slots, heard.text, data, context) ?? (inView ? data.place : undefined) ?? only;
  if (place !== undefined) {
    const isSettled = intent === 'choice' && place === data.place;
    const asked = isSettled ? going : intent === 'place_detail' ? askedIn(slots) : undefined;
    if (asked) return { to: 'answer', data: { ...data, place, asked } };
    // She sees all of it already and asks for more.
    const isAll = intent === 'place_detail' && place === data.place;
    return { to: 'detail', data: { ...data, place }, say: isAll ? [text(wording.allWeKnow)] : [] };
  }
  return data.shown.length === 0 ? undefined : { stay: true, say: [text(wording.whichPlace)] };
};

/** Words about what was shown: something wrong with it, a closer look, or another search. */
export const hearShown = (heard: Heard, data: SearchData, context: Context): Move | undefined =>
  hearReport(heard, data, context) ?? hearPlace(heard, data, context) ?? hearSearch(heard, data, context);
