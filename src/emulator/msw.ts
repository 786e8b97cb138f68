import { HttpResponse, http } from 'msw';
import type { Emulator } from './emulator';

const HOSTS = ['https://api.line.me/*', 'https://api-data.line.me/*'] as const;

/**
 * Handlers that bring calls for LINE's real hosts to an emulator in this process, so that a test can leave the bot's
 * base URLs as they are in production. A lost answer is a network error there too.
 */
export const lineHandlers = (emulator: Emulator) =>
  HOSTS.map((host) =>
    http.all(host, async ({ request }) => {
      try {
        return await emulator.fetch(request);
      } catch {
        return HttpResponse.error();
      }
    }),
  );
