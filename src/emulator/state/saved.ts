import { z } from 'zod';
import { settings } from '../control/contract';
import { isFields } from '../json';
import type { Due } from './agenda';
import type { Audience } from './audiences';
import type { Chat } from './chats';
import type { Content } from './content';
import type { Coupon } from './coupons';
import type { GroupRecord } from './groups';
import type { Narrowcast, RichMenuBatch, RichMenuBulk } from './narrowcasts';
import type { PersonRecord } from './people';
import type { ReplyToken } from './reply-tokens';
import type { AcceptedCall } from './retry-keys';
import type { RichMenu } from './rich-menus';
import type { ManySent } from './sendings';
import type { IssuedToken } from './tokens';
import type { World } from './world';

/** A record that we wrote ourselves: looked at only as far as to notice a file of somebody else. */
const written = <T>(...fields: readonly (keyof T & string)[]) =>
  z.custom<T>((value) => isFields(value) && fields.every((field) => field in value));

const byId = <Value extends z.ZodType>(value: Value) => z.array(z.tuple([z.string(), value]));
const counts = byId(z.number());
const bytes = z.string().transform((words) => new Uint8Array(Buffer.from(words, 'base64')));

const saved = z.object({
  format: z.literal('line-emulator-state/1'),
  offset: z.number(),
  chance: z.number(),
  lastMessageId: z.number(),
  settings: settings.partial(),
  people: z.array(written<PersonRecord>('id', 'name', 'friendship')),
  groups: z.array(written<Omit<GroupRecord, 'members'>>('id', 'kind')),
  members: byId(z.array(z.string())),
  chats: z.array(written<Chat>('id', 'entries', 'added')),
  replyTokens: byId(written<ReplyToken>('chatId', 'happenedAt')),
  quoteTokens: byId(z.object({ chatId: z.string(), messageId: z.string() })),
  readTokens: byId(z.object({ chatId: z.string(), messageId: z.string() })),
  linkTokens: byId(z.object({ personId: z.string(), expiresAt: z.number() })),
  retryKeys: byId(written<AcceptedCall>('requestId', 'at', 'body')),
  contents: z.array(z.tuple([z.string(), written<Omit<Content, 'bytes'>>('contentType'), bytes])),
  menus: z.array(written<Omit<RichMenu, 'image'>>('id', 'asked')),
  menuImages: z.array(z.tuple([z.string(), z.string(), bytes])),
  menuAliases: byId(z.string()),
  menusByPerson: byId(z.string()),
  menuDefaults: z.array(z.object({ id: z.string().nullable(), since: z.number() })),
  batches: byId(written<RichMenuBatch>('requestId', 'operations')),
  bulks: byId(written<RichMenuBulk>('userIds')),
  lastAudience: z.number(),
  audiences: z.array(written<Omit<Audience, 'ids'>>('id', 'status', 'jobs')),
  audienceIds: z.array(z.tuple([z.number(), z.array(z.string())])),
  narrowcasts: byId(written<Narrowcast>('requestId', 'phase', 'recipients')),
  coupons: byId(written<Coupon>('id', 'asked')),
  sendings: byId(written<ManySent>('via', 'chatIds')),
  units: byId(counts),
  quotaByMonth: counts,
  quotaByDay: counts,
  quotaReserved: counts,
  tokens: byId(written<IssuedToken>('kind', 'expiresAt')),
  isLongLivedRevoked: z.boolean(),
  agenda: z.array(written<Due>('at', 'kind', 'about')),
});

const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');

/** All that outlives a restart, as JSON. Traffic, faults and rate limits do not. */
export const saveWorld = (world: World): z.input<typeof saved> => {
  const { richMenus, quota, audiences } = world;
  return {
    format: 'line-emulator-state/1',
    offset: world.clock.offset,
    chance: world.chance.state,
    lastMessageId: world.messageIds.last,
    settings: world.settings,
    people: [...world.people.all.values()],
    groups: [...world.groups.values()].map(({ members, ...group }) => group),
    members: [...world.groups.values()].map(({ id, members }) => [id, [...members]]),
    chats: [...world.chats.all.values()],
    replyTokens: [...world.replyTokens.all],
    quoteTokens: [...world.quoteTokens.all],
    readTokens: [...world.readTokens],
    linkTokens: [...world.linkTokens],
    retryKeys: [...world.retryKeys.all],
    contents: [...world.contents].map(([id, { bytes: content, ...rest }]) => [id, rest, base64(content)]),
    menus: [...richMenus.all.values()].map(({ image, ...menu }) => menu),
    menuImages: [...richMenus.all.values()].flatMap(({ id, image }) =>
      image ? [[id, image.contentType, base64(image.bytes)] satisfies [string, string, string]] : [],
    ),
    menuAliases: [...richMenus.aliases],
    menusByPerson: [...richMenus.byPerson],
    menuDefaults: richMenus.defaults.map(({ id = null, since }) => ({ id, since })),
    batches: [...world.richMenuBatches],
    bulks: [...world.richMenuBulks],
    lastAudience: audiences.lastId,
    audiences: [...audiences.all.values()].map(({ ids, ...audience }) => audience),
    audienceIds: [...audiences.all.values()].map(({ id, ids }) => [id, [...ids]]),
    narrowcasts: [...world.narrowcasts],
    coupons: [...world.coupons],
    sendings: [...world.sendings.all],
    units: [...world.units.byMonth].map(([month, names]) => [month, [...names]]),
    quotaByMonth: [...quota.byMonth],
    quotaByDay: [...quota.byDay],
    quotaReserved: [...quota.reserved],
    tokens: [...world.tokens.issued],
    isLongLivedRevoked: world.tokens.isLongLivedRevoked,
    agenda: [...world.agenda.all],
  };
};

const fill = <Key, Value>(map: Map<Key, Value>, entries: Iterable<readonly [Key, Value]>): void => {
  for (const [key, value] of entries) map.set(key, value);
};

/** Puts a saved state into a fresh world; settings that were given by hand stay. Throws a ZodError for another file. */
export const restoreWorld = (world: World, json: unknown, given: readonly string[]): void => {
  const state = saved.parse(json);
  world.clock.offset = state.offset;
  world.chance.state = state.chance;
  world.messageIds.last = state.lastMessageId;
  const kept = Object.entries(state.settings).filter(
    ([name, value]) => value !== undefined && !given.includes(name),
  );
  world.change(Object.fromEntries(kept));
  for (const person of state.people) world.people.add(person);
  const members = new Map(state.members);
  for (const group of state.groups) {
    world.groups.set(group.id, { ...group, members: new Set(members.get(group.id)) });
  }
  for (const chat of state.chats) world.chats.all.set(chat.id, chat);
  fill(world.replyTokens.all, state.replyTokens);
  fill(world.quoteTokens.all, state.quoteTokens);
  fill(world.readTokens, state.readTokens);
  fill(world.linkTokens, state.linkTokens);
  fill(world.retryKeys.all, state.retryKeys);
  for (const [id, rest, content] of state.contents) world.contents.set(id, { ...rest, bytes: content });
  for (const menu of state.menus) world.richMenus.all.set(menu.id, { ...menu });
  for (const [id, contentType, content] of state.menuImages) {
    const menu = world.richMenus.all.get(id);
    if (menu) menu.image = { contentType, bytes: content };
  }
  fill(world.richMenus.aliases, state.menuAliases);
  fill(world.richMenus.byPerson, state.menusByPerson);
  for (const { id, since } of state.menuDefaults) world.richMenus.setDefault(id ?? undefined, since);
  fill(world.richMenuBatches, state.batches);
  fill(world.richMenuBulks, state.bulks);
  world.audiences.lastId = state.lastAudience;
  const audienceIds = new Map(state.audienceIds);
  for (const audience of state.audiences) {
    world.audiences.all.set(audience.id, { ...audience, ids: new Set(audienceIds.get(audience.id)) });
  }
  fill(world.narrowcasts, state.narrowcasts);
  fill(world.coupons, state.coupons);
  fill(world.sendings.all, state.sendings);
  for (const [month, names] of state.units) world.units.byMonth.set(month, new Map(names));
  fill(world.quota.byMonth, state.quotaByMonth);
  fill(world.quota.byDay, state.quotaByDay);
  fill(world.quota.reserved, state.quotaReserved);
  fill(world.tokens.issued, state.tokens);
  world.tokens.isLongLivedRevoked = state.isLongLivedRevoked;
  for (const due of state.agenda) world.agenda.add(due);
};
