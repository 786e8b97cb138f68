import type { ChatEntry } from '../control/views';
import { isTyped, listIn, type Typed } from '../json';

/** A person's conversation with the bot, or a group's. */
export interface Chat {
  readonly id: string;
  entries: ChatEntry[];
  /** Counts entries ever added, so that "since then" outlives the cutting of old ones. */
  added: number;
  isOpen: boolean;
  /** The message whose quick replies are above the keyboard. */
  quickReplyOf?: string;
  loadingUntil?: number;
  draft?: string;
  /** Whether the rich menu was opened or closed by hand or by a button; else as its `selected` says. */
  isMenuOpen?: boolean;
  /** When the chat was last opened by hand; it shows the default rich menu of then. */
  openedAt?: number;
}

/** What is new in a chat. */
export type NewEntry = Omit<ChatEntry, 'isRead' | 'isUnsent'> & { readonly isRead?: boolean };

/** All chats; each keeps its last entries. */
export class Chats {
  readonly all = new Map<string, Chat>();

  constructor(
    /** How many entries one chat keeps. */
    private readonly limit: number,
    private readonly changed: (chatId: string) => void,
  ) {}

  of(id: string): Chat {
    let chat = this.all.get(id);
    if (!chat) {
      chat = { id, entries: [], added: 0, isOpen: true };
      this.all.set(id, chat);
    }
    return chat;
  }

  /** Adds a bubble; whatever it is, it takes the quick replies away and may bring its own. */
  add(chatId: string, entry: NewEntry): void {
    this.put(chatId, { isRead: false, isUnsent: false, ...entry });
  }

  /** As {@link add}, for an entry that is complete: a broadcast puts one into each of 100,000 chats. */
  put(chatId: string, entry: ChatEntry): void {
    const chat = this.of(chatId);
    // Most of a crowd only ever get one message; an array that begins with it takes no room for more.
    if (chat.entries.length === 0) chat.entries = [entry];
    else chat.entries.push(entry);
    chat.added += 1;
    if (chat.entries.length > this.limit * 1.1) chat.entries.splice(0, chat.entries.length - this.limit);
    if (entry.from !== 'system') {
      if (chat.quickReplyOf !== undefined) delete chat.quickReplyOf;
      if (hasQuickReplies(entry.message)) chat.quickReplyOf = entry.id;
    }
    if (entry.from === 'bot' && chat.loadingUntil !== undefined) delete chat.loadingUntil;
    this.changed(chatId);
  }

  entry(chatId: string, messageId: string): ChatEntry | undefined {
    return this.all.get(chatId)?.entries.find(({ id }) => id === messageId);
  }

  /** Changes one bubble, e.g. marks it unsent. */
  change(chatId: string, messageId: string, change: Partial<ChatEntry>): void {
    const chat = this.of(chatId);
    chat.entries = chat.entries.map((entry) => (entry.id === messageId ? { ...entry, ...change } : entry));
    this.changed(chatId);
  }

  /** Her messages up to that one count as read. */
  markRead(chatId: string, upTo?: string): void {
    const chat = this.of(chatId);
    const last = upTo === undefined ? -1 : chat.entries.findIndex(({ id }) => id === upTo);
    const end = last === -1 ? chat.entries.length : last + 1;
    chat.entries = chat.entries.map((entry, index) =>
      index < end && entry.from === 'person' && !entry.isRead ? { ...entry, isRead: true } : entry,
    );
    this.changed(chatId);
  }

  /** The chat comes onto her screen, or leaves it. */
  show(chatId: string, isOpen: boolean, now: number): void {
    const chat = this.of(chatId);
    if (isOpen) chat.openedAt = now;
    else delete chat.loadingUntil;
    chat.isOpen = isOpen;
    this.changed(chatId);
  }

  /** Anything else about the screen changed. */
  touch(chatId: string): void {
    this.changed(chatId);
  }
}

/** The quick-reply buttons that a message carries. */
export const quickReplyItems = (message: Typed): readonly Typed[] =>
  listIn(message.quickReply, 'items').filter(isTyped);

const hasQuickReplies = (message: Typed): boolean =>
  message.quickReply !== undefined && quickReplyItems(message).length > 0;
