import type { Chosen, Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { type Button, type Message, panel, text } from '../../core/message';
import { officeFor, officeOf } from '../../core/office';
import type { Place } from '../../core/place';
import { REPORT } from '../../core/place-report/moves';
import { isWrong, type Wrong, wrongIn, wrongs } from '../../core/place-report/report';
import { askForCase } from '../../core/volunteer/moves';
import { type Data, data, type Next, type Step } from './data';
import { placesNamed } from './named';
import { wording } from './wording';

const initial: Data = { saidIn: [] };

/** How many of her turns are kept with a report. */
const MOST_SAID = 4;

const placeOf = (id: string | undefined, { places }: Context): Place | undefined =>
  places.places.find((one) => one.id === id);

const callButton = (phone: string): Button => ({
  label: wording.call(phone),
  action: { do: 'call', number: phone },
});

const notListed: Button = {
  label: wording.notListed,
  action: { do: 'choose', move: askForCase('list-place') },
};

/** Where no name comes to her mind, somebody who knows the places can ask on. */
const byPhone = ({ city, person }: Context): Message => {
  const office = officeOf(city, person);
  return panel([wording.byPhone, wording.office(office.name, office.phone)], [callButton(office.phone)]);
};

/** Goes on once it is clear which place is meant. */
const about = (known: Data, place: Place): Next => {
  const { candidates: _, ...rest } = known;
  return { to: 'askWhat', data: { ...rest, place: place.id }, say: [text(wording.about(place.name))] };
};

/** Goes on with the places that her words name: one, several, or none. */
const aboutNamed = (words: string, known: Data, context: Context): Next | undefined => {
  const [first, ...more] = placesNamed(words, context);
  if (!first) return undefined;
  if (more.length === 0) return about(known, first);
  return { to: 'whichPlace', data: { ...known, candidates: [first, ...more].map(({ id }) => id) } };
};

const open = (heard: Heard, context: Context): Next => {
  if (heard.type !== 'said') return { to: 'askPlace', data: initial };
  const guess = wrongIn(heard.text);
  // A wish that comes from a button has no words of hers.
  const saidIn = heard.text === '' ? [] : [context.turn];
  const known: Data = { saidIn, ...(guess === undefined ? {} : { guess }) };
  return aboutNamed(heard.text, known, context) ?? { to: 'askPlace', data: known };
};

/** Tells staff; what she wrote about it is found through the turns in which she did. */
const tell = (what: Wrong, known: Data, context: Context): Next => {
  const place = placeOf(known.place, context);
  if (!place) return { end: true, say: [text(wording.gone)] };
  return {
    to: 'told',
    data: { place: place.id, saidIn: [] },
    say: [text(wording.thanks(place.name))],
    effects: [{ type: 'reportPlace', report: { place: place.id, what, saidIn: known.saidIn } }],
  };
};

const choose = ({ choice, args }: Chosen, before: Data, context: Context): Next | undefined => {
  const place = placeOf(args.place, context);
  const known: Data =
    place === undefined || place.id === before.place ? before : { ...initial, place: place.id };
  switch (choice) {
    case 'begin':
      return { to: 'askPlace', data: initial };
    case 'place': {
      if (!place) return { end: true, say: [text(wording.gone)] };
      const { saidIn, what } = args;
      return about(
        {
          ...before,
          ...(isWrong(what) ? { guess: what } : {}),
          saidIn: saidIn === undefined ? before.saidIn : [saidIn],
        },
        place,
      );
    }
    case 'what':
      if (!isWrong(args.what)) return undefined;
      return args.what === 'other' ? { to: 'askWords', data: known } : tell(args.what, known, context);
    case 'another': {
      const { guess: _, ...rest } = known;
      return { to: 'askWhat', data: rest };
    }
    case 'send':
      return tell('other', known, context);
    case 'tellMe':
      return answerWanted(args.place, context);
    case 'noName':
      return { end: true, say: [byPhone(context)] };
    case 'enough':
      return { end: true, say: [panel([wording.enoughSaid])] };
    default:
      return undefined;
  }
};

const answerWanted = (place: string | undefined, { matters }: Context): Next => {
  // A button of last spring: what she reported then has long been decided.
  if (place === undefined || !matters.reports.includes(place)) {
    return { end: true, say: [panel([wording.alreadyDecided])] };
  }
  return { end: true, say: [panel([wording.willTell])], effects: [{ type: 'wantAnswer', place }] };
};

const argsOf = ({ place }: Data): Readonly<Record<string, string>> => (place === undefined ? {} : { place });

const askWhat = (known: Data, here: Here): readonly Message[] => {
  const { guess } = known;
  if (guess !== undefined && guess !== 'other') {
    return [
      panel(
        [],
        [
          here(wording.sureYes, 'what', { ...argsOf(known), what: guess }, true),
          here(wording.sureNo, 'another', argsOf(known)),
        ],
        wording.askSure(wording.what[guess]),
      ),
    ];
  }
  return [
    panel(
      [wording.askWhatHint],
      wrongs
        .filter((what) => what !== 'other')
        .map((what) => here(wording.what[what], 'what', { ...argsOf(known), what })),
      wording.askWhat,
    ),
  ];
};

/** Her own words say what is wrong; the turn in which she wrote them is kept with the report. */
const hearWhat = (heard: Heard, known: Data, context: Context): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent } = heard.understood;
  if (intent === 'no' && known.guess !== undefined) {
    const { guess: _, ...rest } = known;
    return { to: 'askWhat', data: rest };
  }
  const what = wrongIn(heard.text);
  if (what === undefined && intent !== 'report') return undefined;
  return tell(what ?? 'other', withTurn(known, context), context);
};

const withTurn = (known: Data, { turn }: Context): Data => ({
  ...known,
  saidIn: [...known.saidIn, turn].slice(-MOST_SAID),
});

/** Somebody says that what is listed is wrong: which place, what, and whether she wants to hear what came of it. */
export const report: Dialogue<Step, Data> = {
  id: REPORT.dialogue,
  version: REPORT.version,
  first: 'askPlace',
  initial,
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['report'],
  open,
  steps: {
    askPlace: {
      ask: (_, __, here) => [
        panel([wording.askPlaceHint], [here(wording.noName, 'noName'), notListed], wording.askPlace),
      ],
      choose,
      hear: (heard, known, context) =>
        heard.type === 'said' ? aboutNamed(heard.text, known, context) : undefined,
    },
    whichPlace: {
      ask: ({ candidates = [] }, context, here) => [
        panel(
          [],
          [
            ...candidates.flatMap((id) => {
              const place = placeOf(id, context);
              return place ? [here(place.name, 'place', { place: id })] : [];
            }),
            here(wording.otherPlace, 'begin'),
          ],
          wording.whichPlace,
        ),
      ],
      choose,
      hear: (heard, known, context) =>
        heard.type === 'said' ? aboutNamed(heard.text, known, context) : undefined,
    },
    askWhat: { ask: (known, _, here) => askWhat(known, here), choose, hear: hearWhat },
    askWords: {
      ask: (known, _, here) => [
        panel([wording.askWordsHint], [here(wording.noWords, 'send', argsOf(known))], wording.askWords),
      ],
      choose,
      hear: (heard, known, context) => {
        if (heard.type !== 'said') return undefined;
        return tell(wrongIn(heard.text) ?? 'other', withTurn(known, context), context);
      },
    },
    told: {
      ask: (known, context, here) => {
        const office = officeFor(context.city, placeOf(known.place, context) ?? {});
        return [
          panel(
            [wording.next, wording.office(office.name, office.phone)],
            [
              here(wording.tellMe, 'tellMe', argsOf(known), true),
              here(wording.enough, 'enough'),
              callButton(office.phone),
            ],
            wording.askTell,
          ),
        ];
      },
      choose,
      hear: (heard) =>
        heard.type === 'said' && heard.understood.intent === 'no'
          ? { end: true, say: [panel([wording.enoughSaid])] }
          : undefined,
    },
  },
};
