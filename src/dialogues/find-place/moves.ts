import type { Context, Outcome } from '../../core/dialogue/dialogue';
import { type Message, text } from '../../core/message';
import type { SearchData, SearchOrigin, Wishes } from './data';
import { homeOf, type OriginReading } from './origin';
import { search, unmet } from './results';
import { wording } from './wording';

/** The questions of a search. */
export type Step =
  | 'askOrigin'
  | 'askWhich'
  | 'askNumber'
  | 'results'
  | 'narrow'
  | 'detail'
  | 'answer'
  | 'report';
/** Where a search goes on. */
export type Move = Outcome<Step, SearchData>;

/** A search before anything is known. */
export const initial: SearchData = { wishes: {}, seen: 0, shown: [] };

/** Shows what the search finds and remembers which places were shown, so that "the second" has a meaning. */
export const show = (
  data: SearchData,
  origin: SearchOrigin,
  context: Context,
  say: readonly Message[] = [],
): Move => {
  const { candidates: _, base: __, place: ___, report: ____, asked: _____, ...rest } = data;
  const found = { ...rest, origin };
  const finding = search(found, origin, context);
  return {
    to: 'results',
    data: { ...found, shown: finding.hits.map(({ place }) => place.id) },
    effects: unmet(found, origin, finding, context),
    say,
  };
};

/** Goes on with what she said about where: shows, or asks which of several she means. */
export const start = (reading: OriginReading, data: SearchData, context: Context): Move => {
  const fresh: SearchData = { ...data, seen: 0, shown: [] };
  if ('found' in reading) return show(fresh, reading.found, context);
  if ('several' in reading) return { to: 'askWhich', data: { ...fresh, candidates: [...reading.several] } };
  if ('parts' in reading) {
    return {
      to: 'askNumber',
      data: { ...fresh, base: reading.base, candidates: [...reading.parts, reading.middle] },
    };
  }
  if ('notOurs' in reading) return { to: 'askOrigin', data: fresh, say: [text(reading.notOurs)] };
  if ('unknown' in reading)
    return { to: 'askOrigin', data: fresh, say: [text(wording.unknownArea(reading.name))] };
  const known = data.origin ?? homeOf(context);
  return known ? show(fresh, known, context) : { to: 'askOrigin', data: fresh };
};

/** Begins at her own place if we know one, else asks where. */
export const begin = (wishes: Wishes, context: Context): Move => {
  const home = homeOf(context);
  const data: SearchData = { ...initial, wishes };
  return home ? show(data, home, context) : { to: 'askOrigin', data };
};

/** The next ones of the same search. */
export const more = (data: SearchData, context: Context): Move | undefined =>
  data.origin && show({ ...data, seen: data.seen + data.shown.length }, data.origin, context);
