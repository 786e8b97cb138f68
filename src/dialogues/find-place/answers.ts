import { occasionText, tokyoDate } from '../../core/calendar';
import { daysOf, dayText } from '../../core/days/days';
import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel } from '../../core/message';
import type { Known, Place } from '../../core/place';
import { occurrencesBetween, scheduleText } from '../../core/schedule';
import type { PlaceHit } from '../../core/search';
import type { Slots } from '../../core/understanding';
import { callButton, feeText, lead, mapButton, nextText, phoneOf } from './cards';
import type { SearchData } from './data';
import { wording } from './wording';

/** What she asks about a place in view. */
export type Asked = NonNullable<SearchData['asked']>;

/** She has chosen a place: what she needs to know is when it is and whether to call before. */
export const going: Asked = { about: 'going' };

/** The question in a sentence about a place; undefined if she only wants to see it. */
export const askedIn = ({ topic, feature, day }: Slots): Asked | undefined => {
  const about = topic ?? feature ?? (day === undefined ? undefined : 'open');
  return about === undefined ? undefined : { about, ...(day === undefined ? {} : { day }) };
};

const known = (value: Known, words: { readonly yes: string; readonly no: string }): string =>
  value === 'unknown' ? wording.answer.unknown : words[value];

const whetherOpen = (hit: PlaceHit, day: string, { now }: Context): string => {
  const today = tokyoDate(now);
  const { from, to } = daysOf(day, now);
  const [held] = occurrencesBetween(hit.place.schedule, from, to);
  if (held?.holidayUnsure) return wording.holidayUnsure;
  if (held) return wording.answer.held(occasionText(held.date, held.time, today));
  return hit.next === undefined
    ? wording.nextUnknown
    : wording.answer.notHeld(dayText(day, now), nextText(hit, today));
};

const bookingAnswer = ({ booking }: Place): string =>
  booking === 'yes'
    ? wording.answer.bookingYes
    : booking === 'no'
      ? wording.answer.bookingNo
      : wording.answer.bookingUnknown;

const answerTo = ({ about, day }: Asked, hit: PlaceHit, context: Context): string => {
  const { place } = hit;
  const { answer } = wording;
  switch (about) {
    case 'fee':
      return place.fee.kind === 'unknown' ? answer.unknown : answer.fee(feeText(place));
    case 'time': {
      const today = tokyoDate(context.now);
      return [answer.next(nextText(hit, today)), ...scheduleText(place.schedule, today)].join('\n');
    }
    case 'going':
      return [answer.next(nextText(hit, tokyoDate(context.now))), bookingAnswer(place)].join('\n');
    case 'open':
      return whetherOpen(hit, day ?? tokyoDate(context.now), context);
    case 'parking':
      return known(place.access.parking, answer.parking);
    case 'wheelchair':
      return known(place.access.wheelchair, answer.wheelchair);
    case 'toilet':
      return known(place.access.toilet, answer.toilet);
    case 'stairs':
      return known(place.access.steps, answer.steps);
    case 'booking':
      return bookingAnswer(place);
    case 'phone': {
      const { name, phone } = phoneOf(place, context);
      return answer.phone(name, phone);
    }
    case 'way':
      return [...(hit.minutes === undefined ? [] : [answer.way(lead(hit))]), answer.wayUnknown].join('\n');
    case 'map':
      return place.at === undefined ? answer.unknown : answer.map;
    default:
      return answer.unknown;
  }
};

/** Where she will want to call, or to see the map; elsewhere more buttons would push the answer out of sight. */
const callsFor: readonly string[] = ['phone', 'bring', 'going'];
const mapsFor: readonly string[] = ['way', 'map', 'going'];

/** What she asked, answered first and by itself; all else is one button away. */
export const answerMessages = (
  asked: Asked,
  hit: PlaceHit,
  context: Context,
  onward: { readonly here: Here; readonly hasList: boolean },
): readonly Message[] => {
  const { place } = hit;
  const { here, hasList } = onward;
  const answer = answerTo(asked, hit, context);
  const isOpen = answer.includes(wording.byPhone) || callsFor.includes(asked.about);
  return [
    panel(
      [answer],
      [
        ...(isOpen ? [callButton(phoneOf(place, context).phone)] : []),
        ...(mapsFor.includes(asked.about) ? mapButton(place) : []),
        here(wording.detail, 'detail', { place: place.id }),
        ...(hasList ? [here(wording.backToList, 'list')] : []),
      ],
      place.name,
    ),
  ];
};
