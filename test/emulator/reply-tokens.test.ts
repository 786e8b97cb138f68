import { describe, expect, it } from 'vitest';
import { eventsOf, lastReplyToken, openChannel, REPLY, text } from './channel';

const INVALID = { status: 400, json: { message: 'Invalid reply token' } };

describe('a reply token', () => {
  it('is 32 hexadecimal digits and answers the one who wrote', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    await hana.say('こんにちは');
    const replyToken = lastReplyToken(emulator);
    expect(replyToken).toMatch(/^[0-9a-f]{32}$/);
    const { status, json } = await post(REPLY, { replyToken, messages: [text('はい')] });
    expect(status).toBe(200);
    expect(json.sentMessages).toEqual([
      { id: expect.stringMatching(/^\d{18}$/), quoteToken: expect.any(String) },
    ]);
    expect(hana.answers).toEqual([text('はい')]);
  });

  it('works once', async () => {
    const { emulator, post } = openChannel();
    await emulator.person('花子').say('あ');
    const replyToken = lastReplyToken(emulator);
    await post(REPLY, { replyToken, messages: [text('1')] });
    expect(await post(REPLY, { replyToken, messages: [text('2')] })).toMatchObject(INVALID);
    expect(emulator.calls('reply').at(-1)?.why).toBe('The reply token is used.');
  });

  it('works for sixty seconds and no longer', async () => {
    for (const [age, status] of [
      [60_000, 200],
      [60_001, 400],
    ] as const) {
      const { emulator, post, pass } = openChannel();
      await emulator.person('花子').say('あ');
      pass(age);
      const answer = await post(REPLY, { replyToken: lastReplyToken(emulator), messages: [text('1')] });
      expect(answer.status).toBe(status);
    }
  });

  it('that nobody gave is invalid', async () => {
    const { post } = openChannel();
    expect(await post(REPLY, { replyToken: '0'.repeat(32), messages: [text('1')] })).toMatchObject(INVALID);
  });

  it('survives a bad message, unless the switch says otherwise', async () => {
    for (const doesBadReplySpendToken of [false, true]) {
      const { emulator, post } = openChannel({ settings: { doesBadReplySpendToken } });
      await emulator.person('花子').say('あ');
      const replyToken = lastReplyToken(emulator);
      expect((await post(REPLY, { replyToken, messages: [text('')] })).status).toBe(400);
      const { status } = await post(REPLY, { replyToken, messages: [text('1')] });
      expect(status).toBe(doesBadReplySpendToken ? 400 : 200);
    }
  });

  it('comes back with a redelivery, same token and id, and holds a minute from then', async () => {
    let isUp = false;
    const channel = openChannel({
      deliver: async () => new Response(null, { status: isUp ? 200 : 503 }),
      settings: { redelivery: [90_000] },
      wait: async (milliseconds) => {
        channel.pass(milliseconds);
        isUp = true;
      },
    });
    const { emulator, post } = channel;
    await emulator.person('花子').say('あ');
    await emulator.idle();
    const [first, second] = eventsOf(emulator);
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    expect((await post(REPLY, { replyToken: first.replyToken, messages: [text('1')] })).status).toBe(200);
  });

  it('of a redelivery is dead twenty minutes after the event', async () => {
    const channel = openChannel({
      deliver: async () => new Response(null, { status: 503 }),
      settings: { redelivery: [20 * 60_000 + 1] },
      wait: async (milliseconds) => channel.pass(milliseconds),
    });
    const { emulator, post } = channel;
    await emulator.person('花子').say('あ');
    await emulator.idle();
    const replyToken = lastReplyToken(emulator);
    expect(await post(REPLY, { replyToken, messages: [text('1')] })).toMatchObject(INVALID);
  });

  it('that was used stays used after a redelivery', async () => {
    let post: ReturnType<typeof openChannel>['post'];
    const statuses: number[] = [];
    const channel = openChannel({
      deliver: async (request) => {
        const { events } = JSON.parse(await request.text());
        const answer = await post(REPLY, { replyToken: events[0].replyToken, messages: [text('1')] });
        statuses.push(answer.status);
        return new Response(null, { status: 500 });
      },
      settings: { redelivery: [1_000] },
      wait: async () => {},
    });
    post = channel.post;
    await channel.emulator.person('花子').say('あ');
    await channel.emulator.idle();
    expect(statuses).toEqual([200, 400]);
  });

  it('is not given in standby', async () => {
    const { emulator } = openChannel();
    emulator.world.faults.add({ on: 'webhook', kind: 'standby', times: 1 });
    await emulator.person('花子').say('あ');
    const [event] = eventsOf(emulator);
    expect(event.mode).toBe('standby');
    expect(event).not.toHaveProperty('replyToken');
  });

  it('costs nothing of the month, and reaches nobody who blocked meanwhile', async () => {
    const { emulator, post, get } = openChannel({ settings: { quota: { type: 'limited', value: 0 } } });
    const hana = emulator.person('花子');
    await hana.say('あ');
    expect((await post(REPLY, { replyToken: lastReplyToken(emulator), messages: [text('1')] })).status).toBe(
      200,
    );
    expect((await get('/v2/bot/message/quota/consumption')).json).toEqual({ totalUsage: 0 });
    await hana.say('い');
    const replyToken = lastReplyToken(emulator);
    await hana.block();
    expect((await post(REPLY, { replyToken, messages: [text('2')] })).status).toBe(200);
    expect(hana.messages).toEqual([text('1')]);
  });
});
