import type { ChatEntry, Person, Phone, QuickReplyShown } from '../control/views';
import { isTyped, textIn } from '../json';
import { type Chat, quickReplyItems } from '../state/chats';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';
import { menuOf } from './menu';

/** How many bubbles a phone shows. */
const SHOWN = 1_000;

/** A person as others see her. */
export const personView = ({ lastSaidAt, ...person }: PersonRecord): Person => person;

/** All that stands on one person's screen. */
export const phoneView = (world: World, person: PersonRecord): Phone => {
  const chat = world.chats.of(person.id);
  const quickReply = quickReplyView(chat);
  const richMenu = menuOf(world, person.id);
  const { loadingUntil, draft } = chat;
  return {
    person: personView(person),
    isChatOpen: chat.isOpen,
    entries: chat.entries.slice(-SHOWN),
    ...(quickReply === undefined ? {} : { quickReply }),
    ...(richMenu === undefined ? {} : { richMenu }),
    ...(loadingUntil === undefined || loadingUntil <= world.now() ? {} : { loadingUntil }),
    ...(draft === undefined ? {} : { draft }),
  };
};

const quickReplyView = (chat: Chat): QuickReplyShown | undefined => {
  const found = chat.entries.findLast(({ id }) => id === chat.quickReplyOf);
  return found && { messageId: found.id, items: itemsOf(found) };
};

const itemsOf = ({ message }: ChatEntry): QuickReplyShown['items'] =>
  quickReplyItems(message).flatMap((item) => {
    const { action } = item;
    const imageUrl = textIn(item, 'imageUrl');
    return isTyped(action) ? [{ action, ...(imageUrl === undefined ? {} : { imageUrl }) }] : [];
  });
