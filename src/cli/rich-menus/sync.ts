import type { MenuClient } from '../../line/rich-menus';
import { type Plan, planOf } from './plan';
import type { WantedMenu } from './wanted';

/** How many old menus one run takes away; LINE allows 100 deletions an hour, for all that share the account. */
const MOST_DELETIONS = 50;

/** Compares LINE with what is wanted. */
export const plan = async (line: MenuClient, wanted: readonly WantedMenu[]): Promise<Plan> =>
  planOf(
    wanted.map(({ alias, request }) => ({ alias, name: request.name })),
    { menus: await line.list(), aliases: await line.aliases(), defaultId: await line.defaultMenu() },
  );

/**
 * Carries a plan out. It may end anywhere: a new menu is complete before its alias shows it, old ones go last, and what
 * a dead run made is found again by its name. Returns the menu behind each alias. Throws a `LineError`.
 */
export const perform = async (
  line: MenuClient,
  wanted: readonly WantedMenu[],
  { aliases, newDefault, oldAliases, oldMenus }: Plan,
): Promise<ReadonlyMap<string, string>> => {
  const shown = new Map<string, string>();
  for (const { alias, found, mayLackPicture, aliasIs } of aliases) {
    const menu = wanted.find((one) => one.alias === alias);
    if (!menu) continue;
    const id = found ?? (await line.create(menu.request));
    if (found === undefined || (mayLackPicture && !(await line.hasPicture(id)))) {
      await line.setPicture(id, menu.png);
    }
    if (aliasIs === 'missing') await line.createAlias(alias, id);
    if (aliasIs === 'elsewhere') await line.moveAlias(alias, id);
    shown.set(alias, id);
  }
  const everybodys = newDefault && shown.get(newDefault);
  if (everybodys !== undefined) await line.setDefault(everybodys);
  for (const alias of oldAliases) await line.deleteAlias(alias);
  for (const { id } of oldMenus.slice(0, MOST_DELETIONS)) await line.delete(id);
  return shown;
};
