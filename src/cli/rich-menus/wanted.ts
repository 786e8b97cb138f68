import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import { definitionOf } from '../../../rich-menus/definition';
import { menus } from '../../../rich-menus/menus';
import { svgOf } from '../../../rich-menus/picture/svg';
import type { MenuAlias } from '../../core/rich-menu';
import { checkRichMenu, checkRichMenuImage } from '../../line/limits';
import { paint } from './paint';

/** By this a menu is known as ours; what is named otherwise is somebody else's and is never touched. */
export const OURS = 'tsudoi/';

/** A menu as it should be at LINE. */
export interface WantedMenu {
  readonly alias: MenuAlias;
  readonly request: messagingApi.RichMenuRequest & { readonly name: string };
  readonly png: Uint8Array<ArrayBuffer>;
}

/** LINE would refuse a menu of ours: a fault in `rich-menus/`. */
export class UnfitMenu extends Error {
  override name = 'UnfitMenu';
}

/**
 * All our menus with their pictures, checked as LINE would. The name says what a menu and its picture hold, so that a
 * menu which is there under its name is known to be the very same. Throws {@link UnfitMenu}.
 */
export const wantedMenus = async (): Promise<readonly WantedMenu[]> => {
  const wanted: WantedMenu[] = [];
  for (const menu of menus) {
    const png = await paint(svgOf(menu));
    const definition = definitionOf(menu);
    const hash = createHash('sha256').update(JSON.stringify(definition)).update(png).digest('hex');
    const request = { ...definition, name: `${OURS}${menu.alias}/${hash.slice(0, 16)}` };
    const refusal = checkRichMenu(request) ?? checkRichMenuImage(png, 'image/png')?.body;
    if (refusal) throw new UnfitMenu(`${menu.alias}: ${JSON.stringify(refusal)}`);
    wanted.push({ alias: menu.alias, request, png });
  }
  return wanted;
};
