import { occasionText, tokyoDate, weekdayLetters } from '../../core/calendar';
import type { Context } from '../../core/dialogue/dialogue';
import { type Button, type Card, type Message, panel, text } from '../../core/message';
import { officeFor } from '../../core/office';
import type { Place } from '../../core/place';
import { type Match, matchPlaces } from '../../core/volunteer/match';
import type { Offer } from '../../core/volunteer/volunteer';
import { hereIn } from './buttons';
import { wording } from './wording';

/** How many places are shown at once. */
const SHOWN = 3;

/** Why a place fits, in words she can check: 「歩いて8分・火曜・体操」. */
const reasons = ({ minutes, weekday, activity }: Match): string => {
  const parts = [
    ...(minutes === undefined ? [] : [wording.minutes(minutes)]),
    ...(weekday === undefined ? [] : [wording.weekday(weekdayLetters[weekday])]),
    ...(activity === undefined ? [] : [activity]),
  ];
  return parts.length === 0 ? wording.reasonsUnknown : parts.join('・');
};

const card = (match: Match, today: string): Card => {
  const { place, next } = match;
  return {
    lead: reasons(match),
    title: place.name,
    facts: [
      {
        label: wording.factNext,
        value: next === undefined ? wording.nextUnknown : occasionText(next.date, next.time, today),
        isMain: true,
      },
      { label: wording.factActivity, value: place.activities.join('、') || wording.unknown },
    ],
    buttons: [hereIn('matches')(wording.visit, 'visit', { place: place.id }, true)],
  };
};

/** What can be done beside looking at places. */
export const ways = (): readonly Button[] => [
  hereIn('mine')(wording.courses, 'courses'),
  hereIn('mine')(wording.change, 'change'),
  hereIn('mine')(wording.rest, 'askEnd'),
];

const matchesOf = (offer: Offer, { places, now }: Context): readonly Match[] =>
  matchPlaces(places, offer, tokyoDate(now), SHOWN);

/** The place of the card she means by its number. */
export const pickedPlace = (
  offer: Offer,
  context: Context,
  ordinal: number | 'last' | undefined,
): Place | undefined => {
  const found = matchesOf(offer, context);
  if (ordinal === undefined) return undefined;
  return (ordinal === 'last' ? found.at(-1) : found[ordinal - 1])?.place;
};

/** The places that fit what she offers, with the reasons; without their contact, which is told after her yes. */
export const shownMatches = (offer: Offer, context: Context): readonly Message[] => {
  const today = tokyoDate(context.now);
  const found = matchesOf(offer, context);
  const next = panel([wording.next], ways());
  if (found.length === 0) return [text(wording.noMatches), next];
  return [
    text(wording.foundMatches(found.length)),
    { type: 'cards', cards: found.map((match) => card(match, today)) },
    next,
  ];
};

/** Whom she calls for a visit: the place itself, else the nearest office whose number is verified. */
export const contactOf = (place: Place, { city }: Context): Message => {
  const { name, phone } =
    place.phone === undefined ? officeFor(city, place) : { name: place.name, phone: place.phone };
  return panel(
    [wording.visitPlace(place.name), wording.visitPhone(name, phone), wording.visitSay],
    [
      { label: wording.call(phone), action: { do: 'call', number: phone }, isMain: true },
      hereIn('mine')(wording.courses, 'courses'),
    ],
    wording.visitTitle,
  );
};
