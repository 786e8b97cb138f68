import { describe, expect, it } from 'vitest';
import { serveEmulator } from '../../src/emulator/serve';
import { openChannel, PUSH, text } from './channel';

describe('a call', () => {
  it('without the channel’s token is refused with 401 in LINE’s words', async () => {
    const { emulator, call } = openChannel();
    for (const authorization of ['', 'Bearer wrong', 'test-token', 'Basic test-token']) {
      const { status, json } = await call('GET', '/v2/bot/info', { headers: { authorization } });
      expect(status).toBe(401);
      expect(json.message).toBe(
        'Authentication failed. Confirm that the access token in the authorization header is valid.',
      );
    }
    expect(emulator.calls('bot-info').map(({ verdict }) => verdict)).not.toContain('accepted');
  });

  it('always has a request id of its own', async () => {
    const { get } = openChannel();
    const ids = [];
    for (const path of ['/v2/bot/info', '/v2/bot/info', '/nowhere']) {
      ids.push((await get(path)).headers.get('x-line-request-id'));
    }
    expect(new Set(ids).size).toBe(3);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('to a path LINE does not have is answered 404', async () => {
    const { get, post } = openChannel();
    expect(await get('/v2/bot/nothing')).toMatchObject({ status: 404, json: { message: 'Not found' } });
    expect((await get(PUSH)).status).toBe(404);
    expect((await post('/v2/bot/message/push/')).status).toBe(404);
  });

  it('with another content type is refused', async () => {
    const { call } = openChannel();
    const { status, json } = await call('POST', PUSH, {
      body: 'to=U',
      headers: { 'content-type': 'text/plain' },
    });
    expect([status, json.message]).toEqual([415, 'The content type, text/plain, is not supported']);
  });

  it('whose body is no JSON is told where it broke', async () => {
    const { call } = openChannel();
    const headers = { 'content-type': 'application/json' };
    for (const [body, place] of [
      ['{"to":', 'line: 1, column: 7'],
      ['{\n  "to": x}', 'line: 2, column: 9'],
    ] as const) {
      const { status, json } = await call('POST', PUSH, { body, headers });
      expect(status).toBe(400);
      expect(json.message).toBe(`The request body could not be parsed as JSON (${place})`);
    }
  });

  it('of more than two megabytes is refused', async () => {
    const { call, emulator } = openChannel();
    const { id } = emulator.person('花子');
    const bodyOf = (size: number) => {
      const body = JSON.stringify({ to: id, messages: [text('1')] });
      return `${body.slice(0, -1)}${' '.repeat(size - body.length)}}`;
    };
    const headers = { 'content-type': 'application/json' };
    expect((await call('POST', PUSH, { body: bodyOf(2_000_000), headers })).status).toBe(200);
    expect((await call('POST', PUSH, { body: bodyOf(2_000_001), headers })).status).toBe(413);
  });

  it('breaks a limit: the answer names every property, and the traffic says it in plain words', async () => {
    const { emulator, post } = openChannel();
    const { id } = emulator.person('花子');
    const { status, json } = await post(PUSH, { to: id, messages: [text(''), text('あ'.repeat(5001))] });
    expect(status).toBe(400);
    expect(json).toEqual({
      message: 'The request body has 2 error(s)',
      details: [
        { message: 'May not be empty', property: 'messages[0].text' },
        { message: 'Length must be between 0 and 5000', property: 'messages[1].text' },
      ],
    });
    expect(emulator.calls('push').at(-1)).toMatchObject({ verdict: 'refused', details: json.details });
    expect(emulator.calls('push').at(-1)?.why).toContain('messages[1].text');
    expect((await post(PUSH, { to: id, messages: [text('あ'.repeat(5000))] })).status).toBe(200);
  });

  it('names a fault inside Flex by its path in the contents', async () => {
    const { emulator, post } = openChannel();
    const bubble = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: '' }] },
    };
    const { json } = await post(PUSH, {
      to: emulator.person('花子').id,
      messages: [{ type: 'flex', altText: 'a', contents: bubble }],
    });
    expect(json.message).toBe('A message (messages[0]) in the request body is invalid');
    expect(json.details[0].property).toBe('/body/contents/0/text');
  });

  it('refuses a message of a type that LINE does not know', async () => {
    const { emulator, post } = openChannel();
    const { id } = emulator.person('花子');
    expect((await post(PUSH, { to: id, messages: [{ type: 'nonsense' }] })).status).toBe(400);
  });

  it('can be tried on validate, which sends nothing and counts nothing', async () => {
    const { emulator, post, get } = openChannel();
    emulator.person('花子');
    for (const way of ['reply', 'push', 'multicast', 'narrowcast', 'broadcast']) {
      const path = `/v2/bot/message/validate/${way}`;
      expect(await post(path, { messages: [text('1')] })).toMatchObject({ status: 200, json: {} });
      expect((await post(path, { messages: [] })).status).toBe(400);
    }
    expect((await get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(0);
  });
});

describe('over a real connection', () => {
  it('a POST without a body and its length is answered 411, and a lost answer breaks the connection', async () => {
    const { emulator } = openChannel();
    const { url, close } = await serveEmulator(emulator, 0);
    try {
      const headers = { authorization: 'Bearer test-token', 'content-type': 'application/json' };
      const { id } = emulator.person('花子');
      emulator.world.faults.add({ on: 'call', kind: 'answer-lost', times: 1 });
      const push = () =>
        fetch(`${url}${PUSH}`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ to: id, messages: [text('1')] }),
        });
      await expect(push()).rejects.toThrow(TypeError);
      expect(emulator.person('花子').messages).toHaveLength(1);
      expect((await push()).status).toBe(200);
      expect(
        await rawStatus(url, `POST ${PUSH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer test-token\r\n\r\n`),
      ).toBe(411);
    } finally {
      await close();
    }
  });
});

/** Sends words over a bare socket, because `fetch` always names a length. */
const rawStatus = async (url: string, words: string): Promise<number> => {
  const { connect } = await import('node:net');
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(words);
  const [first] = await new Promise<string[]>((resolve) => {
    socket.once('data', (data) => resolve(String(data).split('\r\n')));
  });
  socket.destroy();
  return Number(first?.split(' ')[1]);
};
