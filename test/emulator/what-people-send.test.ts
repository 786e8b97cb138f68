import { describe, expect, it } from 'vitest';
import { eventsOf, lastReplyToken, openChannel, PUSH, REPLY, text } from './channel';

const content = (id: string, more = '') => `/v2/bot/message/${id}/content${more}`;

describe('what a person sends', () => {
  it('is fetched by the bot: a photo at once, with its preview', async () => {
    const { emulator, get, call } = openChannel();
    await emulator.person('花子').sendPhoto();
    const [{ message }] = eventsOf(emulator);
    expect(message).toMatchObject({ type: 'image', contentProvider: { type: 'line' } });
    const { status, headers } = await get(content(message.id));
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await get(content(message.id, '/preview'))).status).toBe(200);
    expect((await get(content('1'))).json).toEqual({ message: 'not found' });
    expect((await call('GET', content(message.id), { headers: { authorization: '' } })).status).toBe(401);
  });

  it('is fetched only after LINE has converted it: a voice, a video', async () => {
    const { emulator, get, pass } = openChannel();
    await emulator.person('花子').sendVoice(4_000);
    const [{ message }] = eventsOf(emulator);
    expect(message).toMatchObject({ type: 'audio', duration: 4_000 });
    expect((await get(content(message.id, '/transcoding'))).json).toEqual({ status: 'processing' });
    const early = await get(content(message.id));
    expect([early.status, early.json]).toEqual([202, '']);
    pass(2_000);
    expect((await get(content(message.id, '/transcoding'))).json).toEqual({ status: 'succeeded' });
    expect((await get(content(message.id))).status).toBe(200);
  });

  it('is gone once she took it back', async () => {
    const { emulator, get } = openChannel();
    const hana = emulator.person('花子');
    await hana.sendFile('a.pdf');
    const [{ message }] = eventsOf(emulator);
    expect(message).toMatchObject({ type: 'file', fileName: 'a.pdf', fileSize: 8 });
    await hana.unsend();
    expect(eventsOf(emulator).at(-1)).toMatchObject({ type: 'unsend', unsend: { messageId: message.id } });
    expect(eventsOf(emulator).at(-1)).not.toHaveProperty('replyToken');
    expect(await get(content(message.id))).toMatchObject({
      status: 410,
      json: { message: 'The content is gone' },
    });
    await expect(hana.unsend(message.id)).rejects.toThrow('no message');
  });

  it('may be a place, a sticker, or a button’s words', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    await hana.sendLocation({ latitude: 35.79, longitude: 139.51 });
    await hana.sendSticker();
    const action = { type: 'message', label: 'ことば', text: 'さがす' };
    const buttons = { type: 'buttons', text: 'どうぞ', actions: [action] };
    await post(PUSH, { to: hana.id, messages: [{ type: 'template', altText: 'どうぞ', template: buttons }] });
    expect(hana.reads).toEqual(['どうぞ', '[ことば]']);
    expect(await hana.tap('ことば')).toEqual({ did: 'message' });
    expect(eventsOf(emulator).map(({ message }) => [message.type, message.text])).toEqual([
      ['location', undefined],
      ['sticker', undefined],
      ['text', 'さがす'],
    ]);
  });

  it('cannot be sent to an account she blocked, until she takes that back', async () => {
    const { emulator } = openChannel();
    const hana = emulator.person('花子');
    await hana.block();
    await expect(hana.say('あ')).rejects.toThrow('unblock');
    await hana.follow();
    await hana.say('あ');
    expect(eventsOf(emulator).map(({ type, follow }) => [type, follow?.isUnblocked])).toEqual([
      ['unfollow', undefined],
      ['follow', true],
      ['message', undefined],
    ]);
  });
});

describe('quick replies', () => {
  it('go when one is tapped or anyone writes, and stay while a date is asked', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const items = [
      { type: 'postback', label: 'はい', data: 'yes' },
      { type: 'datetimepicker', label: '日', data: 'day', mode: 'date' },
      { type: 'location', label: '場所' },
    ].map((action) => ({ type: 'action', action }));
    const ask = () =>
      post(PUSH, { to: hana.id, messages: [{ ...text('どうですか'), quickReply: { items } }] });
    await ask();
    expect(hana.quickReplies).toEqual(['はい', '日', '場所']);
    expect(await hana.tap('場所')).toEqual({ did: 'ask-location' });
    await hana.tap('日');
    expect(hana.quickReplies).toHaveLength(3);
    await hana.tap('はい');
    expect(hana.quickReplies).toEqual([]);
    await ask();
    await hana.say('やめる');
    expect(hana.quickReplies).toEqual([]);
    await ask();
    await post(PUSH, { to: hana.id, messages: [text('ところで')] });
    expect(hana.quickReplies).toEqual([]);
  });
});

describe('signs of life', () => {
  it('show dots until the time is over or a message comes, only while the chat is open', async () => {
    const { emulator, post, pass } = openChannel();
    const hana = emulator.person('花子');
    await hana.say('あ');
    const replyToken = lastReplyToken(emulator);
    const until = async () =>
      (await (await emulator.app.request(`/__emulator/people/${hana.id}/phone`)).json()).loadingUntil;
    const start = (body: object) => post('/v2/bot/chat/loading/start', body);
    expect((await start({ chatId: hana.id })).status).toBe(202);
    expect(await until()).toBe(emulator.world.now() + 20_000);
    pass(20_000);
    expect(await until()).toBeUndefined();
    await start({ chatId: hana.id, loadingSeconds: 60 });
    await post(REPLY, { replyToken, messages: [text('1')] });
    expect(await until()).toBeUndefined();
    const { json } = await start({ chatId: hana.id, loadingSeconds: 3 });
    expect(json.details.map(({ message }: { message: string }) => message)).toEqual([
      'Must be between 5 and 60',
      'must be a multiple of five',
    ]);
    expect((await start({ chatId: `C${'0'.repeat(32)}` })).json.details[0].property).toBe('chatId');
  });

  it('mark what she wrote as read, up to the message of the token', async () => {
    const { emulator, post } = openChannel({ settings: { chatMode: 'chat', markAsReadMode: 'manual' } });
    const hana = emulator.person('花子');
    for (const words of ['いち', 'に', 'さん']) await hana.say(words);
    const { markAsReadToken } = eventsOf(emulator)[1].message;
    expect((await post('/v2/bot/chat/markAsRead', { markAsReadToken })).status).toBe(200);
    expect(hana.entries.map(({ isRead }) => isRead)).toEqual([true, true, false]);
    expect((await post('/v2/bot/chat/markAsRead', { markAsReadToken: 'x' })).json.message).toMatch(
      /^Invalid markAsReadToken/,
    );
  });
});
