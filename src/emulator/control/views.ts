import type { callFaultKinds } from '../faults/kinds';
import type { Fault, Friendship, Settings } from './contract';

/** What the LINE app did with a tap, or what it still needs from the person. */
export type Tapped =
  | { readonly did: 'postback' | 'message' }
  | { readonly did: 'rich-menu-switch'; readonly status: string }
  | { readonly did: 'open-uri'; readonly uri: string; readonly desktopUri?: string }
  | { readonly did: 'copy'; readonly text: string }
  | {
      readonly did: 'ask-date';
      readonly mode: 'date' | 'time' | 'datetime';
      readonly initial?: string;
      readonly min?: string;
      readonly max?: string;
    }
  | { readonly did: 'ask-location' | 'ask-camera' | 'ask-camera-roll' }
  /** `picked` was outside of what the picker allows; nothing was sent. */
  | { readonly did: 'nothing'; readonly why: string };

/** One person as the page shows her. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly pictureUrl?: string;
  readonly statusMessage?: string;
  readonly language?: string;
  readonly friendship: Friendship;
  readonly hasConsented: boolean;
  readonly isDeleted: boolean;
  readonly magic?: (typeof callFaultKinds)[number];
}

/** One bubble of a chat. */
export interface ChatEntry {
  /** LINE's message id; for a system line (`followed`) an id of the emulator's own. */
  readonly id: string;
  readonly at: number;
  readonly from: 'person' | 'bot' | 'system';
  /** From the bot: the message object as sent. From the person: the `message` of the webhook. System: `{ type }`. */
  readonly message: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly via?: 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast';
  /** Who spoke, in a group. */
  readonly personId?: string;
  /** The person's message was read by the bot's side. */
  readonly isRead: boolean;
  readonly isUnsent: boolean;
  /** The bot asked for a silent delivery. */
  readonly isSilent?: boolean;
  /** Seq of the traffic entry that carried it. */
  readonly traffic?: number;
}

/** The small buttons now above the keyboard. */
export interface QuickReplyShown {
  readonly messageId: string;
  readonly items: readonly {
    readonly imageUrl?: string;
    readonly action: Readonly<Record<string, unknown>> & { readonly type: string };
  }[];
}

/** The menu now under the chat. */
export interface RichMenuShown {
  readonly richMenuId: string;
  readonly name: string;
  readonly chatBarText: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly areas: readonly {
    readonly bounds: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
    readonly action: Readonly<Record<string, unknown>> & { readonly type: string };
  }[];
  /** A path on this origin. */
  readonly imagePath: string;
  /** Whether it opens by itself (`selected`), or as a tap's `inputOption` asked. */
  readonly isOpen: boolean;
  readonly isOwn: boolean;
}

/** `GET /people/:id/phone`: all that stands on one person's screen. The last 1,000 entries. */
export interface Phone {
  readonly person: Person;
  readonly isChatOpen: boolean;
  readonly entries: readonly ChatEntry[];
  readonly quickReply?: QuickReplyShown;
  readonly richMenu?: RichMenuShown;
  /** The loading animation runs until then. */
  readonly loadingUntil?: number;
  /** Text that a postback's `fillInText` put into the keyboard. */
  readonly draft?: string;
}

/** One webhook or call. Bodies over 20,000 characters are cut in lists; `GET /received/:seq` has all. */
export interface Traffic {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'call' | 'webhook';
  /** An endpoint's name, e.g. `push`; for webhooks the event types, e.g. `message,postback`. */
  readonly name: string;
  readonly method: string;
  /** Path with query for a call, the whole address for a webhook. */
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  /** Null: no answer was given or got. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
  /** ms */
  readonly took: number;
  readonly verdict: 'accepted' | 'refused' | 'failed';
  /** In plain words which rule was broken or what went wrong; absent if nothing. */
  readonly why?: string;
  /** The details LINE gives, each with its property. */
  readonly details: readonly { readonly message: string; readonly property?: string }[];
  /** Legal but bad. */
  readonly warnings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly property?: string;
  }[];
  /** Kinds of fault that struck. */
  readonly faults: readonly string[];
  /** The people concerned, at most 20 of them, and how many there were. */
  readonly people: readonly string[];
  readonly peopleCount: number;
  /** How many people a send reached. */
  readonly reached?: number;
  readonly isRedelivery?: boolean;
}

/** `GET /state`: what a page needs first. */
export interface State {
  readonly now: number;
  readonly bot: { readonly userId: string; readonly basicId: string; readonly displayName: string };
  readonly settings: Settings;
  readonly people: readonly Person[];
  readonly peopleCount: number;
  readonly faults: readonly Fault[];
  readonly quotaUsed: number;
  readonly lastSeq: number;
}

/**
 * `GET /stream`: server-sent events, `data:` is one of these. `phone` says that something on a person's screen changed:
 * fetch `/people/:id/phone` again. `traffic` carries the entry itself.
 */
export type StreamEvent =
  | { readonly type: 'phone'; readonly personId: string }
  | { readonly type: 'traffic'; readonly entry: Traffic }
  | { readonly type: 'people' | 'settings' | 'faults' | 'clock' | 'reset' };
