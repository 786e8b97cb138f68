import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/emulator';

/** An answer of the emulator, read. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly json: any;
  readonly headers: Headers;
}

/** A channel to test against: a clock that stands still until moved, and calls made as a bot makes them. */
export interface TestChannel {
  readonly emulator: Emulator;
  readonly pass: (milliseconds: number) => void;
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly call: (method: string, path: string, init?: RequestInit) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
}

/** 24 November 2026, ten in the morning in Tokyo. */
export const TEN = Date.UTC(2026, 10, 24, 1);

export const text = (words: string) => ({ type: 'text', text: words });

export const openChannel = (options: Partial<EmulatorOptions> = {}): TestChannel => {
  let now = TEN;
  const emulator = createEmulator({
    secret: 'test-secret',
    token: 'test-token',
    seed: 1,
    now: () => now,
    deliver: async () => new Response('OK'),
    ...options,
  });
  const call = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await emulator.fetch(`http://line.test${path}`, {
      ...init,
      method,
      headers: { authorization: 'Bearer test-token', ...init.headers },
    });
    const words = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      json: isJson && words !== '' ? JSON.parse(words) : words,
      headers: response.headers,
    };
  };
  return {
    emulator,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    call,
    get: (path) => call('GET', path),
    post: (path, body, headers = {}) =>
      call('POST', path, {
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};

/** The reply token of the last webhook that carried one. */
export const lastReplyToken = (emulator: Emulator): string => {
  const bodies = emulator.webhooks().map(({ requestBody }) => JSON.parse(requestBody));
  return bodies.flatMap(({ events }) => events).findLast(({ replyToken }) => replyToken).replyToken;
};

/** What the bot was sent, event by event. */
// biome-ignore lint/suspicious/noExplicitAny: events have every shape.
export const eventsOf = (emulator: Emulator): any[] =>
  emulator.webhooks().flatMap(({ requestBody }) => JSON.parse(requestBody).events);

export const PUSH = '/v2/bot/message/push';
export const REPLY = '/v2/bot/message/reply';
export const MULTICAST = '/v2/bot/message/multicast';
export const BROADCAST = '/v2/bot/message/broadcast';
