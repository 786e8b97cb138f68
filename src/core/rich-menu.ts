/** Whom a set of buttons under the chat is for. */
export type MenuKind = 'elder' | 'supporter' | 'tester';

/**
 * LINE's aliases of our menus. They stay while the menus behind them are replaced, so they are all that the bot has to
 * know of a menu. The elder's first page is everybody's default.
 */
export const menuAliases = {
  elder: 'elder-main',
  elderMore: 'elder-more',
  supporter: 'supporter',
  tester: 'staff-tester',
} as const satisfies Readonly<Record<MenuKind | 'elderMore', string>>;

/** One of our aliases. */
export type MenuAlias = (typeof menuAliases)[keyof typeof menuAliases];
