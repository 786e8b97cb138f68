import type { Effect } from '../core/effect';
import { type MenuKind, menuAliases } from '../core/rich-menu';
import { LineError } from '../line/client';
import { raiseAlert } from '../store/alerts';
import { claimLink, type DueLink, dueLinks, postponeLink, settleLink, wishMenus } from '../store/menu-links';
import type { Deps } from './deps';

/** How many people's menus one run changes at most. */
const MOST = 50;

/** The kinds of menus that are linked person by person; the elders' is everybody's and needs no link. */
const OWN: readonly MenuKind[] = ['supporter', 'tester'];

/** Tells a turn after which she may have to have another menu. */
export const changesMenu = ({ type }: Effect): boolean =>
  type === 'redeemInvite' || type === 'resumeSending' || type === 'forgetHer';

/**
 * Gives everybody, or one person, the menu of her role: linked when the role begins, taken away when it ends, linked
 * again when she comes back or when the menu was replaced. What LINE does not do now is tried again by a later run. Two
 * runs at once are harmless: each link is claimed. Throws what is no trouble of LINE's.
 */
export const linkMenus = async (deps: Deps, personId?: string): Promise<void> => {
  const people = await wishMenus(deps.db, deps.now(), personId);
  if (people === 0) return;
  try {
    const ids = await menuIds(deps);
    for (const link of await dueLinks(deps.db, ids, deps.now(), MOST, personId))
      await follow(deps, link, ids);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    deps.log('menu.aliases.unread', { cause: error.name });
  }
};

/** The same for one person right after her turn; whatever goes wrong is left to the clock. */
export const linkMenuOf = async (deps: Deps, personId: string): Promise<void> => {
  try {
    await linkMenus(deps, personId);
  } catch (error) {
    deps.log('menu.linking.failed', { error: error instanceof Error ? error.name : 'unknown' });
  }
};

type MenuIds = Readonly<Partial<Record<MenuKind, string>>>;

/** Asked anew each time, at most a few times a minute: a kept answer would link people to menus that are gone. */
const menuIds = async ({ line }: Deps): Promise<MenuIds> => {
  const aliases = await line.menuAliases();
  return Object.fromEntries(
    OWN.flatMap((kind) => {
      const id = aliases.get(menuAliases[kind]);
      return id === undefined ? [] : [[kind, id]];
    }),
  );
};

const follow = async (deps: Deps, due: DueLink, ids: MenuIds): Promise<void> => {
  const id = ids[due.wished];
  if (due.wished !== 'elder' && id === undefined) {
    deps.log('menu.alias.missing', { alias: menuAliases[due.wished] });
    await raiseAlert(deps.db, { kind: 'menu-missing', subject: menuAliases[due.wished] }, deps.now());
    return;
  }
  const link = await claimLink(deps.db, due, deps.now());
  if (!link) return;
  try {
    if (id === undefined) await deps.line.unlinkMenu(link.personId);
    else await deps.line.linkMenu(link.personId, id);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    deps.log('menu.linking.postponed', { wished: link.wished, tries: link.tries + 1, cause: error.name });
    await postponeLink(deps.db, link, deps.now());
    return;
  }
  await settleLink(deps.db, link, id, deps.now());
  deps.log('menu.linked', { wished: link.wished });
};
