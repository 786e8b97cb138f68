import { Hono } from 'hono';
import { addPerson } from './add-person';
import type { LineEnv } from './api/call';
import { lineApi } from './api/line-api';
import { isLost } from './api/lost';
import { CONTROL, type NewPerson, type Settings } from './control/contract';
import { control } from './control/routes';
import type { Traffic } from './control/views';
import type { Place } from './page/places';
import { pageRoutes } from './page/routes';
import { Phone } from './phone/phone';
import { phoneView } from './phone/view';
import { TRAFFIC_LIMIT, type TrafficLimit } from './state/traffic';
import { World } from './state/world';
import type { Deliver } from './webhooks/deliver';
import { Outbox } from './webhooks/outbox';

/** How an emulator is set up; everything but secret and token has a default. */
export interface EmulatorOptions {
  /** Channel secret: webhooks are signed with it. */
  readonly secret: string;
  /** The long-lived channel access token. */
  readonly token: string;
  readonly channelId?: string;
  readonly displayName?: string;
  /** ms since 1970. */
  readonly now?: () => number;
  /** Where webhooks go; or give `deliver` to hand them to the bot's own handler. */
  readonly webhookUrl?: string;
  readonly deliver?: Deliver;
  /** Waits before redeliveries and late webhooks. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** The same seed makes the same ids and the same faults by chance. */
  readonly seed?: number;
  readonly settings?: Partial<Settings>;
  readonly traffic?: TrafficLimit;
  readonly chatLimit?: number;
  /** What the page's location sender offers. */
  readonly places?: readonly Place[];
}

/** A LINE platform in this very process. */
export interface Emulator {
  readonly world: World;
  readonly outbox: Outbox;
  readonly app: Hono<LineEnv>;
  /** Takes a call for LINE as `fetch` would, whatever its host; rejects where the connection would break. */
  readonly fetch: typeof fetch;
  /** The person of that name; made a friend who never wrote if there is none. */
  readonly person: (name: string, more?: Omit<NewPerson, 'name'>) => Phone;
  /** Adds so many friends named by number, for load; returns their ids. */
  readonly crowd: (count: number) => readonly string[];
  /** Every call and webhook that is kept, oldest first. */
  readonly received: readonly Traffic[];
  readonly calls: (name?: string) => readonly Traffic[];
  readonly webhooks: (name?: string) => readonly Traffic[];
  /** Forgets everything but settings and channel. */
  readonly reset: () => void;
  /** Resolves when no webhook or redelivery is under way. */
  readonly idle: () => Promise<void>;
}

/** Where webhooks seem to go when a test takes them itself. */
const IN_PROCESS = 'http://bot.test/webhook';

/** Makes a LINE platform in memory. */
export const createEmulator = (options: EmulatorOptions): Emulator => {
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const webhookUrl = options.webhookUrl ?? (options.deliver ? IN_PROCESS : null);
  const world = new World({
    channel: {
      id: options.channelId ?? '1234567890',
      secret: options.secret,
      accessToken: options.token,
      botUserId: `U${'b07'.repeat(11).slice(0, 32)}`,
      basicId: '@emulator',
      displayName: options.displayName ?? 'Emulator',
    },
    now: options.now ?? Date.now,
    seed,
    settings: { webhookUrl, ...options.settings },
    traffic: options.traffic ?? TRAFFIC_LIMIT,
    chatLimit: options.chatLimit ?? 1_000,
  });
  const outbox = new Outbox(world, options.deliver ?? ((request) => fetch(request)), options.wait ?? pause);
  const stage = { world, outbox };
  const phones = new Map<string, Phone>();
  const reset = (): void => {
    world.reset();
    phones.clear();
  };
  const page = pageRoutes({
    account: () => world.channel.displayName,
    phone: (id) => {
      const found = world.people.get(id);
      return found && phoneView(world, found);
    },
    now: () => world.now(),
    places: options.places ?? [],
  });
  const app = new Hono<LineEnv>()
    .route('/', page)
    .route(CONTROL, control(stage, reset))
    .route('/', lineApi(world, outbox));

  const person = (name: string, more: Omit<NewPerson, 'name'> = {}): Phone => {
    const record = world.people.named(name) ?? addPerson(world, { name, ...more });
    const phone = phones.get(record.id) ?? new Phone(stage, record);
    phones.set(record.id, phone);
    return phone;
  };

  return {
    world,
    outbox,
    app,
    fetch: (input, init) => call(app, new Request(input, init)),
    person,
    crowd: (count) =>
      Array.from({ length: count }, (_, index) => addPerson(world, { name: `Friend ${index + 1}` }).id),
    get received() {
      return world.traffic.all();
    },
    calls: (name) => world.traffic.all().filter((entry) => isOf(entry, 'call', name)),
    webhooks: (name) => world.traffic.all().filter((entry) => isOf(entry, 'webhook', name)),
    reset,
    idle: () => outbox.idle(),
  };
};

const isOf = (entry: Traffic, kind: Traffic['kind'], name: string | undefined): boolean =>
  entry.kind === kind && (name === undefined || entry.name.split(',').includes(name));

/** Asks the app as if over a connection: a lost answer is a broken connection, an aborted call rejects as `fetch` does. */
const call = async (app: Hono<LineEnv>, request: Request): Promise<Response> => {
  const { signal } = request;
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const response = await Promise.race([app.fetch(request, {}), aborted]);
  if (isLost(response)) throw new TypeError('fetch failed');
  return response;
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
