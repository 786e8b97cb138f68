import { inTokyo } from '../../core/calendar';
import type { Context, Here } from '../../core/dialogue/dialogue';
import type { Effect } from '../../core/effect';
import { roundedPoint } from '../../core/geo';
import { type Button, type Message, panel, text } from '../../core/message';
import {
  findPlaces,
  lookAtPlace,
  MOST_SHOWN,
  originAt,
  type PlaceFinding,
  type PlaceHit,
} from '../../core/search';
import { shortCard } from './cards';
import type { SearchData, SearchOrigin } from './data';
import { filtersOf, wishesText } from './wishes';
import { wording } from './wording';

const startOf = (origin: SearchOrigin, { city }: Context) => originAt(city, origin.at, origin.kind);

/** Runs the search that the data describe, from the first result not yet seen. */
export const search = (data: SearchData, origin: SearchOrigin, context: Context): PlaceFinding => {
  const { date, time } = inTokyo(context.now);
  return findPlaces(context.places, {
    origin: startOf(origin, context),
    filters: filtersOf(data.wishes, context.now),
    today: date,
    now: time,
    offset: data.seen,
  });
};

/** One place for a closer look, seen from her origin if there is one; undefined if it is no longer listed. */
export const lookAt = (id: string, data: SearchData, context: Context): PlaceHit | undefined => {
  const place = context.places.places.find((one) => one.id === id);
  const { date, time } = inTokyo(context.now);
  return place && lookAtPlace(place, data.origin && startOf(data.origin, context), date, time);
};

/** The wish that nobody near could meet: counted for the city, without a person. */
export const unmet = (
  data: SearchData,
  origin: SearchOrigin,
  finding: PlaceFinding,
  context: Context,
): readonly Effect[] => {
  if (data.seen > 0 || finding.isAnyNear) return [];
  const { sphere, district } = startOf(origin, context);
  const { activity, day } = data.wishes;
  return [
    {
      type: 'recordWish',
      wish: {
        at: roundedPoint(origin.at),
        ...(sphere === undefined ? {} : { sphere }),
        ...(district === undefined ? {} : { district }),
        ...(activity === undefined ? {} : { activity }),
        ...(day === undefined ? {} : { day }),
        ...(finding.nearestMetres === undefined ? {} : { nearestMetres: finding.nearestMetres }),
      },
    },
  ];
};

/** What a "more" button must know by itself: where she started, what she wanted, how much she has seen. */
export const moreArgs = (
  data: SearchData,
  origin: SearchOrigin,
  seen: number,
): Readonly<Record<string, string>> => ({
  at: `${origin.at.lat.toFixed(4)},${origin.at.lng.toFixed(4)}`,
  label: origin.label,
  kind: origin.kind,
  seen: String(seen),
  ...(Object.keys(data.wishes).length === 0 ? {} : { wishes: JSON.stringify(data.wishes) }),
});

/** The found places as messages: one sentence, the cards, and what can be done next. */
export const resultMessages = (
  data: SearchData,
  origin: SearchOrigin,
  context: Context,
  here: Here,
): readonly Message[] => {
  const finding = search(data, origin, context);
  const { hits } = finding;
  const conditions = wishesText(data.wishes, context.now);
  const hasWishes = conditions !== '';
  if (hits.length === 0)
    return nothingFound(data, origin, hasWishes ? wording.conditions(conditions) : undefined, here);
  const [nearest] = hits;
  const near =
    data.seen === 0 && !finding.isAnyNear && nearest?.minutes !== undefined
      ? [wording.noneNear(nearest.minutes), wording.noneNearCount]
      : [];
  const summary =
    data.seen === 0 ? wording.found(wording.from(origin.label), hits.length) : wording.foundMore(hits.length);
  return [
    text([...near, summary, ...(hasWishes ? [wording.conditions(conditions)] : [])].join('\n')),
    {
      type: 'cards',
      // What can be done next is the last card, because a message of its own would push the places out of sight.
      cards: [
        ...hits
          .slice(0, MOST_SHOWN)
          .map((hit, index) => shortCard(hit, data.seen + index + 1, context, here)),
        { title: wording.next, facts: [], buttons: nextButtons(data, origin, finding, context, here) },
      ],
    },
  ];
};

const nextButtons = (
  data: SearchData,
  origin: SearchOrigin,
  finding: PlaceFinding,
  { person }: Context,
  here: Here,
): readonly Button[] => [
  ...(finding.hasMore
    ? [here(wording.more, 'more', moreArgs(data, origin, data.seen + finding.hits.length))]
    : []),
  // Where nothing is near, fewer places would help nobody: being told takes the button's place.
  ...(waitable(data, origin, finding.isAnyNear)
    ? [tellMe(data, origin, here)]
    : [here(wording.narrow, 'narrow')]),
  ...(person.area?.label === origin.label || origin.kind === 'district'
    ? []
    : [
        here(wording.keep, 'keep', {
          at: moreArgs(data, origin, 0).at ?? '',
          label: origin.label,
          kind: origin.kind,
        }),
      ]),
  here(wording.otherOrigin, 'other'),
];

/** Whether she can be told once something opens near; the middle of a district is near to nobody. */
const waitable = (data: SearchData, origin: SearchOrigin, isAnyNear: boolean): boolean =>
  !isAnyNear && data.seen === 0 && origin.kind !== 'district';

const tellMe = (data: SearchData, origin: SearchOrigin, here: Here): Button =>
  here(wording.tellMe, 'tellMe', wishArgs(origin, data.wishes.activity));

/** What a button about being told must know by itself. */
export const wishArgs = (
  origin: SearchOrigin,
  activity: string | undefined,
): Readonly<Record<string, string>> => ({
  at: `${origin.at.lat.toFixed(4)},${origin.at.lng.toFixed(4)}`,
  label: origin.label,
  kind: origin.kind,
  ...(activity === undefined ? {} : { activity }),
});

const nothingFound = (
  data: SearchData,
  origin: SearchOrigin,
  conditions: string | undefined,
  here: Here,
): readonly Message[] => [
  panel(
    [
      data.seen > 0 ? wording.noMore : wording.nothing,
      ...(conditions === undefined || data.seen > 0 ? [] : [conditions, wording.nothingHint]),
    ],
    [
      ...(conditions === undefined ? [] : [here(wording.clear, 'clear', undefined, true)]),
      ...(waitable(data, origin, false) ? [tellMe(data, origin, here)] : []),
      here(wording.otherOrigin, 'other'),
    ],
  ),
];
