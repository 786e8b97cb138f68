import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { isLost } from './api/lost';
import type { Emulator } from './emulator';

/** An emulator that listens on 127.0.0.1. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Lets the emulator listen; 0 takes any free port. Rejects if the port is taken. */
export const serveEmulator = (emulator: Emulator, port: number): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: '127.0.0.1',
        port,
        overrideGlobalObjects: false,
        fetch: async (request, connection) => {
          const response = await emulator.app.fetch(request, connection);
          if (!isLost(response)) return response;
          connection.outgoing.destroy();
          return RESPONSE_ALREADY_SENT;
        },
      },
      (info: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
    );
    server.on('error', reject);
  });
