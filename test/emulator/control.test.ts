import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator';

/** An emulator whose bot answers every text with two buttons, spoken to over its control API alone. */
const open = () => {
  let now = Date.UTC(2026, 10, 24, 1);
  const emulator = createEmulator({
    secret: 's',
    token: 't',
    seed: 1,
    now: () => now,
    deliver: async (request) => {
      const { events } = JSON.parse(await request.text());
      for (const { replyToken, type } of events) {
        if (!replyToken || type === 'follow') continue;
        const action = { type: 'postback', label: 'はい', data: 'yes', displayText: 'はい' };
        const date = {
          type: 'datetimepicker',
          label: '日を選ぶ',
          data: 'day',
          mode: 'date',
          min: '2026-12-01',
        };
        await emulator.fetch('https://api.line.me/v2/bot/message/reply', {
          method: 'POST',
          headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
          body: JSON.stringify({
            replyToken,
            messages: [
              {
                type: 'text',
                text: 'いいですか',
                quickReply: { items: [action, date].map((one) => ({ type: 'action', action: one })) },
              },
            ],
          }),
        });
      }
      return new Response('OK');
    },
  });
  const ask = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
    const response = await emulator.app.request(`/__emulator${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  return { emulator, ask, pass: (ms: number) => (now += ms) };
};

describe('the control API', () => {
  it('adds a person who chats, sees the small buttons and taps one', async () => {
    const { ask, emulator } = open();
    const { status, json: hana } = await ask('/people', { name: '花子' });
    expect(status).toBe(201);
    await ask(`/people/${hana.id}/say`, { text: 'こんにちは' });
    const { json: phone } = await ask(`/people/${hana.id}/phone`);
    expect(phone.entries.map(({ from }: { from: string }) => from)).toEqual(['person', 'bot']);
    expect(phone.quickReply.items).toHaveLength(2);
    expect((await ask(`/people/${hana.id}/tap`, { label: 'はい' })).json).toEqual({ did: 'postback' });
    const bodies = emulator.webhooks('postback').map(({ requestBody }) => JSON.parse(requestBody));
    expect(bodies[0].events[0].postback).toEqual({ data: 'yes' });
  });

  it('asks for a date, refuses one outside of the picker and sends a fitting one', async () => {
    const { ask, emulator } = open();
    await ask('/people', { name: '花子' });
    await ask('/people/花子/say', { text: 'あ' });
    expect((await ask('/people/花子/tap', { label: '日を選ぶ' })).json).toEqual({
      did: 'ask-date',
      mode: 'date',
      min: '2026-12-01',
    });
    expect((await ask('/people/花子/tap', { label: '日を選ぶ', picked: '2026-11-30' })).json.did).toBe(
      'nothing',
    );
    expect((await ask('/people/花子/tap', { label: '日を選ぶ', picked: '2026-12-10' })).json.did).toBe(
      'postback',
    );
    const [sent] = emulator.webhooks('postback').map(({ requestBody }) => JSON.parse(requestBody).events[0]);
    expect(sent.postback).toEqual({ data: 'day', params: { date: '2026-12-10' } });
  });

  it('says what was wrong with a request, and who is not there', async () => {
    const { ask } = open();
    expect((await ask('/people', { name: '' })).status).toBe(400);
    expect((await ask('/people/nobody/say', { text: 'a' })).status).toBe(404);
    await ask('/people', { name: '花子' });
    expect((await ask('/people/花子/say', { text: '' })).status).toBe(400);
    expect((await ask('/people/花子/tap', { label: 'ない' })).status).toBe(409);
    expect((await ask('/people/花子/fly', {})).status).toBe(404);
    expect((await ask('/no-such-thing')).status).toBe(404);
  });

  it('moves the clock, sets faults, and lists what was received', async () => {
    const { ask } = open();
    const { json: before } = await ask('/clock');
    expect((await ask('/clock', { advance: 60_000 })).json.now).toBe(before.now + 60_000);
    const { json: fault } = await ask('/faults', {
      on: 'call',
      kind: 'server-error',
      endpoint: 'reply',
      times: 1,
    });
    expect(fault).toMatchObject({ kind: 'server-error', hits: 0 });
    await ask('/people', { name: '花子' });
    await ask('/people/花子/say', { text: 'あ' });
    expect((await ask('/faults')).json.faults).toEqual([]);
    const { json: refused } = await ask('/received?kind=call&verdict=failed');
    expect(refused.entries).toHaveLength(1);
    expect(refused.entries[0]).toMatchObject({ name: 'reply', status: 500, faults: ['server-error'] });
    expect((await ask(`/received/${refused.entries[0].seq}`)).json.name).toBe('reply');
  });

  it('keeps a session and plays it again with the same people and pauses', async () => {
    const { ask, emulator, pass } = open();
    await ask('/people', { name: '花子' });
    await ask('/people/花子/say', { text: 'いち' });
    pass(3_600_000);
    await ask('/people/花子/tap', { label: 'はい' });
    const { json: session } = await ask('/session');
    await ask('/reset', {});
    expect((await ask('/state')).json.people).toEqual([]);
    const before = emulator.world.now();
    expect((await ask('/session/replay', session)).json).toEqual({ played: 2, failed: [] });
    expect(emulator.world.now() - before).toBe(3_600_000);
    expect(emulator.person('花子').messages).toHaveLength(2);
  });

  it('streams what happens', async () => {
    const { ask, emulator } = open();
    await ask('/people', { name: '花子' });
    const response = await emulator.app.request('/__emulator/stream');
    const reader = response.body?.getReader();
    await reader?.read();
    await ask('/people/花子/say', { text: 'あ' });
    let heard = '';
    while (!heard.includes('"traffic"')) heard += new TextDecoder().decode((await reader?.read())?.value);
    expect(heard).toContain('"type":"phone"');
    await reader?.cancel();
  });

  it('is closed to pages of other origins', async () => {
    const { emulator } = open();
    const response = await emulator.app.request('http://127.0.0.1:8788/__emulator/reset', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
  });
});
