import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { TestConsole } from './console';

/** A console that a real browser can open, at http://localhost, which browsers trust as they trust https. */
export const serveConsole = (
  office: TestConsole,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> =>
  new Promise((resolve) => {
    const server = serve(
      { hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false, fetch: office.app.fetch },
      ({ port }: AddressInfo) =>
        resolve({
          url: `http://localhost:${port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
    );
  });
