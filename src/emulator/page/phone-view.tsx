import type { messagingApi } from '@line/bot-sdk';
import { type Drawing, drawQuickReplies, drawRichMenu, newSheet } from '../../line/preview';
import type { ChatEntry, Person, Phone } from '../control/views';
import { drawEntry, goesOn } from './entry';
import { dayOf } from './moments';

/** A piece of the page, drawn. */
export interface Piece {
  readonly html: string;
  /** Rules that the piece needs besides the stylesheet, one a line. */
  readonly css: string;
}

/** What a phone's script is told when something changed. */
export interface PhoneView {
  /** To be handed back with the next question, so that only what is newer comes. */
  readonly revision: number;
  readonly person: Person;
  /** The oldest entry that is still there; what stands before it on the page has gone. Null: the chat is empty. */
  readonly first: string | null;
  /** Entries that are new or changed since. */
  readonly entries: readonly (Piece & { readonly id: string })[];
  readonly quickReplies: Piece | null;
  readonly menu:
    | (Piece & { readonly id: string; readonly chatBarText: string; readonly isOpen: boolean })
    | null;
  /** ms that the loading animation still runs; 0 if it does not. */
  readonly loadingFor: number;
  readonly draft: string | null;
}

interface Kept extends Piece {
  readonly id: string;
  readonly day: string;
  readonly hasHeading: boolean;
  readonly isContinued: boolean;
  readonly revision: number;
}

type Draw = (drawing: Drawing) => unknown;

const pieceOf = (draw: Draw): Piece => {
  const sheet = newSheet();
  const html = String(draw({ sheet, isLive: true }));
  return { html, css: sheet.css() };
};

/** Actions that passed LINE's checks on their way in. */
const isAction = (action: { readonly type: string }): action is messagingApi.Action & typeof action =>
  typeof action.type === 'string';

/**
 * Draws phones, each entry once: an entry is an immutable value, so what was drawn for it holds until it is replaced
 * by another. A chat of 1,000 entries costs one look-up each, and only what is new goes over the wire.
 */
export const phoneViews = (account: () => string) => {
  const kept = new WeakMap<ChatEntry, Kept>();
  let revision = 0;

  const keep = (entry: ChatEntry, last: ChatEntry | undefined, before: Kept | undefined): Kept => {
    const found = kept.get(entry);
    const day = found?.day ?? dayOf(entry.at);
    const hasHeading = day !== before?.day;
    const isContinued = !hasHeading && goesOn(entry, last);
    if (found && found.hasHeading === hasHeading && found.isContinued === isContinued) return found;
    revision += 1;
    const heading = hasHeading ? day : undefined;
    const standing = { account: account(), heading, isContinued };
    const piece = pieceOf((drawing) => drawEntry(drawing, entry, standing));
    const made = { id: entry.id, day, hasHeading, isContinued, revision, ...piece };
    kept.set(entry, made);
    return made;
  };

  /** The view of one phone. `since` is the revision the page has; `now` ms since 1970. */
  return (phone: Phone, since: number, now: number): PhoneView => {
    const entries: Kept[] = [];
    for (const [index, entry] of phone.entries.entries())
      entries.push(keep(entry, phone.entries[index - 1], entries.at(-1)));
    const { quickReply, richMenu } = phone;
    return {
      revision,
      person: phone.person,
      first: entries[0]?.id ?? null,
      entries: entries
        .filter((entry) => entry.revision > since)
        .map(({ id, html, css }) => ({ id, html, css })),
      quickReplies: quickReply
        ? pieceOf((drawing) =>
            drawQuickReplies(
              drawing,
              quickReply.items.flatMap(({ action, imageUrl }) =>
                isAction(action)
                  ? [{ type: 'action', action, ...(imageUrl === undefined ? {} : { imageUrl }) }]
                  : [],
              ),
            ),
          )
        : null,
      menu: richMenu
        ? {
            id: richMenu.richMenuId,
            chatBarText: richMenu.chatBarText,
            isOpen: richMenu.isOpen,
            ...pieceOf((drawing) =>
              drawRichMenu(
                drawing,
                {
                  size: richMenu.size,
                  areas: richMenu.areas.flatMap(({ bounds, action }) =>
                    isAction(action) ? [{ bounds, action }] : [],
                  ),
                },
                richMenu.imagePath,
              ),
            ),
          }
        : null,
      loadingFor: Math.max(0, (phone.loadingUntil ?? 0) - now),
      draft: phone.draft ?? null,
    };
  };
};
