import { z } from 'zod';
import { showLessons } from '../../core/course/moves';
import type { Chosen, Context, Dialogue, Here, Outcome } from '../../core/dialogue/dialogue';
import { chooseLetters, setLetters, showHerData } from '../../core/her-data/moves';
import { type Button, type Message, panel, text } from '../../core/message';
import { showVolunteer } from '../../core/volunteer/moves';
import { wording } from './wording';

type Step = 'greet' | 'greetAgain' | 'menu' | 'usage' | 'letters';

const data = z.object({});

/** A button that begins the search for a place, wherever it stands; the search reads it by these names. */
const search = (label: string, choice: 'begin' | 'today', isMain: boolean): Button => ({
  label,
  action: { do: 'choose', move: { dialogue: 'find-place', version: 1, step: 'askOrigin', choice } },
  isMain,
});

const greeting = (hello: string, context: Context, here: Here): Message[] => [
  text(hello),
  panel(
    [wording.kept, wording.check(context.city.desk.name, context.city.desk.phone), wording.askFirst],
    [search(wording.findPlace, 'begin', true), here(wording.later, 'later')],
  ),
];

const later = ({ choice }: Chosen): Outcome<Step, Record<string, never>> | undefined =>
  choice === 'later'
    ? { stay: true, say: [text(wording.seeLater)] }
    : choice === 'usage'
      ? { to: 'usage' }
      : undefined;

const menu = (line: string, here: Here): Message[] => [
  panel(
    [line],
    [
      search(wording.findPlace, 'begin', true),
      search(wording.today, 'today', false),
      { label: wording.classes, action: { do: 'choose', move: showLessons(wording.classes) } },
      here(wording.usage, 'usage'),
    ],
    wording.menuTitle,
  ),
];

/** Says who we are, what it costs and what is kept, and asks one question. */
export const welcome: Dialogue<Step, z.infer<typeof data>> = {
  id: 'welcome',
  version: 1,
  first: 'menu',
  initial: {},
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['usage'],
  open: (heard) =>
    heard.type === 'said' && wording.letterWords.test(heard.text) ? { to: 'letters' } : { to: 'usage' },
  steps: {
    greet: {
      ask: (_, context, here) => greeting(wording.hello(context.city.name), context, here),
      askSimply: (_, __, here) => menu(wording.menuSimply, here),
      choose: later,
      hear: (heard) =>
        heard.type === 'said' && (heard.understood.intent === 'no' || heard.understood.intent === 'later')
          ? { stay: true, say: [text(wording.seeLater)] }
          : undefined,
    },
    greetAgain: {
      ask: (_, context, here) => greeting(wording.helloAgain(context.city.name), context, here),
      askSimply: (_, __, here) => menu(wording.menuSimply, here),
      choose: later,
      hear: (heard) =>
        heard.type === 'said' && (heard.understood.intent === 'no' || heard.understood.intent === 'later')
          ? { stay: true, say: [text(wording.seeLater)] }
          : undefined,
    },
    menu: {
      ask: (_, __, here) => menu(wording.menuLine, here),
      askSimply: (_, __, here) => menu(wording.menuSimply, here),
      choose: ({ choice }) => (choice === 'usage' ? { to: 'usage' } : undefined),
    },
    usage: {
      ask: () => [
        panel(
          wording.usageLines,
          [
            search(wording.findPlace, 'begin', true),
            { label: wording.help, action: { do: 'choose', move: showVolunteer() } },
            { label: wording.letters, action: { do: 'choose', move: chooseLetters() } },
            { label: wording.herData, action: { do: 'choose', move: showHerData() } },
          ],
          wording.usageTitle,
        ),
      ],
    },
    letters: {
      ask: () => [
        panel(
          [wording.lettersHint],
          [
            { label: wording.large, action: { do: 'choose', move: setLetters('large') }, isMain: true },
            { label: wording.normal, action: { do: 'choose', move: setLetters('normal') } },
          ],
          wording.askLetters,
        ),
      ],
    },
  },
};
