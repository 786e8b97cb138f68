import type { z } from 'zod';
import type { sentLocation, sentSticker } from '../control/contract';
import type { ChatEntry, Tapped } from '../control/views';
import { isTyped, type Typed } from '../json';
import { quickReplyItems } from '../state/chats';
import type { PersonRecord } from '../state/people';
import * as acts from './acts';
import { buttonsOf, wordsOf } from './parts';
import { type Tap, tap } from './tap';

/** LINE would not have let her do that: a mistake of the test that asked for it. */
export class ImpossibleAct extends Error {
  override name = 'ImpossibleAct';
}

/** How long {@link Phone.hears} waits unless told, ms. */
const PATIENCE = 5_000;

/** A person with a phone in her hand. Each act resolves when its webhook was answered. */
export class Phone {
  /** How many entries her chat had when she last did something. */
  private mark = 0;

  constructor(
    private readonly stage: acts.Stage,
    readonly person: PersonRecord,
  ) {}

  get id(): string {
    return this.person.id;
  }

  /** All bubbles of her chat. */
  get entries(): readonly ChatEntry[] {
    return this.stage.world.chats.of(this.id).entries;
  }

  /** Messages of the bot since her last act. */
  get answers(): readonly Typed[] {
    const chat = this.stage.world.chats.of(this.id);
    const fresh = chat.added - this.mark;
    return fresh <= 0 ? [] : chat.entries.slice(-fresh).flatMap(botMessage);
  }

  /** Every message of the bot that is still in her chat. */
  get messages(): readonly Typed[] {
    return this.entries.flatMap(botMessage);
  }

  /** The labels above her keyboard. */
  get quickReplies(): readonly string[] {
    const { entries, quickReplyOf } = this.stage.world.chats.of(this.id);
    const message = entries.find(({ id }) => id === quickReplyOf)?.message;
    return message === undefined
      ? []
      : quickReplyItems(message).flatMap(({ action }) =>
          isTyped(action) && typeof action.label === 'string' ? [action.label] : [],
        );
  }

  /** What she reads since her last act: words in order, buttons and quick replies as `[label]`. */
  get reads(): readonly string[] {
    return [...this.answers.flatMap(wordsOf), ...this.quickReplies.map((label) => `[${label}]`)];
  }

  /** Labels of all buttons since her last act, without quick replies. */
  get buttons(): readonly string[] {
    return this.answers.flatMap((message) => buttonsOf(message).flatMap(({ names }) => names.slice(0, 1)));
  }

  follow(): Promise<void> {
    return this.act(() => acts.follow(this.stage, this.person));
  }

  block(): Promise<void> {
    return this.act(() => acts.block(this.stage, this.person));
  }

  say(text: string): Promise<void> {
    return this.act(() => acts.say(this.stage, this.person, text));
  }

  sendLocation(place: z.input<typeof sentLocation>): Promise<void> {
    return this.act(() => acts.sendMessage(this.stage, this.person, { type: 'location', ...place }));
  }

  sendSticker(sticker: Partial<z.input<typeof sentSticker>> = {}): Promise<void> {
    const usual = { packageId: '446', stickerId: '1988', stickerResourceType: 'STATIC' };
    return this.act(() =>
      acts.sendMessage(this.stage, this.person, { type: 'sticker', ...usual, ...sticker }),
    );
  }

  sendPhoto(bytes = JPEG, contentType = 'image/jpeg'): Promise<void> {
    return this.media({ kind: 'image', bytes, contentType });
  }

  sendVideo(duration = 3_000): Promise<void> {
    return this.media({ kind: 'video', bytes: JPEG, contentType: 'video/mp4', duration });
  }

  sendVoice(duration = 3_000): Promise<void> {
    return this.media({ kind: 'audio', bytes: JPEG, contentType: 'audio/m4a', duration });
  }

  sendFile(name: string, bytes = JPEG, contentType = 'application/octet-stream'): Promise<void> {
    return this.media({ kind: 'file', bytes, contentType, name });
  }

  /** Takes a message of hers back; the last one unless told which. */
  unsend(messageId = this.entries.findLast(({ from }) => from === 'person')?.id ?? ''): Promise<void> {
    return this.act(() => acts.unsend(this.stage, this.person, messageId));
  }

  /** Presses a button by its label; `picked` answers a date picker. Throws if no such button is on her screen. */
  async tap(label: string | Omit<Tap, 'picked'>, picked?: string): Promise<Tapped> {
    const which = typeof label === 'string' ? { label } : label;
    this.mark = this.stage.world.chats.of(this.id).added;
    const done = await tap(this.stage, this.person, {
      ...which,
      ...(picked === undefined ? {} : { picked }),
    });
    if ('cannot' in done) throw new ImpossibleAct(done.cannot);
    return done;
  }

  /** Waits until the bot has answered with so many messages since her last act; throws if it does not. */
  async hears(count = 1, within = PATIENCE): Promise<readonly Typed[]> {
    const { world } = this.stage;
    const isThere = () => this.answers.length >= count;
    if (isThere()) await new Promise((resolve) => setImmediate(resolve));
    else {
      await new Promise<void>((resolve, reject) => {
        // The call is noted after its messages are in the chat; only then has it wholly happened.
        const stop = world.listen(({ type }) => {
          if (type !== 'traffic' || !isThere()) return;
          clearTimeout(timer);
          stop();
          resolve();
        });
        const timer = setTimeout(() => {
          stop();
          const got = this.answers.length;
          reject(new Error(`${this.person.name} waited for ${count} messages and got ${got}.`));
        }, within);
      });
    }
    return this.answers;
  }

  private media(media: acts.Media): Promise<void> {
    return this.act(() => acts.sendMedia(this.stage, this.person, media));
  }

  private async act(act: () => Promise<acts.Did | acts.CannotDo>): Promise<void> {
    this.mark = this.stage.world.chats.of(this.id).added;
    const done = await act();
    if ('cannot' in done) throw new ImpossibleAct(done.cannot);
  }
}

const botMessage = ({ from, message }: ChatEntry): readonly Typed[] => (from === 'bot' ? [message] : []);

/** The smallest file that begins like a JPEG; enough wherever nobody looks at the picture. */
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9]);
