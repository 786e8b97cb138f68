import type { messagingApi } from '@line/bot-sdk';
import type { Button, Card, Fact, PanelMessage } from '../../core/message';
import { flexAction } from './action';
import { hasWords } from './shorten';
import { type Letters, tokens } from './tokens';

type Component = messagingApi.FlexComponent;
type Box = messagingApi.FlexBox;
type Bubble = messagingApi.FlexBubble;

const { color, space } = tokens;

/** Words that wrap and follow the phone's letter size; every text of ours is one of these. */
const words = (
  text: string,
  look: { size: string; color?: string; isBold?: boolean; isCentred?: boolean; margin?: string },
): messagingApi.FlexText => ({
  type: 'text',
  text,
  size: look.size,
  color: look.color ?? color.ink,
  wrap: true,
  scaling: true,
  lineSpacing: '6px',
  ...(look.isBold ? { weight: 'bold' } : {}),
  ...(look.isCentred ? { align: 'center' } : {}),
  ...(look.margin === undefined ? {} : { margin: look.margin }),
});

const column = (contents: Component[], extra: Partial<Box> = {}): Box => ({
  type: 'box',
  layout: 'vertical',
  contents,
  ...extra,
});

/** A button as a coloured box, because LINE's own button cuts long labels and keeps its letters small. */
const bigButton = (button: Button, isUrgent: boolean, letters: Letters): Box[] => {
  const action = flexAction(button);
  if (!action) return [];
  const isFilled = isUrgent || button.isMain === true;
  const fill = isUrgent ? color.urgent : isFilled ? color.main : color.plain;
  const ink = isUrgent ? color.onUrgent : isFilled ? color.onMain : color.onPlain;
  return [
    column(
      [words(button.label, { size: tokens.size[letters].button, color: ink, isBold: true, isCentred: true })],
      {
        backgroundColor: fill,
        cornerRadius: space.corner,
        paddingAll: space.button,
        action,
      },
    ),
  ];
};

const buttons = (all: readonly Button[], isUrgent: boolean, letters: Letters): Partial<Bubble> => {
  const boxes = all.flatMap((button) => bigButton(button, isUrgent && button.action.do === 'call', letters));
  if (boxes.length === 0) return {};
  return { footer: column(boxes, { spacing: space.normal, paddingAll: space.edge, paddingTop: '0px' }) };
};

/** A panel as one bubble. */
export const panelBubble = (message: PanelMessage, letters: Letters): Bubble => {
  const size = tokens.size[letters];
  const isUrgent = message.tone === 'urgent';
  const title = hasWords(message.title)
    ? [words(message.title, { size: size.title, isBold: true, color: isUrgent ? color.urgent : color.main })]
    : [];
  return {
    type: 'bubble',
    size: 'mega',
    body: column([...title, ...message.lines.map((line) => words(line, { size: size.body }))], {
      spacing: space.normal,
      paddingAll: space.edge,
    }),
    ...buttons(message.buttons, isUrgent, letters),
  };
};

const factRow = (fact: Fact, letters: Letters): Box => {
  const size = tokens.size[letters];
  return column([
    ...(hasWords(fact.label) ? [words(fact.label, { size: size.label, color: color.quiet })] : []),
    words(fact.value, { size: size.body, isBold: fact.isMain === true }),
  ]);
};

/** A card as one bubble of a carousel. */
export const cardBubble = (card: Card, letters: Letters): Bubble => {
  const size = tokens.size[letters];
  return {
    type: 'bubble',
    size: 'mega',
    body: column(
      [
        ...(hasWords(card.lead)
          ? [words(card.lead, { size: size.body, isBold: true, color: color.main })]
          : []),
        ...(hasWords(card.title) ? [words(card.title, { size: size.title, isBold: true })] : []),
        ...(card.facts.length > 0
          ? [{ type: 'separator' as const, color: color.line, margin: space.normal }]
          : []),
        ...card.facts.map((fact) => factRow(fact, letters)),
      ],
      { spacing: space.normal, paddingAll: space.edge },
    ),
    ...buttons(card.buttons, false, letters),
  };
};
