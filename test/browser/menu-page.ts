import type { Browser } from 'playwright-core';
import type { Emulator } from '../../src/emulator/emulator';
import { call } from './chatty-bot';

type Action = { readonly type: string; readonly label: string; readonly [key: string]: string };

const SIZE = { width: 800, height: 540 };

/** A picture of a menu with two fields, one beside the other, as LINE takes it. */
const pictureOf = async (browser: Browser, labels: readonly string[]): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: SIZE });
  const fields = labels.map((label) => `<div>${label}</div>`).join('');
  await page.setContent(
    `<style>body{margin:0;display:flex;height:540px}div{flex:1;display:grid;place-items:center;border:4px solid #246;font:bold 72px sans-serif;background:#eef}</style>${fields}`,
  );
  const picture = await page.screenshot({ type: 'png' });
  await page.close();
  return picture;
};

const makeMenu = async (
  browser: Browser,
  emulator: Emulator,
  alias: string,
  actions: readonly Action[],
): Promise<string> => {
  const width = SIZE.width / actions.length;
  const made = await call(emulator, '/v2/bot/richmenu', {
    size: SIZE,
    selected: true,
    name: alias,
    chatBarText: 'メニュー',
    areas: actions.map((action, index) => ({
      bounds: { x: index * width, y: 0, width, height: SIZE.height },
      action,
    })),
  });
  const { richMenuId }: { richMenuId: string } = await made.json();
  const picture = await pictureOf(
    browser,
    actions.map(({ label }) => label),
  );
  await call(
    emulator,
    `/v2/bot/richmenu/${richMenuId}/content`,
    new Blob([new Uint8Array(picture)], { type: 'image/png' }),
  );
  await call(emulator, '/v2/bot/richmenu/alias', { richMenuAliasId: alias, richMenuId });
  return richMenuId;
};

/** Gives everyone a menu of two pages that lead to each other. */
export const giveMenus = async (browser: Browser, emulator: Emulator): Promise<void> => {
  const page = (to: string, label: string) => ({
    type: 'richmenuswitch',
    label,
    richMenuAliasId: to,
    data: `to=${to}`,
  });
  const main = await makeMenu(browser, emulator, 'main', [
    { type: 'postback', label: 'さがす', data: 'find', displayText: 'さがす' },
    page('more', 'つぎへ'),
  ]);
  await makeMenu(browser, emulator, 'more', [
    page('main', 'まえへ'),
    { type: 'uri', label: '電話', uri: 'tel:0429989120' },
  ]);
  await call(emulator, `/v2/bot/user/all/richmenu/${main}`, undefined);
};
