import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { magicIds } from '../../src/emulator/faults/magic';
import { eventsOf, MULTICAST, openChannel, PUSH, text } from './channel';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

describe('a webhook', () => {
  it('is signed over its very bytes and carries what LINE promises', async () => {
    const seen: { body: string; signature: string }[] = [];
    const { emulator } = openChannel({
      deliver: async (request) => {
        seen.push({ body: await request.text(), signature: request.headers.get('x-line-signature') ?? '' });
        return new Response('OK');
      },
    });
    const hana = emulator.person('花子');
    await hana.say('あ🍎');
    const [{ body, signature } = { body: '', signature: '' }] = seen;
    expect(createHmac('sha256', 'test-secret').update(Buffer.from(body)).digest('base64')).toBe(signature);
    const { destination, events } = JSON.parse(body);
    expect(destination).toMatch(/^U[0-9a-f]{32}$/);
    expect(events).toEqual([
      {
        type: 'message',
        mode: 'active',
        timestamp: emulator.world.now(),
        source: { type: 'user', userId: hana.id },
        webhookEventId: expect.stringMatching(ULID),
        deliveryContext: { isRedelivery: false },
        replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        message: {
          id: expect.stringMatching(/^\d{18}$/),
          type: 'text',
          text: 'あ🍎',
          quoteToken: expect.any(String),
          markAsReadToken: expect.any(String),
        },
      },
    ]);
  });

  it('comes twice, the same to the last letter, when it is duplicated', async () => {
    const { emulator } = openChannel();
    emulator.world.faults.add({ on: 'webhook', kind: 'duplicate', times: 1 });
    await emulator.person('花子').say('あ');
    const [first, second] = emulator.webhooks().map(({ requestBody }) => requestBody);
    expect(second).toBe(first);
    await emulator.person('花子').say('い');
    expect(emulator.webhooks()).toHaveLength(3);
  });

  it('comes after the next one when it is out of order', async () => {
    const { emulator } = openChannel();
    emulator.world.faults.add({ on: 'webhook', kind: 'out-of-order', times: 1 });
    await emulator.person('花子').say('いち');
    await emulator.person('花子').say('に');
    expect(eventsOf(emulator).map(({ message }) => message.text)).toEqual(['に', 'いち']);
  });

  it('carries several people’s events when it is batched', async () => {
    const { emulator } = openChannel();
    emulator.world.faults.add({ on: 'webhook', kind: 'batch', size: 2 });
    await emulator.person('花子').say('いち');
    expect(emulator.webhooks()).toHaveLength(0);
    await emulator.person('よし').say('に');
    expect(emulator.webhooks().map(({ name }) => name)).toEqual(['message,message']);
    expect(new Set(eventsOf(emulator).map(({ source }) => source.userId)).size).toBe(2);
  });

  it('comes late, and is waited for by idle', async () => {
    const waits: number[] = [];
    const { emulator } = openChannel({
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    emulator.world.faults.add({ on: 'webhook', kind: 'late', delay: 5_000, times: 1 });
    await emulator.person('花子').say('あ');
    await emulator.idle();
    expect(waits).toEqual([5_000]);
    expect(emulator.webhooks()).toHaveLength(1);
  });

  it('that is lost comes only by redelivery', async () => {
    const { emulator } = openChannel({ settings: { redelivery: [1] }, wait: async () => {} });
    emulator.world.faults.add({ on: 'webhook', kind: 'lost', times: 1 });
    await emulator.person('花子').say('あ');
    await emulator.idle();
    expect(eventsOf(emulator).map(({ deliveryContext }) => deliveryContext.isRedelivery)).toEqual([true]);
  });

  it('that is forged has a wrong signature', async () => {
    const { emulator } = openChannel();
    emulator.world.faults.add({ on: 'webhook', kind: 'forged', times: 1 });
    await emulator.person('花子').say('あ');
    const [entry] = emulator.webhooks();
    const right = createHmac('sha256', 'test-secret')
      .update(entry?.requestBody ?? '')
      .digest('base64');
    expect(entry?.requestHeaders['x-line-signature']).not.toBe(right);
  });

  it('is tried again with growing pauses while the bot fails, and not without the switch', async () => {
    for (const [redelivery, tries] of [
      [[1_000, 10_000, 60_000], 4],
      [[], 1],
    ] as const) {
      const waits: number[] = [];
      const { emulator } = openChannel({
        deliver: async () => new Response(null, { status: 500 }),
        settings: { redelivery: [...redelivery] },
        wait: async (milliseconds) => {
          waits.push(milliseconds);
        },
      });
      await emulator.person('花子').say('あ');
      await emulator.idle();
      expect(waits).toEqual(redelivery);
      expect(emulator.webhooks()).toHaveLength(tries);
      expect(emulator.webhooks()[0]?.why).toContain('error_status_code');
    }
  });

  it('that is not answered in time counts as timed out', async () => {
    const { emulator } = openChannel({
      deliver: () => new Promise(() => {}),
      settings: { webhookTimeout: 20 },
    });
    await emulator.person('花子').say('あ');
    expect(emulator.webhooks()[0]).toMatchObject({ status: null, verdict: 'failed' });
    expect(emulator.webhooks()[0]?.why).toContain('request_timeout');
  });

  it('of someone who never consented comes without her id', async () => {
    const { emulator } = openChannel();
    await emulator.person('花子', { hasConsented: false }).say('あ');
    expect(eventsOf(emulator)[0].source).toEqual({ type: 'user' });
  });
});

describe('sending', () => {
  it('fails as asked, as often as asked, at the endpoint asked', async () => {
    const { emulator, post } = openChannel();
    const { id } = emulator.person('花子');
    const push = async () => (await post(PUSH, { to: id, messages: [text('1')] })).status;
    for (const [kind, status] of [
      ['bad-request', 400],
      ['rate-limit', 429],
      ['monthly-limit', 429],
      ['server-error', 500],
    ] as const) {
      emulator.world.faults.add({ on: 'call', kind, endpoint: 'push', times: 2 });
      expect((await post(MULTICAST, { to: [id], messages: [text('1')] })).status).toBe(200);
      expect([await push(), await push(), await push()]).toEqual([status, status, 200]);
    }
    expect(emulator.calls('push').at(0)).toMatchObject({ faults: ['bad-request'], verdict: 'refused' });
  });

  it('that times out does nothing and never answers', async () => {
    const { emulator, call } = openChannel();
    const hana = emulator.person('花子');
    emulator.world.faults.add({ on: 'call', kind: 'time-out', times: 1 });
    const pushed = call('POST', PUSH, {
      body: JSON.stringify({ to: hana.id, messages: [text('1')] }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(20),
    });
    await expect(pushed).rejects.toThrow();
    await expect.poll(() => emulator.calls('push').length).toBe(1);
    expect(hana.messages).toEqual([]);
    expect(emulator.calls('push')[0]).toMatchObject({ status: null, verdict: 'failed' });
  });

  it('that is slow is done and answered late', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    emulator.world.faults.add({ on: 'call', kind: 'slow', delay: 30, times: 1 });
    const began = performance.now();
    expect((await post(PUSH, { to: hana.id, messages: [text('1')] })).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
    expect(hana.messages).toHaveLength(1);
  });

  it('fails by chance, the same way for the same seed', async () => {
    const run = async () => {
      const { emulator, post } = openChannel({ seed: 7 });
      const { id } = emulator.person('花子');
      emulator.world.faults.add({ on: 'call', kind: 'server-error', probability: 0.5 });
      const statuses = [];
      for (let i = 0; i < 20; i += 1) {
        statuses.push((await post(PUSH, { to: id, messages: [text('1')] })).status);
      }
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });

  it('fails for magic people, and in a multicast for all with them', async () => {
    const { emulator, post } = openChannel();
    const hana = emulator.person('花子');
    const statuses = [];
    for (const kind of ['bad-request', 'rate-limit', 'monthly-limit', 'server-error'] as const) {
      statuses.push((await post(PUSH, { to: magicIds[kind], messages: [text('1')] })).status);
    }
    expect(statuses).toEqual([400, 429, 429, 500]);
    const to = [hana.id, magicIds['server-error']];
    expect((await post(MULTICAST, { to, messages: [text('1')] })).status).toBe(500);
    expect(hana.messages).toEqual([]);
    const yoshi = emulator.person('よし', { magic: 'server-error' });
    expect((await post(PUSH, { to: yoshi.id, messages: [text('1')] })).status).toBe(500);
  });
});
