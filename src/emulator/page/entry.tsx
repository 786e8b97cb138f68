import type { messagingApi, webhook } from '@line/bot-sdk';
import {
  type Drawing,
  type Drawn,
  drawClip,
  drawFile,
  drawLocation,
  drawMessage,
  drawPhoto,
  drawSound,
  drawSticker,
  drawText,
} from '../../line/preview';
import type { ChatEntry } from '../control/views';
import { clockOf } from './moments';
import { wording } from './wording';

/** What surrounds an entry. */
export interface Standing {
  /** The account's name. */
  readonly account: string;
  /** The day, where it begins with this entry. */
  readonly heading: string | undefined;
  readonly isContinued: boolean;
}

/** Where the page finds what a person sent. */
export const contentPath = (messageId: string): string => `/__emulator/content/${messageId}`;

type Typed = ChatEntry['message'];

const BOT_TYPES = new Set([
  'text',
  'textV2',
  'flex',
  'template',
  'imagemap',
  'image',
  'video',
  'audio',
  'location',
  'sticker',
  'coupon',
]);
const PERSON_TYPES = new Set(['text', 'image', 'video', 'audio', 'file', 'location', 'sticker']);

/** What the bot sent has passed LINE's checks on its way in, so its type tells its shape. */
const isBotMessage = (message: Typed): message is Typed & messagingApi.Message => BOT_TYPES.has(message.type);

/** What a person sent was made by the emulator itself. */
const isPersonMessage = (message: Typed): message is Typed & webhook.MessageContent =>
  PERSON_TYPES.has(message.type);

const drawPersonMessage = (drawing: Drawing, id: string, message: webhook.MessageContent): Drawn => {
  switch (message.type) {
    case 'text':
      return drawText(drawing, message.text);
    case 'image':
      return drawPhoto(contentPath(id));
    case 'video':
      return drawClip(contentPath(id), undefined);
    case 'audio':
      return drawSound(contentPath(id), message.duration);
    case 'file':
      return drawFile(message.fileName, message.fileSize);
    case 'location':
      return drawLocation(message);
    case 'sticker':
      return drawSticker(message.stickerId, message.text);
  }
};

const unknown = (message: Typed): Drawn => (
  <details class="raw">
    <summary>{wording.cannotDraw}</summary>
    <pre tabindex={0}>{JSON.stringify(message, null, 2)}</pre>
  </details>
);

const bubble = (drawing: Drawing, entry: ChatEntry): Drawn => {
  const { message } = entry;
  if (entry.from === 'bot' && isBotMessage(message)) return drawMessage(drawing, message);
  if (entry.from === 'person' && isPersonMessage(message))
    return drawPersonMessage(drawing, entry.id, message);
  return unknown(message);
};

const marks = (entry: ChatEntry, isRead: boolean): Drawn => (
  <div class="marks">
    {isRead ? <span>{wording.read}</span> : null}
    {entry.isSilent ? <span>{wording.silent}</span> : null}
    <time datetime={new Date(entry.at).toISOString()}>{clockOf(entry.at)}</time>
  </div>
);

const systemLine = (entry: ChatEntry): string => {
  const words: Readonly<Record<string, string>> = wording.system;
  return words[entry.message.type] ?? wording.otherSystem(entry.message.type);
};

const said = (drawing: Drawing, entry: ChatEntry): Drawn => (
  <div class="said">
    <div class={`f-message f-of-${entry.message.type}`}>{bubble(drawing, entry)}</div>
    {marks(entry, false)}
  </div>
);

/** Who a message of the bot says it is from. */
const senderOf = ({ message }: ChatEntry): messagingApi.Sender | undefined =>
  isBotMessage(message) ? message.sender : undefined;

/** How long two messages of the bot may lie apart and still stand together, ms. */
const TOGETHER = 60_000;

/** Whether an entry goes on with the one before, so that name and picture need not be said again. */
export const goesOn = (entry: ChatEntry, before: ChatEntry | undefined): boolean =>
  entry.from === 'bot' &&
  before?.from === 'bot' &&
  entry.at - before.at < TOGETHER &&
  senderOf(entry)?.name === senderOf(before)?.name;

const fromBot = (drawing: Drawing, entry: ChatEntry, { account, isContinued }: Standing): Drawn => {
  const sender = senderOf(entry);
  const name = sender?.name ? wording.sender(sender.name, account) : account;
  if (isContinued) return <div class="side continued">{said(drawing, entry)}</div>;
  return (
    <>
      <div class="avatar" aria-hidden="true">
        {sender?.iconUrl ? <img src={sender.iconUrl} alt="" /> : [...name][0]}
      </div>
      <div class="side">
        <div class="name">{name}</div>
        {said(drawing, entry)}
      </div>
    </>
  );
};

const fromPerson = (drawing: Drawing, entry: ChatEntry): Drawn => (
  <div class="said">
    {/* A text that a button showed has an id of the emulator's own: there is no message that could be taken back. */}
    {entry.id.startsWith('s') ? null : (
      <button type="button" class="unsend" data-unsend={entry.id} aria-label={wording.unsend}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 9h11a5 5 0 0 1 0 10h-4M8 5L4 9l4 4" />
        </svg>
      </button>
    )}
    {marks(entry, entry.isRead)}
    <div class={`f-message f-of-${entry.message.type}`}>{bubble(drawing, entry)}</div>
  </div>
);

/** Draws one entry of a chat where it stands. */
export const drawEntry = (drawing: Drawing, entry: ChatEntry, standing: Standing): Drawn => {
  const { heading } = standing;
  const isLine = entry.from === 'system' || entry.isUnsent;
  return (
    <div class={`entry of-${isLine ? 'system' : entry.from}`} data-entry={entry.id}>
      {heading === undefined ? null : <div class="day">{heading}</div>}
      {isLine ? (
        <div class="line">{entry.isUnsent ? wording.unsentByMe : systemLine(entry)}</div>
      ) : (
        <div class="row">
          {entry.from === 'bot' ? fromBot(drawing, entry, standing) : fromPerson(drawing, entry)}
        </div>
      )}
    </div>
  );
};
