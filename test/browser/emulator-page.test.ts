import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator';
import { type Served, serveEmulator } from '../../src/emulator/serve';
import { barriers, openBrowser } from '../support/browser';
import { call, chattyBot } from './chatty-bot';
import { giveMenus } from './menu-page';

// A browser is slow to start where many tests run at once; what it shows is awaited, never slept for.
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let emulator: Emulator;
let served: Served;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  emulator = chattyBot();
  served = await serveEmulator(emulator, 0);
  context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'ja-JP' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_FAILED')) complaints.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  await served.close();
  expect(complaints).toEqual([]);
});

/** Opens the page for people who are friends already. */
const openFor = async (...names: readonly string[]): Promise<readonly Locator[]> => {
  for (const name of names) emulator.person(name);
  await page.goto(served.url);
  return names.map((name) => page.getByRole('region', { name: `${name}の電話` }));
};

const phoneOf = async (name: string): Promise<Locator> => {
  const [phone] = await openFor(name);
  if (!phone) throw new Error('Nobody was named.');
  return phone;
};

const say = async (phone: Locator, words: string): Promise<void> => {
  await phone.getByRole('textbox', { name: 'メッセージを書く' }).fill(words);
  await phone.getByRole('textbox', { name: 'メッセージを書く' }).press('Enter');
};

const sees = (phone: Locator, words: string): Promise<void> =>
  phone.getByText(words, { exact: false }).last().waitFor();

const messagesOf = (name: string): readonly string[] =>
  emulator.person(name).entries.map(({ message }) => String(message.text ?? message.type));

describe('someone who opens the page for the first time', () => {
  it('becomes a person of the town with one tap, a friend with another, and is greeted', async () => {
    await page.goto(served.url);
    await page.getByRole('button', { name: 'はなさん（見本）' }).click();
    const phone = page.getByRole('region', { name: 'はなさん（見本）の電話' });
    await phone.getByRole('button', { name: '友だちに追加' }).click();
    await sees(phone, 'ようこそ');
    await phone.getByRole('button', { name: 'ブロック', exact: true }).click();
    await sees(phone, 'ブロックしています');
    expect(await phone.getByRole('textbox').isVisible()).toBe(false);
    await phone.getByRole('button', { name: 'ブロックを解除' }).click();
    await sees(phone, 'ブロックを解除しました');
  });
});

describe('an elder with a phone on the page', () => {
  it('writes, reads the answer, and taps a small button, which then vanishes', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await sees(phone, '既読');
    await phone.getByRole('button', { name: 'お茶' }).click();
    await sees(phone, 'お茶にします');
    await expect.poll(() => phone.getByText('どれにしますか').count()).toBe(2);
    expect(messagesOf('花子')).toEqual(['こんにちは', 'どれにしますか', 'お茶にします', 'どれにしますか']);
  });

  it('keeps the small button of a date picker until the day is chosen, within what the bot allows', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: '日を選ぶ' }).click();
    const dialog = page.getByRole('dialog', { name: '日にちを選ぶ' });
    expect(await dialog.locator('input').getAttribute('min')).toBe('2026-12-01');
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await phone.getByRole('button', { name: '日を選ぶ' }).click();
    await dialog.locator('input').fill('2026-12-10');
    await dialog.getByRole('button', { name: '決める' }).click();
    await sees(phone, '届いたデータ day 2026-12-10');
    expect(await phone.getByRole('button', { name: '日を選ぶ' }).count()).toBe(0);
  });

  it('taps a button in a card', async () => {
    const phone = await phoneOf('花子');
    await say(phone, '集まり');
    await sees(phone, '見本 ひまわり体操の会');
    await phone.getByRole('button', { name: 'この集まりを見る' }).first().click();
    await sees(phone, '届いたデータ place=1');
  });

  it('sends the place where she is, from the list', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: '場所を送る' }).click();
    const dialog = page.getByRole('dialog', { name: '場所を送る' });
    await dialog.getByRole('combobox').selectOption({ label: '東所沢3丁目' });
    await dialog.getByRole('button', { name: '送る' }).click();
    await sees(phone, '届いた場所 東所沢3丁目 35.79');
  });

  it('sends a place by its coordinates', async () => {
    const phone = await phoneOf('花子');
    await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
    await phone.getByRole('button', { name: '場所', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '場所を送る' });
    await dialog.getByRole('combobox').selectOption({ label: '緯度と経度で' });
    await dialog.getByRole('spinbutton', { name: '緯度' }).fill('35.8');
    await dialog.getByLabel('場所の名前').fill('公園');
    await dialog.getByRole('button', { name: '送る' }).click();
    await sees(phone, '届いた場所 公園 35.8');
  });

  it('sends a sticker, a photo and her voice, and takes the last one back', async () => {
    const phone = await phoneOf('花子');
    await phone.getByRole('button', { name: 'スタンプを送る' }).click();
    await page.getByRole('dialog', { name: 'スタンプを選ぶ' }).getByRole('button').first().click();
    await sees(phone, '届いたもの sticker');
    for (const [what, sample, kind] of [
      ['写真', '見本の写真', 'image'],
      ['声', '見本の声', 'audio'],
    ] as const) {
      await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
      await phone.getByRole('button', { name: what, exact: true }).click();
      await page.getByRole('dialog', { name: what }).getByRole('button', { name: sample }).click();
      await sees(phone, `届いたもの ${kind}`);
    }
    await phone.getByRole('button', { name: '送信を取り消す' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: '送信を取り消す' }).click();
    await sees(phone, 'メッセージの送信を取り消しました');
    expect(emulator.webhooks('unsend')).toHaveLength(1);
  });

  it('is asked before a link leads away, and before a call', async () => {
    const phone = await phoneOf('花子');
    await say(phone, '電話');
    await phone.getByRole('button', { name: '04-2998-9333' }).click();
    const callDialog = page.getByRole('dialog', { name: '電話をかけます' });
    expect(await callDialog.textContent()).toContain('0429989333');
    await callDialog.getByRole('button', { name: 'やめる' }).click();
    await phone.getByRole('button', { name: 'https://example.com/a?b=1' }).click();
    const dialog = page.getByRole('dialog', { name: 'このページから出ます' });
    const opened = context.waitForEvent('page');
    await dialog.getByRole('button', { name: '開く' }).click();
    expect((await opened).url()).toContain('example.com');
  });

  it('reads larger letters where the bot lets letters grow', async () => {
    const phone = await phoneOf('花子');
    await say(phone, '集まり');
    const title = phone.getByText('見本 ひまわり体操の会');
    const size = () => title.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize));
    await title.waitFor();
    const before = await size();
    await phone.getByText('特大').click();
    expect((await size()) / before).toBeCloseTo(1.42);
    await page.reload();
    await title.waitFor();
    expect((await size()) / before).toBeCloseTo(1.42);
  });

  it('finds neither small buttons nor menu on LINE for PC', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: 'お茶' }).waitFor();
    await phone.getByText('パソコン', { exact: true }).click();
    expect(await phone.getByRole('button', { name: 'お茶' }).count()).toBe(0);
    await sees(phone, 'パソコンの LINE には');
  });

  it('sees that an answer is on its way', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await call(emulator, '/v2/bot/chat/loading/start', { chatId: emulator.person('花子').id });
    await phone.getByRole('status').getByText('入力中').waitFor({ state: 'attached' });
    await call(emulator, '/v2/bot/message/push', {
      to: emulator.person('花子').id,
      messages: [{ type: 'text', text: 'お待たせしました' }],
    });
    await sees(phone, 'お待たせしました');
    expect(await phone.getByRole('status').filter({ hasText: '入力中' }).isVisible()).toBe(false);
  });
});

describe('a menu below the chat', () => {
  it('is tapped, turned to its next page, closed and opened again', async () => {
    await giveMenus(browser, emulator);
    const phone = await phoneOf('花子');
    const menu = phone.getByRole('navigation', { name: 'メニュー' });
    await menu.getByRole('button', { name: 'さがす' }).click();
    await sees(phone, '届いたデータ find');
    await menu.getByRole('button', { name: 'つぎへ' }).click();
    await menu.getByRole('button', { name: '電話' }).click();
    await page
      .getByRole('dialog', { name: '電話をかけます' })
      .getByRole('button', { name: 'やめる' })
      .click();
    const bar = phone.getByRole('button', { name: 'メニュー', exact: true });
    await bar.click();
    await expect.poll(() => menu.isVisible()).toBe(false);
    await bar.click();
    await menu.getByRole('button', { name: 'まえへ' }).click();
    await menu.getByRole('button', { name: 'さがす' }).waitFor();
    expect(await menu.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);
    await phone.getByText('パソコン', { exact: true }).click();
    expect(await menu.isVisible()).toBe(false);
  });
});

describe('two elders side by side', () => {
  it('have chats of their own, and both hear what is sent to all', async () => {
    const [one, other] = await openFor('花子', '太郎');
    if (!one || !other) throw new Error('Two phones were asked for.');
    await say(one, 'こんにちは');
    await sees(one, 'どれにしますか');
    expect(await other.getByText('どれにしますか').count()).toBe(0);
    for (const name of ['花子', '太郎'])
      await call(emulator, '/v2/bot/message/push', {
        to: emulator.person(name).id,
        messages: [{ type: 'text', text: 'お知らせです' }],
      });
    await sees(one, 'お知らせです');
    await sees(other, 'お知らせです');
  });
});

describe('someone without a mouse', () => {
  it('chats with keys alone: writes, taps a small button, and stays at the keyboard', async () => {
    await phoneOf('花子');
    const field = page.getByRole('textbox', { name: 'メッセージを書く' });
    for (let presses = 0; presses < 30; presses += 1) {
      if (await field.evaluate((one) => one === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('konnichiwa');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'お茶' }).waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      if (focused === 'お茶') break;
    }
    await page.keyboard.press('Enter');
    await page.getByText('お茶にします').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.nodeName)).toBe('TEXTAREA');
  });

  it('meets no barrier that axe knows, whatever is on the page', async () => {
    await page.goto(served.url);
    await page.getByText('さっそく話してみましょう').waitFor();
    expect(await barriers(page)).toEqual([]);
    const phone = await phoneOf('花子');
    for (const words of ['全部', 'もっと', '集まり', 'こんにちは']) {
      await say(phone, words);
      await expect.poll(() => messagesOf('花子').at(-1)).not.toBe(words);
    }
    await phone.getByRole('button', { name: 'お茶' }).waitFor();
    await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
    for (const summary of await page.locator('.traffic summary').all()) await summary.click();
    expect(await barriers(page)).toEqual([]);
    await phone.getByRole('button', { name: '場所を送る' }).click();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('a developer beside the phones', () => {
  it('sees each webhook and call, the rule a call broke in plain words, and sifts them', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await call(emulator, '/v2/bot/message/push', {
      to: emulator.person('花子').id,
      messages: [{ type: 'text', text: '' }],
    });
    const refused = page.getByRole('listitem').filter({ hasText: 'refused' });
    await refused.getByText('push').click();
    await refused.getByText('messages[0].text – May not be empty').waitFor();
    await page.getByLabel('Show').selectOption('webhook');
    await expect.poll(() => page.locator('.exchange:visible').count()).toBe(1);
    await page.getByLabel('Show').selectOption('');
    await page.getByLabel('Contains').fill('May not be empty');
    await expect.poll(() => page.locator('.exchange:visible').count()).toBe(1);
  });

  it('copies a call as a curl command that does it again', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await page.locator('.exchange').filter({ hasText: 'reply' }).locator('summary').click();
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`curl -i -X POST '${served.url}/v2/bot/message/reply'`);
    expect(copied).toContain('--data-binary');
  });

  it('keeps a session and plays it again', async () => {
    const phone = await phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await phone.getByRole('button', { name: 'お茶' }).click();
    await sees(phone, 'お茶にします');
    await page.getByText('Session', { exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    const file = await (await download).path();
    const before = messagesOf('花子');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.getByText('さっそく話してみましょう').waitFor();
    await page.getByLabel('Replay a file').setInputFiles(file);
    await expect.poll(() => phone.getByText('どれにしますか').count()).toBe(2);
    expect(messagesOf('花子')).toEqual(before);
  });

  it('makes the next call fail, moves the clock and begins anew', async () => {
    const phone = await phoneOf('花子');
    await page.getByText('Faults', { exact: true }).click();
    await page.getByLabel('What').selectOption('call server-error');
    await page.getByLabel('Times').fill('1');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('call: server error, struck 0 times').waitFor();
    await say(phone, 'こんにちは');
    await page.locator('.exchange').filter({ hasText: '500' }).waitFor();
    await page.getByText('Clock and settings').click();
    const before = emulator.world.now();
    await page.getByRole('button', { name: '1 day' }).click();
    await expect.poll(() => emulator.world.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await page.getByText('Session', { exact: true }).click();
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.getByText('さっそく話してみましょう').waitFor();
    expect(await page.locator('.exchange').count()).toBe(0);
  });
});
