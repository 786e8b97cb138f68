import { describe, expect, it } from 'vitest';
import { eventsOf, lastReplyToken, openChannel, PUSH, REPLY, text } from './channel';

describe('a group', () => {
  it('invites the bot, speaks, edits, gains and loses people, and puts the bot out', async () => {
    const { emulator, post, get } = openChannel();
    const [hana, yoshi] = [emulator.person('花子'), emulator.person('よし')];
    const control = async (path: string, body: object = {}) => {
      const response = await emulator.app.request(`/__emulator${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const { id } = await control('/groups', { name: '体操の会', members: [hana.id] });
    expect(id).toMatch(/^C[0-9a-f]{32}$/);
    const { messageId } = await control(`/groups/${id}/say`, { personId: hana.id, text: 'あ' });
    expect(
      (await post(REPLY, { replyToken: lastReplyToken(emulator), messages: [text('はい')] })).status,
    ).toBe(200);
    await control(`/groups/${id}/edit`, { personId: hana.id, messageId, text: 'い' });
    await control(`/groups/${id}/members`, { join: [yoshi.id] });
    expect((await get(`/v2/bot/group/${id}/members/count`)).json).toEqual({ count: 2 });
    expect((await get(`/v2/bot/group/${id}/members/ids`)).json.memberIds).toEqual([hana.id, yoshi.id]);
    expect((await get(`/v2/bot/group/${id}/summary`)).json).toEqual({ groupId: id, groupName: '体操の会' });
    expect((await get(`/v2/bot/group/${id}/member/${yoshi.id}`)).json.displayName).toBe('よし');
    await post(PUSH, { to: id, messages: [text('みなさん')] });
    expect((await get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(2);
    await control(`/groups/${id}/members`, { leave: [yoshi.id] });
    await control(`/groups/${id}/leave`);
    expect(eventsOf(emulator).map(({ type, replyToken }) => [type, replyToken !== undefined])).toEqual([
      ['join', true],
      ['message', true],
      ['messageEdited', true],
      ['memberJoined', true],
      ['memberLeft', false],
      ['leave', false],
    ]);
    expect(eventsOf(emulator)[2].message).toMatchObject({ id: messageId, text: 'い' });
    expect((await post(PUSH, { to: id, messages: [text('1')] })).json.message).toBe(
      'Failed to send messages',
    );
  });
});

describe('other things that happen to an account', () => {
  it('reach the bot as LINE’s events: a film seen, a beacon, a link, a membership', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const control = async (path: string, body: object) =>
      (
        await emulator.app.request(`/__emulator/people/${hana.id}/${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
        })
      ).status;
    const video = {
      type: 'video',
      originalContentUrl: 'https://example.com/a.mp4',
      previewImageUrl: 'https://example.com/a.png',
      trackingId: 'film-1',
    };
    await post(PUSH, { to: hana.id, messages: [video] });
    expect(await control('video-played', { trackingId: 'other' })).toBe(409);
    expect(await control('video-played', { trackingId: 'film-1' })).toBe(200);
    expect(await control('beacon', {})).toBe(200);
    const { linkToken } = (await post(`/v2/bot/user/${hana.id}/linkToken`)).json;
    const nonce = 'a-nonce-of-ten-or-more';
    expect(await control('account-link', { linkToken, nonce })).toBe(200);
    expect(await control('account-link', { linkToken, nonce })).toBe(409);
    expect(await control('membership', { type: 'joined', membershipId: 7 })).toBe(200);
    expect(
      eventsOf(emulator).map(({ type, videoPlayComplete, beacon, link, membership }) => [
        type,
        videoPlayComplete ?? beacon ?? link ?? membership,
      ]),
    ).toEqual([
      ['videoPlayComplete', { trackingId: 'film-1' }],
      ['beacon', { hwid: 'd41d8cd98f', type: 'enter' }],
      ['accountLink', { result: 'ok', nonce }],
      ['membership', { type: 'joined', membershipId: 7 }],
    ]);
  });

  it('may be any event somebody writes by hand, completed and signed', async () => {
    const { emulator } = openChannel();
    const delivery = { type: 'delivery', delivery: { data: 'hash' } };
    await emulator.app.request('/__emulator/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events: [delivery, { type: 'botSuspended', mode: 'standby' }] }),
    });
    expect(eventsOf(emulator)).toEqual([
      { ...delivery, mode: 'active', ...common },
      { type: 'botSuspended', mode: 'standby', ...common },
    ]);
  });
});

const common = {
  timestamp: expect.any(Number),
  webhookEventId: expect.any(String),
  deliveryContext: { isRedelivery: false },
};

describe('the webhook’s address', () => {
  const PATH = '/v2/bot/channel/webhook';

  it('is set, read and tried by the bot itself', async () => {
    const { get, call, post, emulator } = openChannel();
    const put = (endpoint: string) =>
      call('PUT', `${PATH}/endpoint`, {
        body: JSON.stringify({ endpoint }),
        headers: { 'content-type': 'application/json' },
      });
    expect((await put('ftp://bot.example')).json).toEqual({ message: 'Invalid webhook endpoint URL' });
    expect((await put('https://bot.example/webhook')).json).toEqual({});
    expect((await get(`${PATH}/endpoint`)).json).toEqual({
      endpoint: 'https://bot.example/webhook',
      active: true,
    });
    expect((await post(`${PATH}/test`)).json).toMatchObject({ success: true, statusCode: 200, reason: 'OK' });
    expect(JSON.parse(emulator.webhooks('verify')[0]?.requestBody ?? '').events).toEqual([]);
  });

  it('that fails is said to fail, and why', async () => {
    const { post } = openChannel({ deliver: async () => new Response(null, { status: 404 }) });
    expect((await post(`${PATH}/test`)).json).toMatchObject({
      success: false,
      statusCode: 404,
      reason: 'ERROR_STATUS_CODE',
    });
  });

  it('is not there at first', async () => {
    const { get } = openChannel({ settings: { webhookUrl: null } });
    expect(await get(`${PATH}/endpoint`)).toMatchObject({
      status: 404,
      json: { message: 'Webhook endpoint not found' },
    });
  });
});

describe('insight', () => {
  it('tells of followers and deliveries on the next day, and of no few people’s looks', async () => {
    const { emulator, get, post, pass } = openChannel();
    emulator.person('花子', { friendship: 'blocked' });
    const [id] = emulator.crowd(2);
    await post(PUSH, { to: id, messages: [text('1')] });
    const { headers } = await post('/v2/bot/message/broadcast', { messages: [text('2')] });
    pass(24 * 3_600_000);
    expect((await get('/v2/bot/insight/followers?date=20261124')).json).toEqual({
      status: 'ready',
      followers: 3,
      targetedReaches: 2,
      blocks: 1,
    });
    expect((await get('/v2/bot/insight/message/delivery?date=20261124')).json).toMatchObject({
      apiPush: 1,
      apiBroadcast: 2,
    });
    expect((await get('/v2/bot/insight/followers?date=20261125')).json).toEqual({ status: 'unready' });
    expect((await get('/v2/bot/insight/demographic')).json).toEqual({ available: false });
    const requestId = headers.get('x-line-request-id');
    expect((await get(`/v2/bot/insight/message/event?requestId=${requestId}`)).json.overview).toMatchObject({
      delivered: 2,
      uniqueImpression: null,
    });
  });
});
