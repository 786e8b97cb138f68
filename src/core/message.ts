import type { Move } from './move';

/**
 * What we say, free of LINE's shapes. There are three kinds only, so that every answer looks familiar:
 * a plain bubble, a panel with large buttons, and a row of cards.
 */
export type Message = TextMessage | PanelMessage | CardsMessage;

/** A plain bubble; its letters follow the phone's own setting. */
export interface TextMessage {
  readonly type: 'text';
  readonly text: string;
}

/** One box with large letters and large buttons below each other. */
export interface PanelMessage {
  readonly type: 'panel';
  /** `urgent` is red and reserved for danger. */
  readonly tone: 'calm' | 'urgent';
  readonly title?: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
}

/** Up to five things as cards beside each other, and perhaps a last card that says what can be done next. */
export interface CardsMessage {
  readonly type: 'cards';
  readonly cards: readonly Card[];
}

/** One place, lesson or booking. */
export interface Card {
  readonly title: string;
  /** A short word above the title, e.g. how far it is. */
  readonly lead?: string;
  readonly facts: readonly Fact[];
  readonly buttons: readonly Button[];
}

/** One line of a card: what it is about, and what is known of it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The line she looks for first. */
  readonly isMain?: boolean;
}

/** A large button, or a small one above the keyboard. */
export interface Button {
  readonly label: string;
  readonly action: Action;
  readonly isMain?: boolean;
}

export type Action =
  | { readonly do: 'choose'; readonly move: Move }
  | { readonly do: 'call'; readonly number: string }
  | { readonly do: 'open'; readonly url: string }
  /**
   * A page of ours about one of her bookings, or, for a call, about the turn in which it is offered; it becomes a signed
   * link before it is sent.
   */
  | { readonly do: 'openPage'; readonly page: OwnPage; readonly booking: string }
  | { readonly do: 'sendLocation' }
  | { readonly do: 'pickDate'; readonly move: Move; readonly from: string; readonly to: string };

/** Our pages that a person opens from the chat. */
export type OwnPage = 'contact' | 'calendar' | 'call-back';

/** All that is sent in answer to one event. */
export interface Answer {
  readonly messages: readonly Message[];
  /** Small buttons above the keyboard; they vanish with the next message. */
  readonly shortcuts: readonly Button[];
}

/** A plain bubble. */
export const text = (words: string): TextMessage => ({ type: 'text', text: words });

/** A calm panel; without a title, its first line is the question. */
export const panel = (
  lines: readonly string[],
  buttons: readonly Button[] = [],
  title?: string,
): PanelMessage => ({
  type: 'panel',
  tone: 'calm',
  lines,
  buttons,
  ...(title === undefined ? {} : { title }),
});
