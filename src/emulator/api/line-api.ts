import { Hono } from 'hono';
import type { World } from '../state/world';
import { type LineEnv, refuse } from './call';
import { chat } from './chat';
import { oneChat } from './one-chat';
import { people } from './people';
import { record } from './record';

/** All of LINE's paths, of both its hosts, at the root of one origin. */
export const lineApi = (world: World): Hono<LineEnv> => {
  const api = new Hono<LineEnv>();
  api.use(record(world));
  for (const family of [oneChat, people, chat]) api.route('/', family(world));
  // Mounted under another app a `notFound` of this one would never be asked.
  api.all('*', (c) => refuse(c, 404, 'Not found', { why: 'LINE has no such path.' }));
  return api;
};
