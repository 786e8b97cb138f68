import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import { type LineAccess, LineCalls, LineRefused } from './calls';

const MENUS = '/v2/bot/richmenu';
const ALIASES = `${MENUS}/alias`;
const DEFAULT = '/v2/bot/user/all/richmenu';

const aliasList = z.looseObject({
  aliases: z.array(z.looseObject({ richMenuAliasId: z.string(), richMenuId: z.string() })),
});
const menuList = z.looseObject({
  richmenus: z.array(z.looseObject({ richMenuId: z.string(), name: z.string() })),
});
const oneMenu = z.looseObject({ richMenuId: z.string() });

/** The aliases in LINE's answer, each with the menu behind it. */
export const aliasesIn = (words: string): ReadonlyMap<string, string> =>
  new Map(
    aliasList
      .parse(JSON.parse(words))
      .aliases.map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, richMenuId]),
  );

/** A menu that LINE has. */
export interface MenuAtLine {
  readonly id: string;
  readonly name: string;
}

/** A question about one thing whose answer may be that it is not there. */
const unlessMissing = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof LineRefused && error.status === 404) return undefined;
    throw error;
  }
};

/** The calls by which an account's menus are kept; pictures go to a host of their own. */
export class MenuClient {
  private readonly calls: LineCalls;
  private readonly data: LineCalls;

  constructor(access: LineAccess, dataBaseUrl: string, fetcher?: typeof fetch) {
    this.calls = new LineCalls(access, fetcher);
    this.data = new LineCalls({ ...access, baseUrl: dataBaseUrl }, fetcher);
  }

  /** Every menu made by API, ours and others'. */
  async list(): Promise<readonly MenuAtLine[]> {
    const { richmenus } = menuList.parse(JSON.parse(await this.calls.get(`${MENUS}/list`)));
    return richmenus.map(({ richMenuId, name }) => ({ id: richMenuId, name }));
  }

  /** Makes a menu, still without a picture; its id. 100 an hour. */
  async create(menu: messagingApi.RichMenuRequest): Promise<string> {
    return oneMenu.parse(JSON.parse(await this.calls.post(MENUS, menu))).richMenuId;
  }

  /** Takes a menu away from everybody. 100 an hour. */
  async delete(id: string): Promise<void> {
    await this.calls.delete(`${MENUS}/${id}`);
  }

  async hasPicture(id: string): Promise<boolean> {
    return (await unlessMissing(this.data.get(`${MENUS}/${id}/content`))) !== undefined;
  }

  /** Gives a menu its picture, once: LINE never takes another for the same menu. */
  async setPicture(id: string, png: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.data.upload(`${MENUS}/${id}/content`, png, 'image/png');
  }

  /** Which menu stands behind each alias. */
  async aliases(): Promise<ReadonlyMap<string, string>> {
    return aliasesIn(await this.calls.get(`${ALIASES}/list`));
  }

  async createAlias(alias: string, menuId: string): Promise<void> {
    await this.calls.post(ALIASES, { richMenuAliasId: alias, richMenuId: menuId });
  }

  /** Moves an alias; phones may see it a little later. */
  async moveAlias(alias: string, menuId: string): Promise<void> {
    await this.calls.post(`${ALIASES}/${alias}`, { richMenuId: menuId });
  }

  /** 100 an hour. */
  async deleteAlias(alias: string): Promise<void> {
    await this.calls.delete(`${ALIASES}/${alias}`);
  }

  /** The menu of everybody without one of her own; undefined if there is none. */
  async defaultMenu(): Promise<string | undefined> {
    const words = await unlessMissing(this.calls.get(DEFAULT));
    return words === undefined ? undefined : oneMenu.parse(JSON.parse(words)).richMenuId;
  }

  async setDefault(menuId: string): Promise<void> {
    await this.calls.post(`${DEFAULT}/${menuId}`);
  }
}
