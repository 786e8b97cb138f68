import type { Chosen, Context, Dialogue, Heard, Outcome } from '../../core/dialogue/dialogue';
import { roundedPoint } from '../../core/geo';
import { type Message, panel, text } from '../../core/message';
import { originAt } from '../../core/search';
import type { Intent, Slots } from '../../core/understanding';
import { fullCard } from './cards';
import { type SearchData, type SearchOrigin, searchData, type Wishes } from './data';
import { cityCentre, homeOf, type OriginReading, originIn } from './origin';
import { hearReport, reportStep } from './report';
import { lookAt, resultMessages, search, unmet } from './results';
import { dontTell, tellMe } from './tell-me';
import { wishesIn } from './wishes';
import { wording } from './wording';

type Step = 'askOrigin' | 'askWhich' | 'askNumber' | 'results' | 'narrow' | 'detail' | 'report';
type Move = Outcome<Step, SearchData>;

const initial: SearchData = { wishes: {}, seen: 0, shown: [] };

/** Shows what the search finds and remembers which places were shown, so that "the second" has a meaning. */
const show = (
  data: SearchData,
  origin: SearchOrigin,
  context: Context,
  say: readonly Message[] = [],
): Move => {
  const { candidates: _, base: __, place: ___, report: ____, ...rest } = data;
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
const start = (reading: OriginReading, data: SearchData, context: Context): Move => {
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

const begin = (wishes: Wishes, context: Context): Move => {
  const home = homeOf(context);
  const data: SearchData = { ...initial, wishes };
  return home ? show(data, home, context) : { to: 'askOrigin', data };
};

const searching: readonly Intent[] = ['find_place', 'find_event', 'location', 'refine', 'more'];

/** A new search, a narrower one, or a new starting point, whatever step she is at. */
const hearSearch = (heard: Heard, data: SearchData, context: Context): Move | undefined => {
  if (heard.type === 'location') return start(originIn(heard, context), data, context);
  if (heard.type !== 'said' || !searching.includes(heard.understood.intent)) return undefined;
  const { intent, slots } = heard.understood;
  if (intent === 'more' && data.origin) return more(data, context);
  // A new search forgets old conditions; a refinement and a bare place keep them.
  const isNew = intent === 'find_place' || intent === 'find_event';
  const wishes = wishesIn(slots, isNew ? {} : data.wishes);
  return start(originIn(heard, context), { ...data, wishes }, context);
};

const more = (data: SearchData, context: Context): Move | undefined =>
  data.origin && show({ ...data, seen: data.seen + data.shown.length }, data.origin, context);

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
  const place =
    placeIn(slots, heard.text, data, context) ?? (intent === 'place_detail' ? data.place : undefined) ?? only;
  if (place !== undefined) return { to: 'detail', data: { ...data, place } };
  return data.shown.length === 0 ? undefined : { stay: true, say: [text(wording.whichPlace)] };
};

/** Words about what was shown: something wrong with it, a closer look, or another search. */
const hearShown = (heard: Heard, data: SearchData, context: Context): Move | undefined =>
  hearReport(heard, data, context) ?? hearPlace(heard, data, context) ?? hearSearch(heard, data, context);

const originOf = ({ args }: Chosen): SearchOrigin | undefined => {
  const [lat, lng] = (args.at ?? '').split(',').map(Number);
  const read = searchData.shape.origin.safeParse({ kind: args.kind, label: args.label, at: { lat, lng } });
  return read.success ? read.data : undefined;
};

const wishesOf = ({ args }: Chosen): Wishes => {
  if (args.wishes === undefined) return {};
  try {
    return searchData.shape.wishes.safeParse(JSON.parse(args.wishes)).data ?? {};
  } catch {
    return {};
  }
};

/** The buttons under results; each says by itself what it is about, so it works next spring as well. */
const chooseResult = (chosen: Chosen, data: SearchData, context: Context): Move | undefined => {
  switch (chosen.choice) {
    case 'detail': {
      const place = chosen.args.place ?? '';
      if (!lookAt(place, data, context)) return { to: 'askOrigin', data: initial, say: [text(wording.gone)] };
      return { to: 'detail', data: { ...data, place } };
    }
    case 'more': {
      const origin = originOf(chosen);
      const seen = Number(chosen.args.seen ?? 0);
      if (!origin || !Number.isInteger(seen)) return undefined;
      return show({ ...initial, wishes: wishesOf(chosen), seen }, origin, context);
    }
    case 'keep': {
      const origin = originOf(chosen);
      if (!origin) return undefined;
      const { district } = originAt(context.city, origin.at, origin.kind);
      const area = {
        label: origin.label,
        at: roundedPoint(origin.at),
        isCentre: origin.kind !== 'exact',
        ...(district === undefined ? {} : { district }),
      };
      return { stay: true, say: [text(wording.kept(origin.label))], effects: [{ type: 'keepArea', area }] };
    }
    case 'tellMe':
    case 'dontTell': {
      const origin = originOf(chosen);
      if (!origin) return undefined;
      return chosen.choice === 'tellMe' ? tellMe(chosen, origin, context) : dontTell(chosen, origin);
    }
    case 'narrow':
      return { to: 'narrow' };
    case 'clear':
      return data.origin
        ? show({ ...data, wishes: {}, seen: 0 }, data.origin, context)
        : { to: 'askOrigin', data: initial };
    case 'other':
      return { to: 'askOrigin', data: { ...initial, wishes: data.wishes } };
    default:
      return undefined;
  }
};

/** Finds a gathering place she can walk to. */
export const findPlace: Dialogue<Step, SearchData> = {
  id: 'find-place',
  version: 1,
  first: 'askOrigin',
  initial,
  read: (stored) => searchData.safeParse(stored).data,
  opensOn: ['find_place', 'find_event', 'location', 'refine'],
  open: (heard, context) => hearSearch(heard, initial, context),
  steps: {
    askOrigin: {
      ask: (_, context, here) => {
        const home = homeOf(context);
        return [
          panel(
            [wording.askOriginHint],
            [
              { label: wording.here, action: { do: 'sendLocation' }, isMain: true },
              ...(home ? [here(wording.home(home.label), 'home')] : []),
              here(wording.notSure, 'centre'),
            ],
            wording.askOrigin,
          ),
        ];
      },
      askSimply: (_, __, here) => [
        panel(
          [wording.askOriginSimply],
          [
            { label: wording.here, action: { do: 'sendLocation' }, isMain: true },
            here(wording.wholeCity, 'centre'),
          ],
          wording.askOrigin,
        ),
      ],
      choose: (chosen, data, context) => {
        const home = homeOf(context);
        switch (chosen.choice) {
          case 'begin':
            return begin(
              chosen.args.activity === undefined ? {} : { activity: chosen.args.activity },
              context,
            );
          case 'today':
            return begin({ time: 'now' }, context);
          case 'home':
            return home ? show(data, home, context) : { to: 'askOrigin' };
          case 'centre':
            return show(data, cityCentre(context), context);
          default:
            return undefined;
        }
      },
      hear: (heard, data, context) => hearSearch(heard, data, context),
    },
    askWhich: {
      ask: (data, _, here) => [
        panel(
          [],
          (data.candidates ?? []).map(({ label, kind }, index) =>
            here(kind === 'town' ? wording.aroundTown(label) : label, 'pick', { index: String(index) }),
          ),
          wording.askWhich,
        ),
      ],
      choose: ({ choice, args }, data, context) => {
        const origin = choice === 'pick' ? data.candidates?.[Number(args.index)] : undefined;
        return origin ? show(data, origin, context) : undefined;
      },
      hear: (heard, data, context) => {
        if (heard.type === 'said' && heard.understood.intent === 'choice') {
          const { ordinal } = heard.understood.slots;
          const origin = ordinal === 'last' ? data.candidates?.at(-1) : data.candidates?.[(ordinal ?? 0) - 1];
          if (origin) return show(data, origin, context);
        }
        return hearSearch(heard, data, context);
      },
    },
    askNumber: {
      ask: (data, _, here) => {
        const parts = (data.candidates ?? []).slice(0, -1);
        const base = data.base ?? '';
        return [
          panel(
            [wording.askNumberHint],
            [here(wording.middleOf(base), 'middle')],
            wording.askNumber(base, parts.length),
          ),
        ];
      },
      choose: ({ choice }, data, context) => {
        const middle = choice === 'middle' ? data.candidates?.at(-1) : undefined;
        return middle ? show(data, middle, context) : undefined;
      },
      hear: (heard, data, context) => {
        if (heard.type !== 'said') return hearSearch(heard, data, context);
        const { slots, intent } = heard.understood;
        const number =
          typeof slots.ordinal === 'number'
            ? slots.ordinal
            : Number(heard.text.normalize('NFKC').replace(/\D/g, ''));
        const parts = (data.candidates ?? []).slice(0, -1);
        const part = slots.area === undefined && number > 0 ? parts[number - 1] : undefined;
        if (part) return show(data, part, context);
        const middle = data.candidates?.at(-1);
        if (intent === 'confused' || intent === 'no' || intent === 'other')
          return middle && show(data, middle, context);
        return hearSearch(heard, data, context);
      },
    },
    results: {
      ask: (data, context, here) =>
        data.origin
          ? resultMessages(data, data.origin, context, here)
          : findPlace.steps.askOrigin.ask(data, context, here),
      // The cards still stand above; sending them again would push them out of sight.
      askSimply: (_, __, here) => [
        panel([wording.resultsSimply], [here(wording.narrow, 'narrow'), here(wording.otherOrigin, 'other')]),
      ],
      choose: chooseResult,
      hear: hearShown,
    },
    narrow: {
      ask: (data, _, here) => [
        panel(
          [wording.narrowHint],
          [
            here(wording.am, 'add', { time: 'am' }),
            here(wording.pm, 'add', { time: 'pm' }),
            here(wording.free, 'add', { fee: 'free' }),
            Object.keys(data.wishes).length === 0
              ? here(wording.wheelchairWish, 'add', { feature: 'wheelchair' })
              : here(wording.clear, 'clear'),
          ],
          wording.askNarrow,
        ),
      ],
      choose: (chosen, data, context) => {
        if (chosen.choice !== 'add') return chooseResult(chosen, data, context);
        const wishes = wishesIn(chosen.args, data.wishes);
        const next = { ...data, wishes, seen: 0 };
        return data.origin ? show(next, data.origin, context) : { to: 'askOrigin', data: next };
      },
      hear: (heard, data, context) => hearSearch(heard, data, context),
    },
    detail: {
      ask: (data, context, here) => {
        const hit = data.place === undefined ? undefined : lookAt(data.place, data, context);
        if (!hit) return [panel([wording.gone], [here(wording.otherOrigin, 'other')])];
        const onward = data.origin
          ? here(wording.backToList, 'list', undefined, true)
          : here(wording.otherOrigin, 'other', undefined, true);
        return [{ type: 'cards', cards: [fullCard(hit, context, onward)] }];
      },
      choose: (chosen, data, context) =>
        chosen.choice === 'list' && data.origin
          ? show(data, data.origin, context)
          : chooseResult(chosen, data, context),
      hear: hearShown,
    },
    report: reportStep,
  },
};
