import type { Tapped } from '../control/views';
import { type Typed, textIn } from '../json';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';
import { type CannotDo, postback, type Stage } from './acts';

/** Changes her own menu to the one behind an alias, and tells the bot how it went. */
export const switchMenu = async (
  stage: Stage,
  person: PersonRecord,
  action: Typed,
): Promise<Tapped | CannotDo> => {
  const { world } = stage;
  const alias = textIn(action, 'richMenuAliasId') ?? '';
  const status = tryTo(world, person, alias);
  const done = await postback(stage, person, {
    data: textIn(action, 'data') ?? '',
    params: { ...(status === 'SUCCESS' ? { newRichMenuAliasId: alias } : {}), status },
  });
  return 'cannot' in done ? done : { did: 'rich-menu-switch', status };
};

const tryTo = (world: World, person: PersonRecord, alias: string): string => {
  const id = world.richMenus.aliases.get(alias);
  if (id === undefined) return 'RICHMENU_ALIAS_ID_NOTFOUND';
  const menu = world.richMenus.all.get(id);
  if (!menu) return 'RICHMENU_NOTFOUND';
  if (!menu.image || person.friendship !== 'friend') return 'FAILED';
  world.richMenus.byPerson.set(person.id, id);
  world.chats.of(person.id).isMenuOpen = true;
  world.chats.touch(person.id);
  return 'SUCCESS';
};
