import { type MenuAlias, menuAliases } from '../../core/rich-menu';
import type { MenuAtLine } from '../../line/rich-menus';
import { OURS } from './wanted';

/** What LINE has. */
export interface AtLine {
  readonly menus: readonly MenuAtLine[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly defaultId: string | undefined;
}

/** What is to be done for one alias: keep a menu that is there, or make one; then move the alias. */
export interface AliasPlan {
  readonly alias: MenuAlias;
  readonly name: string;
  /** The menu that is there under the wanted name. */
  readonly found?: string;
  /** True where that menu was never shown: nobody knows yet whether it has its picture. */
  readonly mayLackPicture: boolean;
  readonly aliasIs: 'right' | 'elsewhere' | 'missing';
}

/** What to do, in this order: menus and aliases, the default, then what is no longer needed. */
export interface Plan {
  readonly aliases: readonly AliasPlan[];
  /** Set if the default must change; the alias whose menu it becomes. */
  readonly newDefault?: MenuAlias;
  readonly oldAliases: readonly string[];
  readonly oldMenus: readonly MenuAtLine[];
}

/** Says what is to be done so that LINE has what is wanted; empty where it has it already. */
export const planOf = (
  wanted: readonly { readonly alias: MenuAlias; readonly name: string }[],
  { menus, aliases, defaultId }: AtLine,
): Plan => {
  const aliasPlans = wanted.map(({ alias, name }): AliasPlan => {
    const shown = aliases.get(alias);
    const same = menus.filter((menu) => menu.name === name);
    const found = same.find(({ id }) => id === shown) ?? same[0];
    return {
      alias,
      name,
      ...(found === undefined ? {} : { found: found.id }),
      mayLackPicture: found !== undefined && found.id !== shown,
      aliasIs: shown === undefined ? 'missing' : found?.id === shown ? 'right' : 'elsewhere',
    };
  });
  const kept = new Set(aliasPlans.flatMap(({ found }) => found ?? []));
  const oldMenus = menus.filter(({ id, name }) => name.startsWith(OURS) && !kept.has(id));
  const oldIds = new Set(oldMenus.map(({ id }) => id));
  const ofElders = aliasPlans.find(({ alias }) => alias === menuAliases.elder);
  const isDefaultRight = ofElders?.found !== undefined && ofElders.found === defaultId;
  return {
    aliases: aliasPlans,
    ...(ofElders === undefined || isDefaultRight ? {} : { newDefault: ofElders.alias }),
    oldAliases: [...aliases].flatMap(([alias, id]) =>
      oldIds.has(id) && !wanted.some((one) => one.alias === alias) ? [alias] : [],
    ),
    oldMenus,
  };
};

/** A plan in lines for whoever runs the command; none if there is nothing to do. */
export const planLines = ({ aliases, newDefault, oldAliases, oldMenus }: Plan): readonly string[] => [
  ...aliases.flatMap(({ alias, name, found, mayLackPicture, aliasIs }) => [
    ...(found === undefined ? [`make     ${name}`] : []),
    ...(mayLackPicture ? [`look at  ${name} (does it have its picture?)`] : []),
    ...(aliasIs === 'right' ? [] : [`alias    ${alias} ${aliasIs === 'missing' ? 'is made' : 'moves'}`]),
  ]),
  ...(newDefault === undefined ? [] : [`default  becomes ${newDefault}`]),
  ...oldAliases.map((alias) => `drop     alias ${alias}`),
  ...oldMenus.map(({ name }) => `drop     ${name}`),
];
