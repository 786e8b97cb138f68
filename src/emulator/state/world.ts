import type { Settings } from '../control/contract';
import type { StreamEvent } from '../control/views';
import { Faults } from '../faults/faults';
import { Agenda } from './agenda';
import { Audiences } from './audiences';
import { BoundedMap } from './bounded-map';
import { Buckets } from './buckets';
import { Chance } from './chance';
import { Chats } from './chats';
import { Clock } from './clock';
import type { Content } from './content';
import type { Coupon } from './coupons';
import type { GroupRecord } from './groups';
import { MessageIds } from './ids';
import type { Narrowcast, RichMenuBatch, RichMenuBulk } from './narrowcasts';
import { People } from './people';
import { Quota } from './quota';
import { QuoteTokens } from './quote-tokens';
import { ReplyTokens } from './reply-tokens';
import { RetryKeys } from './retry-keys';
import { RichMenus } from './rich-menus';
import { Sendings } from './sendings';
import { defaultSettings } from './settings';
import { Tally } from './tally';
import { Tokens } from './tokens';
import { type TrafficLimit, TrafficLog } from './traffic';
import { Units } from './units';

/** The channel that the emulator plays: one bot, its secret and its long-lived access token. */
export interface Channel {
  readonly id: string;
  readonly secret: string;
  readonly accessToken: string;
  readonly botUserId: string;
  readonly basicId: string;
  displayName: string;
}

/** What a world is made of. */
export interface WorldOptions {
  readonly channel: Channel;
  /** ms since 1970. */
  readonly now: () => number;
  readonly seed: number;
  readonly settings: Partial<Settings>;
  readonly traffic: TrafficLimit;
  /** Entries a chat keeps. */
  readonly chatLimit: number;
}

/** Everything the emulator remembers. */
export class World {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly messageIds = new MessageIds();
  settings: Settings;
  readonly people = new People();
  readonly groups = new Map<string, GroupRecord>();
  readonly chats: Chats;
  readonly replyTokens = new ReplyTokens();
  readonly quoteTokens = new QuoteTokens();
  /** Which message a markAsReadToken of a webhook stands for; they never expire. */
  readonly readTokens = new BoundedMap<string, { readonly chatId: string; readonly messageId: string }>(
    200_000,
  );
  /** Files by the id of the message that brought them. */
  readonly contents = new BoundedMap<string, Content>(1_000);
  /** Tokens for linking accounts, by the token; once, for ten minutes. */
  readonly linkTokens = new BoundedMap<string, { readonly personId: string; readonly expiresAt: number }>(
    10_000,
  );
  readonly retryKeys = new RetryKeys();
  readonly richMenus = new RichMenus();
  readonly richMenuBatches = new Map<string, RichMenuBatch>();
  readonly richMenuBulks = new Map<string, RichMenuBulk>();
  readonly audiences = new Audiences();
  /** By request id, as everything that LINE does later. */
  readonly narrowcasts = new BoundedMap<string, Narrowcast>(200);
  readonly coupons = new Map<string, Coupon>();
  readonly sendings = new Sendings();
  readonly units = new Units();
  readonly agenda: Agenda;
  readonly buckets = new Buckets();
  readonly quota = new Quota();
  readonly tally = new Tally();
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly traffic: TrafficLog;
  private readonly listeners = new Set<(event: StreamEvent) => void>();

  constructor(options: WorldOptions) {
    this.channel = options.channel;
    this.clock = new Clock(options.now);
    this.agenda = new Agenda(() => this.now());
    this.chance = new Chance(options.seed);
    this.settings = { ...defaultSettings, ...options.settings };
    this.tokens = new Tokens(options.channel.accessToken, this.chance);
    this.chats = new Chats(options.chatLimit, (personId) => this.tell({ type: 'phone', personId }));
    this.faults = new Faults(this.chance, () => this.tell({ type: 'faults' }));
    this.traffic = new TrafficLog(options.traffic, (entry) => this.tell({ type: 'traffic', entry }));
  }

  now(): number {
    return this.clock.now();
  }

  /** Calls back at everything that happens, until the returned function is called. */
  listen(listener: (event: StreamEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: StreamEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    this.tell({ type: 'settings' });
  }

  /** Forgets everything that happened; settings, channel and clock stay. */
  reset(): void {
    this.people.clear();
    this.richMenus.clear();
    this.buckets.clear();
    this.tally.clear();
    this.traffic.clear();
    this.tokens.issued.clear();
    this.tokens.isLongLivedRevoked = false;
    this.faults.clear();
    this.agenda.clear();
    for (const part of [
      this.groups,
      this.chats.all,
      this.replyTokens.all,
      this.quoteTokens.all,
      this.readTokens,
      this.linkTokens,
      this.contents,
      this.retryKeys.all,
      this.richMenuBatches,
      this.richMenuBulks,
      this.audiences.all,
      this.narrowcasts,
      this.coupons,
      this.sendings.all,
      this.units.byMonth,
      this.quota.byMonth,
      this.quota.byDay,
      this.quota.reserved,
    ]) {
      part.clear();
    }
  }
}
