import { z } from 'zod';
import type { Incoming, PersonEvent } from '../core/event';
import { decodeMove } from './postback';

/**
 * What LINE sends, as far as we use it. LINE may add fields and types without notice, so nothing is refused for
 * being unknown; a whole event that cannot be read is kept as `ignored`.
 */
const source = z.looseObject({ type: z.string(), userId: z.string().optional() });

const common = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  timestamp: z.number(),
  source: source.optional(),
  webhookEventId: z.string().min(1).max(64),
  replyToken: z.string().optional(),
});

const message = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  emojis: z.array(z.looseObject({ index: z.number(), length: z.number() })).optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  title: z.string().optional(),
  address: z.string().optional(),
});

const postback = z.looseObject({
  data: z.string(),
  params: z.looseObject({ date: z.string().optional(), status: z.string().optional() }).optional(),
});

const unsend = z.looseObject({ messageId: z.string() });

const callback = z.looseObject({ destination: z.string().optional(), events: z.array(z.unknown()) });

/** A webhook that is signed but is not what LINE's contract promises. */
export class UnreadableWebhook extends Error {
  override name = 'UnreadableWebhook';
}

/** Reads a webhook's body. Throws {@link UnreadableWebhook} if it is not JSON or has no list of events. */
export const decode = (body: string): readonly Incoming[] => {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new UnreadableWebhook('The body is not JSON.', { cause });
  }
  const read = callback.safeParse(json);
  if (!read.success) throw new UnreadableWebhook('The body has no list of events.');
  return read.data.events.flatMap((event) => incoming(event) ?? []);
};

const incoming = (raw: unknown): Incoming | undefined => {
  const read = common.safeParse(raw);
  if (!read.success) return undefined;
  const event = read.data;
  // Groups and rooms are never answered: what an elder asks is nobody else's business.
  const personId = event.source?.type === 'user' ? event.source.userId : undefined;
  // In standby another tool on the account has the conversation; answering would talk over it.
  const isOurs = event.mode !== 'standby' && personId !== undefined;
  const messageId =
    message.safeParse(event.message).data?.id ?? unsend.safeParse(event.unsend).data?.messageId;
  return {
    id: event.webhookEventId,
    occurredAt: event.timestamp,
    event: isOurs ? personEvent(event) : { type: 'ignored', what: `${event.mode ?? 'active'} ${event.type}` },
    ...(isOurs ? { personId } : {}),
    ...(isOurs && event.replyToken !== undefined ? { replyToken: event.replyToken } : {}),
    ...(isOurs && messageId !== undefined ? { messageId } : {}),
  };
};

const ignored = (what: string): PersonEvent => ({ type: 'ignored', what });

const personEvent = (event: z.infer<typeof common>): PersonEvent => {
  switch (event.type) {
    case 'message':
      return messageEvent(event.message);
    case 'postback': {
      const read = postback.safeParse(event.postback);
      // She turned a page of the rich menu and sees it; only where LINE failed to turn it is the chat to answer.
      if (read.data?.params?.status === 'SUCCESS') return ignored('richmenuswitch');
      const move = read.success ? decodeMove(read.data.data) : undefined;
      if (!read.success || !move) return { type: 'choseUnreadable' };
      const picked = read.data.params?.date;
      return { type: 'chose', move, ...(picked === undefined ? {} : { picked }) };
    }
    case 'follow': {
      const read = z.looseObject({ isUnblocked: z.boolean().optional() }).safeParse(event.follow);
      return { type: 'followed', isBack: read.success && read.data.isUnblocked === true };
    }
    case 'unfollow':
      return { type: 'left' };
    case 'unsend': {
      const read = unsend.safeParse(event.unsend);
      return read.success ? { type: 'unsent', messageId: read.data.messageId } : ignored('unsend');
    }
    default:
      return ignored(event.type);
  }
};

const messageEvent = (raw: unknown): PersonEvent => {
  const read = message.safeParse(raw);
  if (!read.success) return ignored('message');
  const said = read.data;
  switch (said.type) {
    case 'text': {
      const text = withoutEmoji(said.text ?? '', said.emojis ?? []);
      return text.trim() === '' ? { type: 'sentSticker' } : { type: 'said', text };
    }
    case 'location': {
      const { latitude, longitude, title, address } = said;
      if (latitude === undefined || longitude === undefined) return ignored('location');
      const label = title ?? address;
      return {
        type: 'sentLocation',
        at: { lat: latitude, lng: longitude },
        ...(label === undefined ? {} : { label }),
      };
    }
    case 'sticker':
      return { type: 'sentSticker' };
    case 'image':
      return { type: 'sentMedia', kind: 'photo' };
    case 'audio':
      return { type: 'sentMedia', kind: 'voice' };
    case 'video':
      return { type: 'sentMedia', kind: 'video' };
    default:
      return { type: 'sentMedia', kind: 'file' };
  }
};

/** LINE writes its own emoji into the text as "(love)" or even "()"; they are not words. Last first, so that indexes hold. */
const withoutEmoji = (
  text: string,
  emojis: readonly { readonly index: number; readonly length: number }[],
): string =>
  [...emojis]
    .sort((a, b) => b.index - a.index)
    .reduce((rest, emoji) => rest.slice(0, emoji.index) + rest.slice(emoji.index + emoji.length), text);
