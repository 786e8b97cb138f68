import { describe, expect, it } from 'vitest';
import { call } from './chatty-bot';
import { onThePage, say, sees } from './on-the-page';

const on = onThePage();

describe('a developer beside the phones', () => {
  it('sees each webhook and call, the rule a call broke in plain words, and sifts them', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await call(on.emulator, '/v2/bot/message/push', {
      to: on.emulator.person('花子').id,
      messages: [{ type: 'text', text: '' }],
    });
    const refused = on.page.getByRole('listitem').filter({ hasText: 'refused' });
    await refused.getByText('push').click();
    await refused.getByText('messages[0].text – May not be empty').waitFor();
    await on.page.getByLabel('Show').selectOption('webhook');
    await expect.poll(() => on.page.locator('.exchange:visible').count()).toBe(1);
    await on.page.getByLabel('Show').selectOption('');
    await on.page.getByLabel('Contains').fill('May not be empty');
    await expect.poll(() => on.page.locator('.exchange:visible').count()).toBe(1);
  });

  it('copies a call as a curl command that does it again', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await on.page.locator('.exchange').filter({ hasText: 'reply' }).locator('summary').click();
    await on.page.getByRole('button', { name: 'Copy as curl' }).click();
    await on.page.getByText('Copied.').waitFor();
    const copied = await on.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`curl -i -X POST '${on.served.url}/v2/bot/message/reply'`);
    expect(copied).toContain('--data-binary');
  });

  it('keeps a session and plays it again', async () => {
    const phone = await on.phoneOf('花子');
    await say(phone, 'こんにちは');
    await sees(phone, 'どれにしますか');
    await phone.getByRole('button', { name: 'お茶' }).click();
    await sees(phone, 'お茶にします');
    await on.page.getByText('Session', { exact: true }).click();
    const download = on.page.waitForEvent('download');
    await on.page.getByRole('link', { name: 'Export' }).click();
    const file = await (await download).path();
    const before = on.messagesOf('花子');
    on.page.once('dialog', (dialog) => dialog.accept());
    await on.page.getByRole('button', { name: 'Reset everything' }).click();
    await on.page.getByText('さっそく話してみましょう').waitFor();
    await on.page.getByLabel('Replay a file').setInputFiles(file);
    await expect.poll(() => phone.getByText('どれにしますか').count()).toBe(2);
    expect(on.messagesOf('花子')).toEqual(before);
  });

  it('makes the next call fail, moves the clock and begins anew', async () => {
    const phone = await on.phoneOf('花子');
    await on.page.getByText('Faults', { exact: true }).click();
    await on.page.getByLabel('What').selectOption('call server-error');
    await on.page.getByLabel('Times').fill('1');
    await on.page.getByRole('button', { name: 'Add fault' }).click();
    await on.page.getByText('call: server error, struck 0 times').waitFor();
    await say(phone, 'こんにちは');
    await on.page.locator('.exchange').filter({ hasText: '500' }).waitFor();
    await on.page.getByText('Clock and settings').click();
    const before = on.emulator.world.now();
    await on.page.getByRole('button', { name: '1 day' }).click();
    await expect.poll(() => on.emulator.world.now() - before).toBeGreaterThanOrEqual(86_400_000);
    await on.page.getByText('Session', { exact: true }).click();
    on.page.once('dialog', (dialog) => dialog.accept());
    await on.page.getByRole('button', { name: 'Reset everything' }).click();
    await on.page.getByText('さっそく話してみましょう').waitFor();
    expect(await on.page.locator('.exchange').count()).toBe(0);
  });
});
