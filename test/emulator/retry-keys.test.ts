import { describe, expect, it } from 'vitest';
import { BROADCAST, MULTICAST, openChannel, PUSH, REPLY, text } from './channel';

const KEY = '123e4567-e89b-12d3-a456-426614174000';
const withKey = (key = KEY) => ({ 'X-Line-Retry-Key': key });

describe('a retry key', () => {
  it('that was accepted answers 409 with both request ids and the same sent messages, and sends nothing', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const body = { to: hana.id, messages: [text('1')] };
    const first = await post(PUSH, body, withKey());
    const second = await post(PUSH, body, withKey());
    expect(second.status).toBe(409);
    expect(second.json).toEqual({
      message: 'The retry key is already accepted',
      sentMessages: first.json.sentMessages,
    });
    expect(second.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
    expect(second.headers.get('x-line-request-id')).not.toBe(first.headers.get('x-line-request-id'));
    expect(hana.messages).toHaveLength(1);
  });

  it('is forgotten after 24 hours: the same call is then a new one', async () => {
    const { emulator, post, pass } = openChannel();
    const hana = emulator.person('花子');
    const body = { to: hana.id, messages: [text('1')] };
    await post(PUSH, body, withKey());
    pass(24 * 3_600_000 - 1);
    expect((await post(PUSH, body, withKey())).status).toBe(409);
    pass(1);
    expect((await post(PUSH, body, withKey())).status).toBe(200);
    expect(hana.messages).toHaveLength(2);
  });

  it('is not used up by a call that failed', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const { faults } = emulator.world;
    const body = { to: hana.id, messages: [text('1')] };
    expect((await post(PUSH, { ...body, messages: [text('')] }, withKey())).status).toBe(400);
    for (const kind of ['server-error', 'rate-limit'] as const) {
      faults.add({ on: 'call', kind, times: 1 });
      expect((await post(PUSH, body, withKey())).status).toBeGreaterThanOrEqual(429);
    }
    expect((await post(PUSH, body, withKey())).status).toBe(200);
    expect(hana.messages).toHaveLength(1);
  });

  it('is used up by a call whose answer was lost', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    emulator.world.faults.add({ on: 'call', kind: 'answer-lost', times: 1 });
    const body = { to: hana.id, messages: [text('1')] };
    await expect(post(PUSH, body, withKey())).rejects.toThrow(TypeError);
    expect((await post(PUSH, body, withKey())).status).toBe(409);
    expect(hana.messages).toHaveLength(1);
  });

  it('has to be a UUID', async () => {
    const { emulator, post } = openChannel();
    const body = { to: emulator.person('花子').id, messages: [text('1')] };
    expect((await post(PUSH, body, withKey('once'))).status).toBe(400);
  });

  it('is refused where nothing is sent twice: a reply, a profile', async () => {
    const { emulator, post, call } = openChannel();
    expect((await post(REPLY, { replyToken: 'a', messages: [text('1')] }, withKey())).status).toBe(400);
    const hana = emulator.person('花子');
    expect((await call('GET', `/v2/bot/profile/${hana.id}`, { headers: withKey() })).status).toBe(400);
  });

  it('counts on multicast and broadcast too, without sent messages', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    for (const [path, body, key] of [
      [MULTICAST, { to: [hana.id], messages: [text('1')] }, KEY],
      [BROADCAST, { messages: [text('2')] }, KEY.replace('0', '1').replace('1', '2')],
    ] as const) {
      expect((await post(path, body, withKey(key))).status).toBe(200);
      const again = await post(path, body, withKey(key));
      expect(again).toMatchObject({ status: 409, json: { message: 'The retry key is already accepted' } });
    }
    expect(hana.messages).toHaveLength(2);
  });

  it('with another body is still refused, and the traffic warns of it', async () => {
    const { emulator, post } = openChannel();
    const to = emulator.person('花子').id;
    await post(PUSH, { to, messages: [text('1')] }, withKey());
    expect((await post(PUSH, { to, messages: [text('2')] }, withKey())).status).toBe(409);
    expect(
      emulator
        .calls('push')
        .at(-1)
        ?.warnings.map(({ rule }) => rule),
    ).toContain('retry-key-reused');
  });

  it('holds for one endpoint alone if the switch says so', async () => {
    const { emulator, post } = openChannel({ settings: { isRetryKeyPerChannel: false } });
    const { id } = emulator.person('花子');
    await post(PUSH, { to: id, messages: [text('1')] }, withKey());
    expect((await post(MULTICAST, { to: [id], messages: [text('1')] }, withKey())).status).toBe(200);
  });

  it('costs a token of the rate limit at each retry', async () => {
    const { emulator, post } = openChannel({ settings: { rateFactor: 2 / 60 } });
    emulator.person('花子');
    const statuses = [];
    for (let i = 0; i < 3; i += 1) {
      statuses.push((await post(BROADCAST, { messages: [text('1')] }, withKey())).status);
    }
    expect(statuses).toEqual([200, 409, 429]);
  });
});
