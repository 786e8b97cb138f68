import { z } from 'zod';
import type { Dialogue, Heard, Outcome } from '../../core/dialogue/dialogue';
import { steerButton, steerMove } from '../../core/dialogue/steer';
import { type Button, panel, text } from '../../core/message';
import { isOffered, passOn, readPassedOn, slotsFor } from '../../core/understanding';
import { wording } from './wording';

type Step = 'which';

/** The wishes she may have meant, likeliest first, each as a button carries it. */
const data = z.object({ wishes: z.array(z.record(z.string(), z.string())) });
type Data = z.infer<typeof data>;

/** A button that goes on as if she had said just this. */
const wishButton = (args: Data['wishes'][number], isMain: boolean): Button[] => {
  const intent = readPassedOn(args)?.intent;
  return intent !== undefined && isOffered(intent)
    ? [{ label: wording.wishes[intent], action: { do: 'choose', move: steerMove('also', args) }, isMain }]
    : [];
};

const ask = (line: string, { wishes }: Data) => [
  panel(
    [line],
    [...wishes.flatMap((args) => wishButton(args, wishes.length === 1)), steerButton(wording.human, 'human')],
  ),
];

const wishesIn = (heard: Heard): Data['wishes'] => {
  const doubt = heard.type === 'said' ? heard.understood.doubt : undefined;
  return doubt?.likely.map((intent) => passOn({ intent, slots: slotsFor(intent, doubt.said) })) ?? [];
};

/** None of them: she is not asked a second time, but told that other words or a call will do. */
const none = (heard: Heard): Outcome<Step, Data> | undefined =>
  heard.type === 'said' && heard.understood.intent === 'no'
    ? { end: true, say: [text(wording.none)] }
    : undefined;

/** Asks which of several wishes a sentence meant, instead of guessing. */
export const whichWish: Dialogue<Step, Data> = {
  id: 'which-wish',
  version: 1,
  first: 'which',
  initial: { wishes: [] },
  read: (stored) => data.safeParse(stored).data,
  opensOn: [],
  open: (heard) => ({ to: 'which', data: { wishes: wishesIn(heard) } }),
  steps: {
    which: {
      ask: (known) => ask(known.wishes.length === 1 ? wording.isThis : wording.which, known),
      askSimply: (known) => ask(wording.simply, known),
      hear: none,
    },
  },
};
