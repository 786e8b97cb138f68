import { type Fields, isFields, textIn } from './json';
import { isFriend } from './state/people';
import type { World } from './state/world';

/** Gives a person a menu of her own or, without one, takes it away; false if she is nobody LINE links a menu to. */
export const linkMenu = (world: World, userId: string, richMenuId: string | undefined): boolean => {
  const person = world.people.get(userId);
  if (!person || !isFriend(person)) return false;
  if (richMenuId === undefined) world.richMenus.byPerson.delete(userId);
  else world.richMenus.byPerson.set(userId, richMenuId);
  // A new menu opens by its own `selected`, not as the one before was left.
  delete world.chats.of(userId).isMenuOpen;
  world.chats.touch(userId);
  return true;
};

/** Tells the world what becomes of bulk and batch calls after they were accepted. */
export const startMenuLinks = (world: World): void => {
  world.agenda.on('rich-menu-bulk', (requestId) => {
    const found = world.richMenuBulks.get(requestId);
    for (const userId of found?.userIds ?? []) linkMenu(world, userId, found?.richMenuId);
    world.richMenuBulks.delete(requestId);
  });
  world.agenda.on('rich-menu-batch', (requestId) => {
    const batch = world.richMenuBatches.get(requestId);
    if (!batch) return;
    // All moves start from who had what before the batch.
    const before = [...world.richMenus.byPerson];
    for (const operation of batch.operations) if (isFields(operation)) move(world, operation, before);
    batch.phase = 'succeeded';
    batch.completedAt = world.now();
  });
};

const move = (world: World, operation: Fields, before: readonly (readonly [string, string])[]): void => {
  const from = textIn(operation, 'from');
  const to = operation.type === 'link' ? textIn(operation, 'to') : undefined;
  for (const [userId, had] of before) {
    if (operation.type === 'unlinkAll' || had === from) linkMenu(world, userId, to);
  }
};
