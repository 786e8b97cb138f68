import { createHmac, randomUUID } from 'node:crypto';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for LINE that only says 200 and notes when each reply token arrived; it validates nothing. */
export interface ReplyCounter {
  readonly url: string;
  /** When each reply token was answered, in ms of `performance.now()`. */
  readonly repliedAt: ReadonlyMap<string, number>;
  readonly pushes: () => number;
  readonly close: () => void;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export const countReplies = async (): Promise<ReplyCounter> => {
  const repliedAt = new Map<string, number>();
  let pushes = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const token = /"replyToken":"([^"]+)"/.exec(Buffer.concat(parts).toString())?.[1];
      if (token) repliedAt.set(token, performance.now());
      else pushes += 1;
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"sentMessages":[{"id":"1"}]}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, repliedAt, pushes: () => pushes, close: () => server.close() };
};

/** What one run of load measured. Times are milliseconds. */
export interface Measured {
  readonly connections: number;
  readonly perSecond: number;
  /** Time until the 200, at the median and the 99th percentile. */
  readonly p50: number;
  readonly p99: number;
  readonly notOk: number;
}

/** Sends `count` requests over so many connections, each as soon as the one before it is answered. */
export const sendAll = async (
  url: URL,
  connections: number,
  count: number,
  make: (index: number) => { readonly body: string; readonly headers: Record<string, string> },
): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  let notOk = 0;
  const began = performance.now();
  const one = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const { body, headers } = make(index);
      const at = performance.now();
      if ((await post(agent, url, body, headers)) !== 200) notOk += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const took = performance.now() - began;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    connections,
    perSecond: (count / took) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    notOk,
  };
};

/** A quantile of sorted times. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

const post = (agent: Agent, url: URL, body: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (incoming) => {
        incoming.resume();
        incoming.on('end', () => resolve(incoming.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** A signed webhook with one message of one person. */
export const webhookOf = (
  secret: string,
  person: string,
  words: string,
): { readonly body: string; readonly headers: Record<string, string>; readonly replyToken: string } => {
  const replyToken = randomUUID().replaceAll('-', '');
  const body = JSON.stringify({
    destination: `U${'0'.repeat(32)}`,
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        source: { type: 'user', userId: person },
        webhookEventId: randomUUID(),
        deliveryContext: { isRedelivery: false },
        replyToken,
        message: { id: String(Date.now()), type: 'text', text: words, quoteToken: 'q' },
      },
    ],
  });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return { body, headers: { 'content-type': 'application/json', 'x-line-signature': signature }, replyToken };
};

/** The id of the n-th person of a load. */
export const personOf = (index: number): string => `U${index.toString(16).padStart(32, '0')}`;
