import { Hono } from 'hono';
import type { World } from '../state/world';
import type { Outbox } from '../webhooks/outbox';
import { accountLink } from './account-link';
import { audienceList } from './audience-list';
import { audiences } from './audiences';
import { type LineEnv, refuse } from './call';
import { chat } from './chat';
import { content } from './content';
import { coupons } from './coupons';
import { groups } from './groups';
import { insight } from './insight';
import { manyChats } from './many-chats';
import { narrowcast } from './narrowcast';
import { notOpen } from './not-open';
import { oneChat } from './one-chat';
import { people } from './people';
import { record } from './record';
import { richMenuAliases } from './rich-menu-aliases';
import { richMenuBatch } from './rich-menu-batch';
import { richMenuLinks } from './rich-menu-links';
import { richMenus } from './rich-menus';
import { statistics } from './statistics';
import { tokens } from './tokens';
import { validate } from './validate';
import { webhookSettings } from './webhook-settings';

const families = [
  oneChat,
  manyChats,
  narrowcast,
  validate,
  statistics,
  people,
  chat,
  content,
  // Before the menus themselves, because `list`, `alias` and `bulk` would be taken for a menu's id.
  richMenuAliases,
  richMenuLinks,
  richMenuBatch,
  richMenus,
  accountLink,
  groups,
  audiences,
  audienceList,
  insight,
  tokens,
  coupons,
  notOpen,
] as const;

/** All of LINE's paths, of both its hosts, at the root of one origin. */
export const lineApi = (world: World, outbox: Outbox): Hono<LineEnv> => {
  const api = new Hono<LineEnv>();
  api.use(record(world));
  for (const family of families) api.route('/', family(world));
  api.route('/', webhookSettings(world, outbox));
  // Mounted under another app a `notFound` of this one would never be asked.
  api.all('*', (c) => refuse(c, 404, 'Not found', { why: 'LINE has no such path.' }));
  return api;
};
