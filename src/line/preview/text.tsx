import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from './drawing';
import { piecesOf } from './links';
import { actionData } from './tap';
import { wording } from './wording';

/** LINE's own small pictures are not ours to show: a plain drawn face stands for each. */
const emoji = (): Drawn => (
  <svg class="f-emoji" viewBox="0 0 20 20" role="img" aria-label={wording.emoji}>
    <circle cx="10" cy="10" r="9" />
    <path d="M6.5 8.2v.1M13.5 8.2v.1M6 12c1.6 2.8 6.4 2.8 8 0" />
  </svg>
);

const linked = (drawing: Drawing, text: string): Drawn[] =>
  piecesOf(text).map((piece) =>
    piece.uri === undefined ? (
      piece.text
    ) : drawing.isLive ? (
      <button type="button" class="f-link" data-action={actionData({ type: 'uri', uri: piece.uri })}>
        {piece.text}
      </button>
    ) : (
      <span class="f-link">{piece.text}</span>
    ),
  );

/** Draws words as a bubble holds them: lines kept, links tappable. */
export const drawText = (drawing: Drawing, text: string): Drawn => (
  <div class="f-words">{linked(drawing, text)}</div>
);

/** Draws a text message, with a face where each LINE emoji stands. */
export const drawTextMessage = (drawing: Drawing, message: messagingApi.TextMessage): Drawn => {
  const places = (message.emojis ?? []).flatMap(({ index }) => index ?? []).toSorted((a, b) => a - b);
  const parts: Drawn[] = [];
  let end = 0;
  for (const index of places) {
    parts.push(...linked(drawing, message.text.slice(end, index)), emoji());
    end = index + 1;
  }
  parts.push(...linked(drawing, message.text.slice(end)));
  return <div class="f-words">{parts}</div>;
};

const substitute = (of: messagingApi.SubstitutionObject | undefined, key: string): Drawn => {
  if (of === undefined) return `{${key}}`;
  if (of.type === 'emoji') return emoji();
  const name = of.mentionee.type === 'all' ? wording.everyone : wording.member;
  return <span class="f-mention">@{name}</span>;
};

/** Draws a text of the second version, in which `{key}` stands for an emoji or a mention and `{{` for a brace. */
export const drawTextV2 = (drawing: Drawing, message: messagingApi.TextMessageV2): Drawn => {
  const parts = message.text.split(/(\{\{|\}\}|\{\w{1,20}\})/).flatMap((part): Drawn[] => {
    if (part === '{{' || part === '}}') return [part.slice(1)];
    const key = /^\{(\w{1,20})\}$/.exec(part)?.[1];
    return key === undefined ? linked(drawing, part) : [substitute(message.substitution?.[key], key)];
  });
  return <div class="f-words">{parts}</div>;
};
