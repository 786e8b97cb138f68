import { describe, expect, it } from 'vitest';
import { BROADCAST, MULTICAST, openChannel, PUSH, text } from './channel';

const DAY = 24 * 3_600_000;
const UNKNOWN = `U${'1'.repeat(32)}`;

describe('a push', () => {
  it('to someone who blocked the bot is answered 200, arrives nowhere and is not counted', async () => {
    const { emulator, post, get } = openChannel();
    const hana = emulator.person('花子');
    await hana.block();
    const { status, json } = await post(PUSH, { to: hana.id, messages: [text('1')] });
    expect(status).toBe(200);
    expect(json.sentMessages).toHaveLength(1);
    expect(hana.messages).toEqual([]);
    expect((await get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(0);
  });

  it('to a deleted account likewise', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子', { isDeleted: true });
    expect((await post(PUSH, { to: hana.id, messages: [text('1')] })).status).toBe(200);
    expect(hana.messages).toEqual([]);
  });

  it('reaches someone who is no friend only in the week after she wrote', async () => {
    const { emulator, post, pass } = openChannel();
    const hana = emulator.person('花子', { friendship: 'never-friend' });
    const push = () => post(PUSH, { to: hana.id, messages: [text('1')] });
    await push();
    expect(hana.messages).toHaveLength(0);
    await hana.say('あ');
    pass(7 * DAY);
    await push();
    expect(hana.messages).toHaveLength(1);
    pass(1);
    expect((await push()).status).toBe(200);
    expect(hana.messages).toHaveLength(1);
  });

  it('to an id that never met the bot fails', async () => {
    const { post } = openChannel();
    const { status, json } = await post(PUSH, { to: UNKNOWN, messages: [text('1')] });
    expect([status, json]).toEqual([400, { message: 'Failed to send messages' }]);
  });

  it('to something that is no id is refused in LINE’s words', async () => {
    const { post } = openChannel();
    const { status, json } = await post(PUSH, { to: 'hanako', messages: [text('1')] });
    expect(status).toBe(400);
    expect(json.message).toBe("The property, 'to', in the request body is invalid (line: -, column: -)");
  });

  it('may quote a message of the same chat and of no other', async () => {
    const { emulator, post } = openChannel();
    const [hana, yoshi] = [emulator.person('花子'), emulator.person('よし')];
    const first = await post(PUSH, { to: hana.id, messages: [text('1')] });
    const quote = { ...text('2'), quoteToken: first.json.sentMessages[0].quoteToken };
    expect((await post(PUSH, { to: hana.id, messages: [quote] })).status).toBe(200);
    expect((await post(PUSH, { to: yoshi.id, messages: [quote] })).status).toBe(400);
  });
});

describe('a multicast', () => {
  it('reaches friends once each, and leaves out who blocked and who is unknown', async () => {
    const { emulator, post, get } = openChannel();
    const [hana, yoshi, blocked] = ['花子', 'よし', 'とめ'].map((name) => emulator.person(name));
    if (!hana || !yoshi || !blocked) throw new Error('three people');
    await blocked.block();
    const to = [hana.id, hana.id, yoshi.id, blocked.id, UNKNOWN];
    expect((await post(MULTICAST, { to, messages: [text('1')] })).json).toEqual({});
    expect([hana, yoshi, blocked].map(({ messages }) => messages.length)).toEqual([1, 1, 0]);
    expect((await get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(2);
    expect(emulator.calls('multicast').at(-1)?.reached).toBe(2);
  });

  it('is sent to nobody if one id is malformed', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const { status, json } = await post(MULTICAST, { to: [hana.id, 'x'], messages: [text('1')] });
    expect(status).toBe(400);
    expect(json.message).toBe('The property, to[1], in the request body is invalid (line: -, column: -)');
    expect(hana.messages).toEqual([]);
  });

  it('is sent to nobody if one id is unknown, when the switch says so', async () => {
    const { emulator, post } = openChannel({ settings: { doesMulticastRefuseUnknown: true } });
    const hana = emulator.person('花子');
    expect((await post(MULTICAST, { to: [hana.id, UNKNOWN], messages: [text('1')] })).status).toBe(400);
    expect(hana.messages).toEqual([]);
  });

  it('takes 500 people and not 501', async () => {
    const { emulator, post } = openChannel();
    const ids = emulator.crowd(501);
    expect((await post(MULTICAST, { to: ids, messages: [text('1')] })).status).toBe(400);
    expect((await post(MULTICAST, { to: ids.slice(1), messages: [text('1')] })).status).toBe(200);
  });
});

describe('a broadcast', () => {
  it('reaches every friend, and nobody else', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const others = [
      emulator.person('a', { friendship: 'never-friend' }),
      emulator.person('b', { friendship: 'blocked' }),
      emulator.person('c', { isDeleted: true }),
    ];
    expect((await post(BROADCAST, { messages: [text('1')] })).status).toBe(200);
    expect(hana.messages).toEqual([text('1')]);
    expect(others.flatMap(({ messages }) => messages)).toEqual([]);
  });
});

describe('a profile', () => {
  it('is shown of friends and of who wrote, and of nobody else', async () => {
    const { emulator, get } = openChannel();
    const status = async (id: string) => (await get(`/v2/bot/profile/${id}`)).status;
    const hana = emulator.person('花子', { statusMessage: 'げんき' });
    expect((await get(`/v2/bot/profile/${hana.id}`)).json).toEqual({
      userId: hana.id,
      displayName: '花子',
      statusMessage: 'げんき',
    });
    const stranger = emulator.person('a', { friendship: 'never-friend' });
    expect(await status(stranger.id)).toBe(404);
    await stranger.say('あ');
    expect(await status(stranger.id)).toBe(200);
    await hana.block();
    expect(await status(hana.id)).toBe(404);
    expect(await status(emulator.person('b', { hasConsented: false }).id)).toBe(404);
    expect(await status(UNKNOWN)).toBe(404);
    expect(await status('nobody')).toBe(400);
  });
});

describe('followers', () => {
  it('are listed page by page, without those who blocked', async () => {
    const { emulator, get, pass } = openChannel();
    emulator.crowd(5);
    emulator.person('b', { friendship: 'blocked' });
    const first = (await get('/v2/bot/followers/ids?limit=3')).json;
    expect(first.userIds).toHaveLength(3);
    const second = (await get(`/v2/bot/followers/ids?limit=3&start=${first.next}`)).json;
    expect(second).toEqual({ userIds: [expect.any(String), expect.any(String)] });
    pass(DAY + 1);
    expect((await get(`/v2/bot/followers/ids?start=${first.next}`)).json.message).toBe('Invalid start param');
    expect((await get('/v2/bot/followers/ids?limit=1001')).status).toBe(400);
    emulator.world.change({ isVerified: false });
    expect((await get('/v2/bot/followers/ids')).status).toBe(403);
  });
});
