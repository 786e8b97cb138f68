import type { Chosen, Context, Dialogue } from '../../core/dialogue/dialogue';
import { panel } from '../../core/message';
import { answerMessages } from './answers';
import { fullCard } from './cards';
import { chooseResult } from './choose';
import { type SearchData, searchData } from './data';
import { hearSearch, hearShown } from './hear';
import { begin, initial, type Move, type Step, show } from './moves';
import { cityCentre, homeOf } from './origin';
import { reportStep } from './report';
import { lookAt, resultMessages } from './results';
import { wishesIn } from './wishes';
import { wording } from './wording';

/** The buttons under one place: back to where it was found, or on from it. */
const chooseShown = (chosen: Chosen, data: SearchData, context: Context): Move | undefined =>
  chosen.choice === 'list' && data.origin
    ? show(data, data.origin, context)
    : chooseResult(chosen, data, context);

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
      choose: chooseShown,
      hear: hearShown,
    },
    answer: {
      ask: (data, context, here) => {
        const hit = data.place === undefined ? undefined : lookAt(data.place, data, context);
        if (!hit || !data.asked) return [panel([wording.gone], [here(wording.otherOrigin, 'other')])];
        return answerMessages(data.asked, hit, context, { here, hasList: data.origin !== undefined });
      },
      choose: chooseShown,
      hear: hearShown,
    },
    report: reportStep,
  },
};
