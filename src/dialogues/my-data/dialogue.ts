import type { Chosen, Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { MY_DATA, MY_DATA_VERSION } from '../../core/her-data/moves';
import { type Message, panel, text } from '../../core/message';
import type { Intent } from '../../core/understanding/intents';
import { hearArea, keep } from './area';
import { backToList, search, stopNotices } from './buttons';
import { type Data, data, type Next, type Step } from './data';
import { liveBookings, shown } from './shown';
import { wording } from './wording';

/** How long the question whether to erase can be answered by its button, in ms. */
const ERASE_QUESTION = 60 * 60_000;

const askErase = ({ now }: Context): Next => ({ to: 'askErase', data: { askedAt: now } });

const erase = (): Next => ({
  end: true,
  say: [
    panel(
      [wording.erased, wording.erasedTrace, wording.erasedCounts, wording.erasedAgain],
      [search],
      wording.erasedTitle,
    ),
  ],
  effects: [{ type: 'forgetHer' }],
});

const notErased = (): Next => ({ to: 'show', data: {}, say: [text(wording.kept)] });

const letters = (areLarge: boolean): Next => ({
  end: true,
  say: [panel([areLarge ? wording.lettersLarge : wording.lettersNormal], [search, backToList])],
  effects: [{ type: 'setLetters', areLarge }],
});

const choose = (chosen: Chosen, known: Data, context: Context): Next | undefined => {
  switch (chosen.choice) {
    case 'show':
      return { to: 'show', data: {} };
    case 'area':
      return { to: 'askArea', data: {} };
    case 'letters':
      return { to: 'letters', data: {} };
    case 'large':
    case 'normal':
      return letters(chosen.choice === 'large');
    case 'forgetArea':
      return {
        stay: true,
        say: [panel([wording.areaForgotten], [backToList])],
        effects: [{ type: 'forgetArea' }],
      };
    case 'pick': {
      const start = known.candidates?.[Number(chosen.args.index)];
      return start ? keep(start, context) : { to: 'askArea', data: {} };
    }
    case 'askErase':
      return askErase(context);
    case 'erase':
      return known.askedAt !== undefined && context.now - known.askedAt < ERASE_QUESTION
        ? erase()
        : askErase(context);
    case 'keep':
      return notErased();
    default:
      return undefined;
  }
};

const hear = (heard: Heard, _: Data, context: Context): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  if (wording.dontErase.test(heard.text)) return notErased();
  if (heard.understood.intent === 'privacy_erase') return askErase(context);
  return heard.understood.intent === 'privacy' ? { to: 'show', data: {} } : undefined;
};

const hearLetters = (heard: Heard): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  if (wording.largerWords.test(heard.text)) return letters(true);
  return wording.normalWords.test(heard.text) ? letters(false) : undefined;
};

/** What is answered in passing, without leaving the question. */
const strays: readonly Intent[] = ['greeting', 'thanks', 'smalltalk', 'later', 'other', 'off_topic'];

const askedErase = (context: Context, here: Here): readonly Message[] => {
  const count = liveBookings(context).length;
  return [
    panel(
      [wording.eraseWhat, ...(count === 0 ? [] : [wording.eraseBookings(count)]), wording.eraseForGood],
      [here(wording.eraseYes, 'erase', undefined, true), here(wording.eraseNo, 'keep')],
      wording.askErase,
    ),
  ];
};

/** What is kept of her, in plain words; where she lives, how large letters are, and erasing everything. */
export const myData: Dialogue<Step, Data> = {
  id: MY_DATA,
  version: MY_DATA_VERSION,
  first: 'show',
  initial: {},
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['privacy', 'privacy_erase'],
  open: (heard, context) => hear(heard, {}, context),
  steps: {
    show: {
      choose,
      hear,
      ask: (_, context, here) => [
        panel(
          shown(context),
          [
            here(wording.changeArea, 'area'),
            here(wording.changeLetters, 'letters'),
            stopNotices,
            here(wording.erase, 'askErase'),
          ],
          wording.title,
        ),
      ],
    },
    askErase: {
      isFinal: true,
      choose,
      ask: (_, context, here) => askedErase(context, here),
      hear: (heard, known, context) =>
        heard.type === 'said' && heard.understood.intent === 'no'
          ? notErased()
          : // A yes after she has spoken of something else must not erase: what is asked is taken off the table.
            heard.type === 'said' && strays.includes(heard.understood.intent)
            ? { to: 'show', data: {}, say: [text(wording.notYetErased)] }
            : hear(heard, known, context),
    },
    askArea: {
      choose,
      hear: (heard, known, context) => hearArea(heard, known, context) ?? hear(heard, known, context),
      ask: (_, { person }, here) => [
        panel(
          [wording.askAreaHint],
          [
            { label: wording.here, action: { do: 'sendLocation' }, isMain: true },
            ...(person.area ? [here(wording.forgetArea, 'forgetArea')] : []),
            here(wording.back, 'show'),
          ],
          wording.askArea,
        ),
      ],
    },
    askWhich: {
      choose,
      hear: (heard, known, context) => hearArea(heard, known, context) ?? hear(heard, known, context),
      ask: ({ candidates = [] }, _, here) => [
        panel(
          [],
          [
            ...candidates.map(({ label }, index) => here(label, 'pick', { index: String(index) })),
            here(wording.back, 'show'),
          ],
          wording.askWhich,
        ),
      ],
    },
    letters: {
      choose,
      hear: (heard, known, context) => hearLetters(heard) ?? hear(heard, known, context),
      ask: (_, { person }, here) => [
        panel(
          [wording.lettersHint],
          [
            here(wording.large, 'large', undefined, person.hasLargeLetters !== true),
            here(wording.normal, 'normal', undefined, person.hasLargeLetters === true),
          ],
          wording.askLetters,
        ),
      ],
    },
  },
};
