import type { messagingApi } from '@line/bot-sdk';
import type { Button, Card, PanelMessage } from '../../core/message';
import { jsonBytes } from '../limits/count';
import { limits } from '../limits/table';
import { cardBubble, panelBubble } from './parts';
import { hasWords, shortened, withoutMiddle } from './shorten';
import type { Letters } from './tokens';

type Bubble = messagingApi.FlexBubble;

/** How much of a message is kept: letters in each of its texts, and lines or facts. */
interface Room {
  readonly letters: number;
  readonly rows: number;
}

/** Tried one after the other until the bubble is small enough for LINE; the first holds everything we ever mean to say. */
const ROOMS: readonly [Room, ...Room[]] = [
  { letters: 1000, rows: 30 },
  { letters: 300, rows: 20 },
  { letters: 100, rows: 12 },
  { letters: 40, rows: 8 },
  { letters: 20, rows: 4 },
];

/** More buttons than this nobody reads, and LINE's largest bubble could not hold them. */
const MOST_BUTTONS = 10;
/** The last buttons lead out of a question; they stay. */
const WAYS_OUT = 2;

const buttonsIn = (buttons: readonly Button[], { letters }: Room): readonly Button[] =>
  withoutMiddle(
    buttons.filter(({ label }) => hasWords(label)),
    MOST_BUTTONS,
    WAYS_OUT,
  ).map((button) => ({ ...button, label: shortened(button.label, letters) }));

const panelIn = (panel: PanelMessage, room: Room): PanelMessage => ({
  ...panel,
  ...(panel.title === undefined ? {} : { title: shortened(panel.title, room.letters) }),
  lines: panel.lines
    .filter(hasWords)
    .slice(0, room.rows)
    .map((line) => shortened(line, room.letters)),
  buttons: buttonsIn(panel.buttons, room),
});

const cardIn = (card: Card, room: Room): Card => ({
  ...card,
  ...(card.lead === undefined ? {} : { lead: shortened(card.lead, room.letters) }),
  title: shortened(card.title, room.letters),
  facts: card.facts
    .filter(({ value }) => hasWords(value))
    .slice(0, room.rows)
    .map((fact) => ({
      ...fact,
      label: shortened(fact.label, room.letters),
      value: shortened(fact.value, room.letters),
    })),
  buttons: buttonsIn(card.buttons, room),
});

const fitted = (make: (room: Room) => Bubble, bytes: number): Bubble => {
  let bubble = make(ROOMS[0]);
  for (const room of ROOMS.slice(1)) {
    if (jsonBytes(bubble) <= bytes) return bubble;
    bubble = make(room);
  }
  return bubble;
};

/** A panel as a bubble that LINE takes, however much stands in it. */
export const fittedPanel = (panel: PanelMessage, letters: Letters): Bubble =>
  fitted((room) => panelBubble(panelIn(panel, room), letters), limits.flexBubble.max);

const fittedCards = (cards: readonly Card[], letters: Letters, bytes: number): Bubble[] =>
  cards.map((card) => fitted((room) => cardBubble(cardIn(card, room), letters), bytes));

/** Cards as a container that LINE takes: shorter ones if they are too large together, and fewer if that is not enough. */
export const fittedContainer = (cards: readonly Card[], letters: Letters): messagingApi.FlexContainer => {
  const { flexBubble, flexCarousel, flexCarouselBubbles } = limits;
  const shown = cards.slice(0, flexCarouselBubbles.max);
  const full = container(fittedCards(shown, letters, flexBubble.max));
  if (full.type === 'bubble' || jsonBytes(full) <= flexCarousel.max) return full;
  let bubbles = fittedCards(shown, letters, Math.floor(flexCarousel.max / shown.length) - 50);
  while (bubbles.length > 1 && jsonBytes(container(bubbles)) > flexCarousel.max) {
    bubbles = bubbles.slice(0, -1);
  }
  return container(bubbles);
};

const container = (bubbles: Bubble[]): messagingApi.FlexContainer => {
  const [only, ...others] = bubbles;
  return only && others.length === 0 ? only : { type: 'carousel', contents: bubbles };
};
