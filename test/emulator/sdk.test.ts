import { HTTPFetchError, LineBotClient, manageAudience } from '@line/bot-sdk';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator';
import { lineHandlers } from '../../src/emulator/msw';

// The SDK as it is in production: no base URL, so that it calls LINE's real hosts.
const emulator = createEmulator({ secret: 's', token: 't', settings: { asyncDelay: 0 } });
const server = setupServer(...lineHandlers(emulator));
const client = LineBotClient.fromChannelAccessToken({ channelAccessToken: 't' });

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

describe('LINE’s own SDK, without knowing that it speaks to an emulator', () => {
  it('sends, asks for profiles and counts', async () => {
    const hana = emulator.person('花子');
    const { sentMessages } = await client.pushMessage({
      to: hana.id,
      messages: [{ type: 'text', text: '1' }],
    });
    expect(sentMessages[0]?.id).toMatch(/^\d{18}$/);
    await client.multicast({ to: [hana.id], messages: [{ type: 'text', text: '2' }] });
    await client.broadcast({ messages: [{ type: 'text', text: '3' }] });
    expect(hana.messages.map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect((await client.getProfile(hana.id)).displayName).toBe('花子');
    expect(await client.getMessageQuotaConsumption()).toEqual({ totalUsage: 3 });
    expect((await client.getBotInfo()).chatMode).toBe('bot');
    expect((await client.getFollowers()).userIds).toContain(hana.id);
  });

  it('makes a rich menu, gives it a picture on the other host and reads it back', async () => {
    const { richMenuId } = await client.createRichMenu({
      size: { width: 800, height: 400 },
      selected: false,
      name: 'a',
      chatBarText: 'メニュー',
      areas: [],
    });
    const bytes = new Uint8Array(64);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    bytes.set([0, 0, 3, 32, 0, 0, 1, 144], 16);
    await client.setRichMenuImage(richMenuId, new Blob([bytes], { type: 'image/png' }));
    await client.setDefaultRichMenu(richMenuId);
    expect((await client.getDefaultRichMenuId()).richMenuId).toBe(richMenuId);
    await client.createRichMenuAlias({ richMenuAliasId: 'main', richMenuId });
    expect((await client.getRichMenuAliasList()).aliases).toHaveLength(1);
    expect((await client.getRichMenuList()).richmenus[0]?.richMenuId).toBe(richMenuId);
  });

  it('fetches what a person sent', async () => {
    const hana = emulator.person('花子');
    await hana.sendPhoto();
    const stream = await client.getMessageContent(hana.entries.at(-1)?.id ?? '');
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    expect(Buffer.concat(parts).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it('uploads an audience, by body and by file', async () => {
    const audiences = new manageAudience.ManageAudienceClient({ channelAccessToken: 't' });
    const files = new manageAudience.ManageAudienceBlobClient({ channelAccessToken: 't' });
    const { id } = emulator.person('花子');
    const made = await audiences.createAudienceGroup({ description: 'a', audiences: [{ id }] });
    const byFile = await files.createAudienceForUploadingUserIds(new Blob([id]), 'b', false, '');
    expect((await audiences.getAudienceGroups(1)).audienceGroups?.map(({ status }) => status)).toEqual([
      'READY',
      'READY',
    ]);
    expect(byFile.audienceGroupId).toBeGreaterThan(made.audienceGroupId ?? 0);
  });

  it('is told of a refusal as it is by LINE', async () => {
    const refused = await client
      .pushMessage({ to: emulator.person('花子').id, messages: [{ type: 'text', text: '' }] })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HTTPFetchError);
    expect(refused).toMatchObject({ status: 400, body: expect.stringContaining('messages[0].text') });
  });

  it('is answered 404 on the wrong one of LINE’s two hosts', async () => {
    const headers = { authorization: 'Bearer t' };
    const ask = async (address: string) => (await fetch(address, { headers })).status;
    expect(await ask('https://api.line.me/v2/bot/info')).toBe(200);
    expect(await ask('https://api-data.line.me/v2/bot/info')).toBe(404);
    const photo = emulator.person('花子').entries.find(({ message }) => message.type === 'image')?.id;
    expect(await ask(`https://api-data.line.me/v2/bot/message/${photo}/content`)).toBe(200);
    expect(await ask(`https://api.line.me/v2/bot/message/${photo}/content`)).toBe(404);
  });

  it('sees a lost answer as a network error, though the message arrived', async () => {
    const hana = emulator.person('花子');
    const before = hana.messages.length;
    emulator.world.faults.add({ on: 'call', kind: 'answer-lost', times: 1 });
    const pushed = client.pushMessage({ to: hana.id, messages: [{ type: 'text', text: '4' }] });
    await expect(pushed).rejects.toThrow(TypeError);
    expect(hana.messages).toHaveLength(before + 1);
  });
});
