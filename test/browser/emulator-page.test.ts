import { describe, expect, it } from 'vitest';
import { barriers } from '../support/browser';
import { call } from './chatty-bot';
import { giveMenus } from './menu-page';
import { onThePage, say, sees } from './on-the-page';

const on = onThePage();

describe('someone who opens the page for the first time', () => {
  it('becomes a person of the town with one tap, a friend with another, and is greeted', async () => {
    await on.page.goto(on.served.url);
    await on.page.getByRole('button', { name: 'はなさん（見本）' }).click();
    const phone = on.page.getByRole('region', { name: 'はなさん（見本）の電話' });
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
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await sees(phone, '既読');
    await phone.getByRole('button', { name: 'お茶' }).click();
    await sees(phone, 'お茶にします');
    await expect.poll(() => phone.getByText('どれにしますか').count()).toBe(2);
    expect(on.messagesOf('花子')).toEqual(['こんにちは', 'どれにしますか', 'お茶にします', 'どれにしますか']);
  });

  it('keeps the small button of a date picker until the day is chosen, within what the bot allows', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: '日を選ぶ' }).click();
    const dialog = on.page.getByRole('dialog', { name: '日にちを選ぶ' });
    expect(await dialog.locator('input').getAttribute('min')).toBe('2026-12-01');
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await phone.getByRole('button', { name: '日を選ぶ' }).click();
    await dialog.locator('input').fill('2026-12-10');
    await dialog.getByRole('button', { name: '決める' }).click();
    await sees(phone, '届いたデータ day 2026-12-10');
    expect(await phone.getByRole('button', { name: '日を選ぶ' }).count()).toBe(0);
  });

  it('taps a button in a card', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, '集まり');
    await sees(phone, '見本 ひまわり体操の会');
    await phone.getByRole('button', { name: 'この集まりを見る' }).first().click();
    await sees(phone, '届いたデータ place=1');
  });

  it('sends the place where she is, from the list', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: '場所を送る' }).click();
    const dialog = on.page.getByRole('dialog', { name: '場所を送る' });
    await dialog.getByRole('combobox').selectOption({ label: '東所沢3丁目' });
    await dialog.getByRole('button', { name: '送る' }).click();
    await sees(phone, '届いた場所 東所沢3丁目 35.79');
  });

  it('sends a place by its coordinates', async () => {
    const phone = await on.phoneOf('花子');
    await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
    await phone.getByRole('button', { name: '場所', exact: true }).click();
    const dialog = on.page.getByRole('dialog', { name: '場所を送る' });
    await dialog.getByRole('combobox').selectOption({ label: '緯度と経度で' });
    await dialog.getByRole('spinbutton', { name: '緯度' }).fill('35.8');
    await dialog.getByLabel('場所の名前').fill('公園');
    await dialog.getByRole('button', { name: '送る' }).click();
    await sees(phone, '届いた場所 公園 35.8');
  });

  it('sends a sticker, a photo and her voice, and takes the last one back', async () => {
    const phone = await on.phoneOf('花子');
    await phone.getByRole('button', { name: 'スタンプを送る' }).click();
    await on.page.getByRole('dialog', { name: 'スタンプを選ぶ' }).getByRole('button').first().click();
    await sees(phone, '届いたもの sticker');
    for (const [what, sample, kind] of [
      ['写真', '見本の写真', 'image'],
      ['声', '見本の声', 'audio'],
    ] as const) {
      await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
      await phone.getByRole('button', { name: what, exact: true }).click();
      await on.page.getByRole('dialog', { name: what }).getByRole('button', { name: sample }).click();
      await sees(phone, `届いたもの ${kind}`);
    }
    await phone.getByRole('button', { name: '送信を取り消す' }).last().click();
    await on.page.getByRole('dialog').getByRole('button', { name: '送信を取り消す' }).click();
    await sees(phone, 'メッセージの送信を取り消しました');
    expect(on.emulator.webhooks('unsend')).toHaveLength(1);
  });

  it('is asked before a link leads away, and before a call', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, '電話');
    await phone.getByRole('button', { name: '04-2998-9333' }).click();
    const callDialog = on.page.getByRole('dialog', { name: '電話をかけます' });
    expect(await callDialog.textContent()).toContain('0429989333');
    await callDialog.getByRole('button', { name: 'やめる' }).click();
    await phone.getByRole('button', { name: 'https://example.com/a?b=1' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'このページから出ます' });
    const opened = on.context.waitForEvent('page');
    await dialog.getByRole('button', { name: '開く' }).click();
    expect((await opened).url()).toContain('example.com');
  });

  it('reads larger letters where the bot lets letters grow', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, '集まり');
    const title = phone.getByText('見本 ひまわり体操の会');
    const size = () => title.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize));
    await title.waitFor();
    const before = await size();
    await phone.getByText('特大').click();
    expect((await size()) / before).toBeCloseTo(1.42);
    await on.page.reload();
    await title.waitFor();
    expect((await size()) / before).toBeCloseTo(1.42);
  });

  it('finds neither small buttons nor menu on LINE for PC', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await phone.getByRole('button', { name: 'お茶' }).waitFor();
    await phone.getByText('パソコン', { exact: true }).click();
    expect(await phone.getByRole('button', { name: 'お茶' }).count()).toBe(0);
    await sees(phone, 'パソコンの LINE には');
  });

  it('sees that an answer is on its way', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await call(on.emulator, '/v2/bot/chat/loading/start', { chatId: on.emulator.person('花子').id });
    await phone.getByRole('status').getByText('入力中').waitFor({ state: 'attached' });
    await call(on.emulator, '/v2/bot/message/push', {
      to: on.emulator.person('花子').id,
      messages: [{ type: 'text', text: 'お待たせしました' }],
    });
    await sees(phone, 'お待たせしました');
    expect(await phone.getByRole('status').filter({ hasText: '入力中' }).isVisible()).toBe(false);
  });
});

describe('a menu below the chat', () => {
  it('is tapped, turned to its next page, closed and opened again', async () => {
    await giveMenus(on.browser, on.emulator);
    const phone = await on.phoneOf('花子');
    const menu = phone.getByRole('navigation', { name: 'メニュー' });
    await menu.getByRole('button', { name: 'さがす' }).click();
    await sees(phone, '届いたデータ find');
    await menu.getByRole('button', { name: 'つぎへ' }).click();
    await menu.getByRole('button', { name: '電話' }).click();
    await on.page
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
    const [one, other] = await on.openFor('花子', '太郎');
    if (!one || !other) throw new Error('Two phones were asked for.');
    await say(one, 'こんにちは');
    await sees(one, 'どれにしますか');
    expect(await other.getByText('どれにしますか').count()).toBe(0);
    for (const name of ['花子', '太郎'])
      await call(on.emulator, '/v2/bot/message/push', {
        to: on.emulator.person(name).id,
        messages: [{ type: 'text', text: 'お知らせです' }],
      });
    await sees(one, 'お知らせです');
    await sees(other, 'お知らせです');
  });
});

describe('someone without a mouse', () => {
  it('chats with keys alone: writes, taps a small button, and stays at the keyboard', async () => {
    await on.phoneOf('花子');
    const field = on.page.getByRole('textbox', { name: 'メッセージを書く' });
    for (let presses = 0; presses < 30; presses += 1) {
      if (await field.evaluate((one) => one === document.activeElement)) break;
      await on.page.keyboard.press('Tab');
    }
    await on.page.keyboard.type('konnichiwa');
    await on.page.keyboard.press('Enter');
    await on.page.getByRole('button', { name: 'お茶' }).waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      await on.page.keyboard.press('Shift+Tab');
      const focused = await on.page.evaluate(() => document.activeElement?.textContent);
      if (focused === 'お茶') break;
    }
    await on.page.keyboard.press('Enter');
    await on.page.getByText('お茶にします').waitFor();
    await expect.poll(() => on.page.evaluate(() => document.activeElement?.nodeName)).toBe('TEXTAREA');
  });

  it('meets no barrier that axe knows, whatever is on the page', async () => {
    await on.page.goto(on.served.url);
    await on.page.getByText('さっそく話してみましょう').waitFor();
    expect(await barriers(on.page)).toEqual([]);
    const phone = await on.phoneOf('花子');
    for (const words of ['全部', 'もっと', '集まり', 'こんにちは']) {
      await say(phone, words);
      await expect.poll(() => on.messagesOf('花子').at(-1)).not.toBe(words);
    }
    await phone.getByRole('button', { name: 'お茶' }).waitFor();
    await phone.getByRole('button', { name: '写真・場所などを送る' }).click();
    for (const summary of await on.page.locator('.traffic summary').all()) await summary.click();
    expect(await barriers(on.page)).toEqual([]);
    await phone.getByRole('button', { name: '場所を送る' }).click();
    expect(await barriers(on.page)).toEqual([]);
  });
});
