import type { Asked, Reply } from '../../core/asked';
import { inTokyo, occasionText, tokyoDate } from '../../core/calendar';
import { daysOf, dayText } from '../../core/days/days';
import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel } from '../../core/message';
import type { Known } from '../../core/place';
import { datesKnown, nextOccurrence, occurrencesBetween, scheduleText } from '../../core/schedule';
import type { PlaceHit } from '../../core/search';
import { callButton, cautions, feeText, lead, mapButton, phoneOf } from './cards';
import { wording } from './wording';

/** She has chosen a place: what she needs to know is when it is and whether to call before. */
export const going: Asked = { about: 'going' };

const { answer } = wording;

/** When it is next, with everything that might keep her before a closed door. */
const nextLines = (hit: PlaceHit, today: string): readonly string[] => {
  const { next } = hit;
  return [
    ...cautions(hit, today),
    next === undefined ? wording.nextUnknown : answer.next(occasionText(next.date, next.time, today)),
    ...(next?.holidayUnsure ? [wording.holidayUnsure] : []),
  ];
};

/** Whether it is held on the day she asks about. What is over for today, or of no known date, is not said to be on. */
const openLines = (hit: PlaceHit, day: string, now: number): readonly string[] => {
  const { schedule, doubtedAt } = hit.place;
  const { date: today, time } = inTokyo(now);
  const { from, to } = daysOf(day, now);
  const held = nextOccurrence(schedule, from, { to, ...(from === today ? { fromTime: time } : {}) });
  if (held) {
    const occasion = occasionText(held.date, held.time, today);
    if (held.holidayUnsure) return [...cautions(hit, today), answer.planned(occasion), wording.holidayUnsure];
    return doubtedAt === undefined
      ? [answer.held(occasion)]
      : [...cautions(hit, today), answer.planned(occasion)];
  }
  const isOver = from === to && occurrencesBetween(schedule, from, to).length > 0;
  const isKnown = datesKnown(schedule) === 'all';
  const said = dayText(day, now);
  const verdict = isOver ? answer.over(said) : isKnown ? answer.notHeld(said) : answer.dayUnknown(said);
  return [verdict, ...nextLines(hit, today)];
};

const replyTo = ({ about, day }: Asked, hit: PlaceHit, context: Context): Reply => {
  const { place } = hit;
  const today = tokyoDate(context.now);
  const { name, phone } = phoneOf(place, context);
  const call = callButton(phone);
  const unknown: Reply = { lines: [answer.unknown], buttons: [call] };
  const known = (value: Known, words: { readonly yes: string; readonly no: string }): Reply =>
    value === 'unknown' ? unknown : { lines: [words[value]] };
  const booking: Reply =
    place.booking === 'no'
      ? { lines: [answer.bookingNo] }
      : { lines: [place.booking === 'yes' ? answer.bookingYes : answer.bookingUnknown], buttons: [call] };
  switch (about) {
    case 'fee':
      return place.fee.kind === 'unknown' ? unknown : { lines: [answer.fee(feeText(place))] };
    case 'time':
      return { lines: [...nextLines(hit, today), ...scheduleText(place.schedule, today)], buttons: [call] };
    case 'going':
      return { lines: [...nextLines(hit, today), ...booking.lines], buttons: [call, ...mapButton(place)] };
    case 'open':
      return { lines: openLines(hit, day ?? today, context.now), buttons: [call] };
    case 'parking':
      return known(place.access.parking, answer.parking);
    case 'wheelchair':
      return known(place.access.wheelchair, answer.wheelchair);
    case 'toilet':
      return known(place.access.toilet, answer.toilet);
    case 'stairs':
      return known(place.access.steps, answer.steps);
    case 'booking':
      return booking;
    case 'phone':
      return { lines: [answer.phone(name, phone)], buttons: [call] };
    case 'way': {
      const walk = hit.minutes === undefined ? [] : [answer.way(lead(hit))];
      return { lines: [...walk, answer.wayUnknown], buttons: mapButton(place) };
    }
    case 'map':
      return place.at === undefined ? unknown : { lines: [answer.map], buttons: mapButton(place) };
    default:
      return unknown;
  }
};

/** What she asked, answered first and by itself; all else is one button away. */
export const answerMessages = (
  asked: Asked,
  hit: PlaceHit,
  context: Context,
  onward: { readonly here: Here; readonly hasList: boolean },
): readonly Message[] => {
  const { place } = hit;
  const { here, hasList } = onward;
  const { lines, buttons = [] } = replyTo(asked, hit, context);
  return [
    panel(
      lines,
      [
        ...buttons,
        here(wording.detail, 'detail', { place: place.id }),
        ...(hasList ? [here(wording.backToList, 'list')] : []),
      ],
      place.name,
    ),
  ];
};
