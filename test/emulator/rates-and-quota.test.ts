import { describe, expect, it } from 'vitest';
import { BROADCAST, MULTICAST, openChannel, PUSH, text } from './channel';

const TOO_FAST = { message: 'The API rate limit has been exceeded. Try again later.' };
const SPENT = { message: 'You have reached your monthly limit.' };

describe('a rate limit', () => {
  it('lets a full bucket through and then refuses, without saying when to come back', async () => {
    const { post } = openChannel();
    for (let i = 0; i < 60; i += 1) {
      expect((await post(BROADCAST, { messages: [text('1')] })).status).toBe(200);
    }
    const { status, json, headers } = await post(BROADCAST, { messages: [text('1')] });
    expect([status, json]).toEqual([429, TOO_FAST]);
    expect(headers.get('retry-after')).toBeNull();
  });

  it('fills evenly: a minute gives one of sixty an hour', async () => {
    const { post, pass } = openChannel();
    const send = async () => (await post(BROADCAST, { messages: [text('1')] })).status;
    for (let i = 0; i < 60; i += 1) await send();
    expect(await send()).toBe(429);
    pass(59_000);
    expect(await send()).toBe(429);
    pass(1_000);
    expect(await send()).toBe(200);
    expect(await send()).toBe(429);
  });

  it('of one endpoint does not hold another up', async () => {
    const { emulator, post, get } = openChannel();
    const { id } = emulator.person('花子');
    for (let i = 0; i < 11; i += 1) await get('/v2/bot/richmenu/list');
    expect((await get('/v2/bot/richmenu/list')).status).toBe(429);
    expect((await post(PUSH, { to: id, messages: [text('1')] })).status).toBe(200);
  });

  it('goes faster by a factor, and not at all with 0', async () => {
    for (const [rateFactor, last] of [
      [2, 200],
      [0, 200],
      [1, 429],
    ] as const) {
      const { get } = openChannel({ settings: { rateFactor } });
      let status = 0;
      for (let i = 0; i < 12; i += 1) status = (await get('/v2/bot/richmenu/list')).status;
      expect(status).toBe(last);
    }
  });
});

describe('the monthly quota', () => {
  it('counts people reached, not messages, and refuses a send that goes beyond it as a whole', async () => {
    const { emulator, post, get } = openChannel({ settings: { quota: { type: 'limited', value: 3 } } });
    const ids = emulator.crowd(4);
    expect((await get('/v2/bot/message/quota')).json).toEqual({ type: 'limited', value: 3 });
    expect((await post(PUSH, { to: ids[0], messages: [text('1'), text('2')] })).status).toBe(200);
    expect((await get('/v2/bot/message/quota/consumption')).json).toEqual({ totalUsage: 1 });
    expect(await post(MULTICAST, { to: ids, messages: [text('3')] })).toMatchObject({
      status: 429,
      json: SPENT,
    });
    expect((await get('/v2/bot/message/quota/consumption')).json).toEqual({ totalUsage: 1 });
    expect((await post(MULTICAST, { to: ids.slice(0, 2), messages: [text('3')] })).status).toBe(200);
    expect(await post(PUSH, { to: ids[0], messages: [text('4')] })).toMatchObject({
      status: 429,
      json: SPENT,
    });
  });

  it('begins anew with the month in Tokyo', async () => {
    const { emulator, post, pass } = openChannel({ settings: { quota: { type: 'limited', value: 1 } } });
    const { id } = emulator.person('花子');
    const push = async () => (await post(PUSH, { to: id, messages: [text('1')] })).status;
    expect([await push(), await push()]).toEqual([200, 429]);
    // 30 November, 23:59 in Tokyo, and a minute later.
    pass(Date.UTC(2026, 10, 30, 14, 59) - emulator.world.now());
    expect(await push()).toBe(429);
    pass(60_000);
    expect(await push()).toBe(200);
  });

  it('of a municipality may have no limit', async () => {
    const { get } = openChannel();
    expect((await get('/v2/bot/message/quota')).json).toEqual({ type: 'none' });
  });

  it('tells of each way of sending on the next day', async () => {
    const { emulator, post, get, pass } = openChannel();
    const ids = emulator.crowd(3);
    await post(MULTICAST, { to: ids, messages: [text('1')] });
    const of = async (date: string) => (await get(`/v2/bot/message/delivery/multicast?date=${date}`)).json;
    expect(await of('20261124')).toEqual({ status: 'unready' });
    pass(24 * 3_600_000);
    expect(await of('20261124')).toEqual({ status: 'ready', success: 3 });
    expect((await of('20261399')).message).toBe("The value for the 'date' parameter is invalid");
  });

  it('keeps names of aggregation units, one a send', async () => {
    const { emulator, post, get } = openChannel();
    const { id } = emulator.person('花子');
    const push = (customAggregationUnits: string[]) =>
      post(PUSH, { to: id, messages: [text('1')], customAggregationUnits });
    expect((await push(['class_reminder'])).status).toBe(200);
    expect((await push(['a', 'b'])).status).toBe(400);
    expect((await push(['no-dash'])).status).toBe(400);
    expect((await get('/v2/bot/message/aggregation/info')).json).toEqual({ numOfCustomAggregationUnits: 1 });
    expect((await get('/v2/bot/message/aggregation/list')).json).toEqual({
      customAggregationUnits: ['class_reminder'],
    });
  });
});

describe('a broadcast to 100,000 people', () => {
  it('is 200 multicasts, and the tally knows who got what how often in little room', async () => {
    const { emulator, post } = openChannel({ settings: { rateFactor: 0 } });
    const ids = emulator.crowd(100_000);
    for (let i = 0; i < ids.length; i += 500) {
      expect((await post(MULTICAST, { to: ids.slice(i, i + 500), messages: [text('あす')] })).status).toBe(
        200,
      );
    }
    const { tally } = emulator.world;
    const [content = ''] = tally.contents();
    expect(tally.of(content).size).toBe(100_000);
    expect(tally.doubled()).toEqual([]);
    await post(MULTICAST, { to: ids.slice(0, 2), messages: [text('あす')] });
    expect(tally.doubled()).toEqual(ids.slice(0, 2).map((personId) => ({ personId, content, times: 2 })));
  });
});
