import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Served, serveEmulator } from '../../src/emulator/serve';
import { startBot, type TestBot } from '../support/bot';
import { barriers, openBrowser } from '../support/browser';

vi.setConfig({ testTimeout: 180_000 });

/** Where pictures of the test are left; the one in the README is such a picture. */
const PICTURES = join(import.meta.dirname, '..', '..', '.tmp', 'pictures');

let browser: Browser;
let bot: TestBot;
let served: Served;
let page: Page;
let phone: Locator;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, bot] = await Promise.all([openBrowser(), startBot()]);
  served = await serveEmulator(bot.line, 0);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await bot.close();
});

const sees = (words: string): Promise<void> => phone.getByText(words, { exact: false }).last().waitFor();

const say = async (words: string): Promise<void> => {
  await phone.getByRole('textbox', { name: 'メッセージを書く' }).fill(words);
  await phone.getByRole('textbox', { name: 'メッセージを書く' }).press('Enter');
};

describe('an elder with her phone, from the first tap to a gathering place', () => {
  it('becomes a friend, asks by a misspelt town, looks closer and finds the phone number', async () => {
    await page.goto(served.url);
    await page.getByRole('button', { name: 'はなさん（見本）' }).click();
    phone = page.getByRole('region', { name: 'はなさん（見本）の電話' });
    await phone.getByRole('button', { name: '友だちに追加' }).click();
    await sees('所沢市の「つどい」です');
    await sees('お金はいっさいかかりません');
    await phone.getByRole('button', { name: '集まりをさがす' }).last().click();
    await sees('どのあたりでさがしますか');
    await page.screenshot({ path: join(PICTURES, 'elder-asks.png') });

    await say('ひがしところざわの３ちょうめ');
    await sees('「東所沢3丁目」から近い順に');
    await sees('歩いて約');
    await phone.getByText('から近い順に').last().scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, 'elder-finds-a-place.png') });

    await say('2番');
    await sees('開いている日');
    await sees('申しこみ');
    await page.screenshot({ path: join(PICTURES, 'elder-looks-closer.png') });
    await phone.getByRole('button', { name: 'もどる', exact: true }).click();
    await expect
      .poll(() => bot.line.person('はなさん（見本）').reads.join())
      .toContain('「東所沢3丁目」から近い順に');
  });

  it('sends where she is and gets places within a walk', async () => {
    await say('さいしょから');
    await sees('ご用はなんですか');
    await phone.getByRole('button', { name: '集まりをさがす' }).last().click();
    await phone.getByRole('button', { name: 'いまいる場所を送る' }).last().click();
    const dialog = page.getByRole('dialog', { name: '場所を送る' });
    await dialog.getByRole('combobox').selectOption({ label: '緯度と経度で' });
    await dialog.getByRole('spinbutton', { name: '緯度' }).fill('35.8027');
    await dialog.getByRole('spinbutton', { name: '経度' }).fill('139.5183');
    await dialog.getByRole('button', { name: '送る' }).click();
    await sees('「送ってくださった場所」から近い順に');
    await sees('歩いて約');
  });

  it('reads a page that stands in nobody’s way', async () => {
    expect(await barriers(page)).toEqual([]);
  });
});
