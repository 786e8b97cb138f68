import { z } from 'zod';
import type { Message } from '../../core/message';
import { encode } from '../../line/encode/encode';
import { checkMessages } from '../../line/limits';

/** What staff write: a heading, lines below it, and the number people may call. */
export interface Words {
  readonly heading: string;
  readonly text: string;
  readonly phone?: string;
  /** What stands on the button that calls. */
  readonly callLabel?: string;
}

/** Makes a notice of what staff wrote: one panel, so that heading, lines and button stay together. */
export const messagesOf = ({ heading, text, phone, callLabel }: Words): readonly Message[] => [
  {
    type: 'panel',
    tone: 'calm',
    title: heading,
    lines: text.split(/\r?\n/).filter((line) => line.trim() !== ''),
    buttons:
      phone === undefined
        ? []
        : [{ label: callLabel ?? phone, action: { do: 'call', number: phone }, isMain: true }],
  },
];

const written = z.tuple([
  z.object({
    type: z.literal('panel'),
    title: z.string(),
    lines: z.array(z.string()),
    buttons: z.array(
      z.object({
        label: z.string(),
        action: z.object({ do: z.literal('call'), number: z.string() }),
      }),
    ),
  }),
]);

/** What staff wrote, read back from a stored notice; nothing where it was made in another way. */
export const wordsIn = (content: string): Words | undefined => {
  const read = written.safeParse(JSON.parse(content));
  if (!read.success) return undefined;
  const [{ title, lines, buttons }] = read.data;
  const [call] = buttons;
  return {
    heading: title,
    text: lines.join('\n'),
    ...(call === undefined ? {} : { phone: call.action.number, callLabel: call.label }),
  };
};

const stored = z.custom<readonly Message[]>((value) => Array.isArray(value) && value.length > 0);

/** LINE's messages of a stored notice: for the preview, and, as JSON, what is frozen at approval. */
export const lineMessagesOf = (content: string) =>
  encode({ messages: stored.parse(JSON.parse(content)), shortcuts: [] });

/** What LINE would refuse about a notice; empty where it would take it. */
export const lineProblemsOf = (content: string): readonly string[] =>
  checkMessages(lineMessagesOf(content)).map(({ property, message }) => `${property}: ${message}`);

const textOf = (message: Message): string => {
  switch (message.type) {
    case 'text':
      return message.text;
    case 'panel':
      return [message.title ?? '', ...message.lines].join('\n');
    case 'cards':
      return message.cards
        .map(({ title, facts }) => [title, ...facts.map(({ value }) => value)].join('\n'))
        .join('\n');
  }
};

/** Everything a reader will see of a stored notice, as one text. */
export const textOfContent = (content: string): string =>
  stored.parse(JSON.parse(content)).map(textOf).join('\n');
