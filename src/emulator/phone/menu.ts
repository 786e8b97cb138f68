import type { RichMenuShown } from '../control/views';
import { type Fields, isFields, isTyped, listIn, textIn } from '../json';
import type { RichMenu } from '../state/rich-menus';
import type { World } from '../state/world';

const numberIn = (value: unknown, field: string): number => {
  const found = isFields(value) ? value[field] : undefined;
  return typeof found === 'number' ? found : 0;
};

/** The rich menu that now stands under this person's chat: her own, else the default of when she opened the chat. */
export const menuOf = (world: World, personId: string): RichMenuShown | undefined => {
  const { richMenus } = world;
  const chat = world.chats.all.get(personId);
  const openedAt = chat?.openedAt ?? Number.POSITIVE_INFINITY;
  const own = richMenus.byPerson.get(personId);
  const id = own ?? richMenus.defaultAt(openedAt);
  const menu = id === undefined ? undefined : richMenus.seen(id, openedAt);
  return menu && shown(menu, own !== undefined, chat?.isMenuOpen);
};

const shown = (menu: RichMenu, isOwn: boolean, isOpen: boolean | undefined): RichMenuShown => {
  const { asked } = menu;
  return {
    richMenuId: menu.id,
    name: textIn(asked, 'name') ?? '',
    chatBarText: textIn(asked, 'chatBarText') ?? '',
    size: { width: numberIn(asked.size, 'width'), height: numberIn(asked.size, 'height') },
    areas: listIn(asked, 'areas').flatMap(area),
    imagePath: `/__emulator/rich-menus/${menu.id}/image`,
    isOpen: isOpen ?? asked.selected === true,
    isOwn,
  };
};

const area = (given: unknown): RichMenuShown['areas'] => {
  const { bounds, action }: Fields = isFields(given) ? given : {};
  if (!isTyped(action)) return [];
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(bounds, name));
  return [{ bounds: { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }, action }];
};
