import type { Answer, Button, Message, OwnPage } from '../core/message';

/** How long the link to a form can be used, in ms: 30 minutes. */
export const FORM_LINK_LIFE = 30 * 60_000;

/** Whose booking a link is about. */
export interface LinkSubject {
  readonly booking: string;
  /** Not written into the link: it is found with the booking, so that no LINE id stands in an address. */
  readonly personId: string;
}

/**
 * Makes and checks the addresses of our own pages. Each carries a signature over what it is for, whose booking it is
 * about and until when it may be used, so that none can be guessed, altered or handed on after its time.
 */
export class OwnLinks {
  private readonly key: Promise<CryptoKey>;

  constructor(
    private readonly baseUrl: string,
    secret: string,
  ) {
    this.key = crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
  }

  /** The address of a page for this booking. */
  async to(page: OwnPage, subject: LinkSubject, now: number): Promise<string> {
    const { booking } = subject;
    if (page === 'calendar') {
      const path = `calendar/${booking}/${await this.sign(calendarText(subject))}.ics`;
      // Calendars live outside of LINE's own browser.
      return `${this.at(path)}?openExternalBrowser=1`;
    }
    const until = now + FORM_LINK_LIFE;
    if (page === 'call-back') {
      const signature = await this.sign(callBackText(subject, until));
      return this.at(`forms/call-back/${booking}/${until.toString(36)}/${signature}`);
    }
    return this.at(
      `forms/contact/${booking}/${until.toString(36)}/${await this.sign(contactText(subject, until))}`,
    );
  }

  /** Whether the signature of a form's link is ours. Its time is the caller's to look at. */
  isContact(subject: LinkSubject, until: number, signature: string): Promise<boolean> {
    return this.isOurs(contactText(subject, until), signature);
  }

  /** Whether the signature of the link to a call's form is ours; its subject is the turn that gave it. */
  isCallBack(subject: LinkSubject, until: number, signature: string): Promise<boolean> {
    return this.isOurs(callBackText(subject, until), signature);
  }

  /** Whether the signature of a calendar's link is ours. */
  isCalendar(subject: LinkSubject, signature: string): Promise<boolean> {
    return this.isOurs(calendarText(subject), signature);
  }

  private at(path: string): string {
    return `${this.baseUrl.replace(/\/$/, '')}/${path}`;
  }

  private async sign(text: string): Promise<string> {
    const made = await crypto.subtle.sign('HMAC', await this.key, new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(made)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  }

  private async isOurs(text: string, signature: string): Promise<boolean> {
    const bytes = bytesIn(signature);
    return (
      bytes !== undefined &&
      // Compares in constant time.
      crypto.subtle.verify('HMAC', await this.key, bytes, new TextEncoder().encode(text))
    );
  }
}

const contactText = ({ booking, personId }: LinkSubject, until: number): string =>
  ['contact', booking, personId, until].join('\n');

const callBackText = ({ booking, personId }: LinkSubject, until: number): string =>
  ['call-back', booking, personId, until].join('\n');

const calendarText = ({ booking, personId }: LinkSubject): string =>
  ['calendar', booking, personId].join('\n');

const bytesIn = (signature: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!/^[\w-]{43}$/.test(signature)) return undefined;
  const letters = atob(signature.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
};

/** The answer with every button to a page of ours made into a signed link. */
export const withLinks = async (
  answer: Answer,
  links: OwnLinks,
  personId: string,
  now: number,
): Promise<Answer> => {
  const signed = async (button: Button): Promise<Button> => {
    const { action } = button;
    if (action.do !== 'openPage') return button;
    const url = await links.to(action.page, { booking: action.booking, personId }, now);
    return { ...button, action: { do: 'open', url } };
  };
  const all = (buttons: readonly Button[]): Promise<Button[]> => Promise.all(buttons.map(signed));
  const message = async (one: Message): Promise<Message> => {
    if (one.type === 'text') return one;
    if (one.type === 'panel') return { ...one, buttons: await all(one.buttons) };
    const cards = one.cards.map(async (card) => ({ ...card, buttons: await all(card.buttons) }));
    return { ...one, cards: await Promise.all(cards) };
  };
  return {
    messages: await Promise.all(answer.messages.map(message)),
    shortcuts: await all(answer.shortcuts),
  };
};
