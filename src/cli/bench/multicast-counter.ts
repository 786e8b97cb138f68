import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for LINE that takes every multicast and counts whom it reached; it validates nothing. */
export interface MulticastCounter {
  readonly url: string;
  /** When each multicast came, in ms of `performance.now()`. */
  readonly at: readonly number[];
  /** How many copies each person got. */
  readonly copies: ReadonlyMap<string, number>;
  /** Calls that were no multicast. */
  readonly others: () => number;
  readonly close: () => void;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export const multicastCounter = async (): Promise<MulticastCounter> => {
  const at: number[] = [];
  const copies = new Map<string, number>();
  const keys = new Set<string>();
  let others = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const key = String(incoming.headers['x-line-retry-key']);
      const isMulticast = incoming.url?.endsWith('/multicast') && incoming.method === 'POST';
      if (!isMulticast) others += 1;
      if (isMulticast && !keys.has(key)) {
        keys.add(key);
        at.push(performance.now());
        const { to } = JSON.parse(Buffer.concat(parts).toString()) as { to: string[] };
        for (const person of to) copies.set(person, (copies.get(person) ?? 0) + 1);
      }
      const body = incoming.url?.endsWith('/consumption')
        ? '{"totalUsage":0}'
        : incoming.url?.endsWith('/quota')
          ? '{"type":"none"}'
          : '{}';
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    at,
    copies,
    others: () => others,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
