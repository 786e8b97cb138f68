import type { MiddlewareHandler } from 'hono';
import { answerFor } from '../faults/faults';
import { isFields } from '../json';
import type { Rate } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { type LineContext, type LineEnv, refuse } from './call';
import { jsonIn } from './json-body';

/** The largest body that is not a file, bytes. */
const BODY_LIMIT = 2_000_000;

/** How long a call that is never answered is held at most, ms. */
const HELD = 60_000;

/** What is asked of calls to one endpoint before they are looked at. */
export interface Endpoint {
  /** Short and unique; faults and the traffic name it. */
  readonly name: string;
  readonly rate: Rate;
  /** `json` wants a JSON body; `bytes` takes any (`limit` bytes at most); `none` leaves the body alone. */
  readonly body: 'json' | 'form' | 'bytes' | 'none';
  readonly limit?: number;
  /** Whether a retry key may come with it. */
  readonly takesRetryKey?: boolean;
  /** Whether a JSON body may be left out. */
  readonly isBodyOptional?: boolean;
  /** Whether it works without a channel access token. */
  readonly isOpen?: boolean;
}

/** Does for every endpoint what LINE does before it looks at what is asked: token, rate, body; and strikes with faults. */
export const guard =
  (world: World, endpoint: Endpoint): MiddlewareHandler<LineEnv> =>
  async (c, next) => {
    const call = c.get('call');
    call.name = endpoint.name;
    const refusal =
      wrongHost(c) ?? bearer(world, endpoint, c) ?? rate(world, endpoint, c) ?? (await readBody(endpoint, c));
    if (refusal) return refusal;
    const struck = strike(world, endpoint, c);
    if (struck?.kind === 'time-out') return silence(c, struck.delay ?? HELD);
    if (struck) {
      const words = answerFor[struck.kind];
      if (words)
        return refuse(c, words.status, words.message, { why: `A fault was asked for: ${struck.kind}.` });
    }
    await next();
    if (struck?.kind === 'slow') await pause(c, struck.delay ?? 5_000);
    if (struck?.kind === 'answer-lost') {
      call.isAnswerLost = true;
      call.why = 'Accepted, and then the answer was lost on purpose.';
    }
    return undefined;
  };

/** Files have a host of their own. It matters only where calls come under LINE's real names. */
const wrongHost = (c: LineContext): Response | undefined => {
  const { hostname, pathname } = new URL(c.req.url);
  const right = /\/content(?:\/|$)|\/upload\/byFile$/.test(pathname) ? 'api-data.line.me' : 'api.line.me';
  if (!hostname.endsWith('.line.me') || hostname === right) return undefined;
  return refuse(c, 404, 'Not found', { why: `LINE has this path on https://${right} alone.` });
};

const bearer = (world: World, endpoint: Endpoint, c: LineContext): Response | undefined => {
  if (endpoint.isOpen) return undefined;
  const [, token] = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token !== undefined && world.tokens.isValid(token, world.now())) return undefined;
  return refuse(
    c,
    401,
    'Authentication failed. Confirm that the access token in the authorization header is valid.',
    {
      why: token === undefined ? 'There is no bearer token.' : 'The bearer token is not one of this channel.',
    },
  );
};

const rate = (world: World, endpoint: Endpoint, c: LineContext): Response | undefined => {
  const { settings, buckets } = world;
  if (buckets.take(endpoint.name, endpoint.rate, world.now(), settings.rateFactor)) return undefined;
  const { calls, per } = endpoint.rate;
  return refuse(c, 429, 'The API rate limit has been exceeded. Try again later.', {
    why: `LINE allows ${calls} calls of this kind in ${per / 1000} s${settings.rateFactor === 1 ? '' : ` (times ${settings.rateFactor})`}.`,
  });
};

const readBody = async (endpoint: Endpoint, c: LineContext): Promise<Response | undefined> => {
  const call = c.get('call');
  if (c.req.header('x-line-retry-key') !== undefined && !endpoint.takesRetryKey) {
    return refuse(c, 400, 'The retry key is not supported by this API', {
      why: 'X-Line-Retry-Key may come only with push, multicast, narrowcast and broadcast.',
    });
  }
  if (endpoint.body === 'none') return undefined;
  const limit = endpoint.limit ?? BODY_LIMIT;
  const length = Number(c.req.header('content-length') ?? 0);
  const bytes = length > limit ? undefined : new Uint8Array(await c.req.arrayBuffer());
  if (!bytes || bytes.length > limit) {
    return refuse(c, 413, 'Request Entity Too Large', { why: `A body may have ${limit} bytes at most.` });
  }
  call.bytes = bytes;
  if (endpoint.body === 'bytes') {
    call.bodyText = `(${bytes.length} bytes)`;
    return undefined;
  }
  call.bodyText = new TextDecoder().decode(bytes);
  const isLeftOut = endpoint.isBodyOptional === true && bytes.length === 0;
  return endpoint.body === 'json' && !isLeftOut ? readJson(c) : undefined;
};

const readJson = (c: LineContext): Response | undefined => {
  const call = c.get('call');
  const type = c.req.header('content-type') ?? '';
  const isBare = call.bodyText === '' && c.env.incoming !== undefined;
  if (isBare && c.req.header('content-length') === undefined && !c.req.header('transfer-encoding')) {
    return refuse(c, 411, 'Length Required');
  }
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return refuse(c, 415, `The content type, ${type || 'null'}, is not supported`);
  }
  const read = jsonIn(call.bodyText);
  if ('message' in read) return refuse(c, 400, read.message);
  call.body = read.json;
  call.people = peopleIn(read.json);
  return undefined;
};

/** Whom a body names. */
const peopleIn = (body: unknown): readonly string[] => {
  if (!isFields(body)) return [];
  const { to, chatId, userIds } = body;
  const named = [to, chatId, userIds].flatMap((value) => (Array.isArray(value) ? value : [value]));
  return named.filter((value) => typeof value === 'string');
};

interface Strike {
  readonly kind:
    | 'bad-request'
    | 'rate-limit'
    | 'monthly-limit'
    | 'server-error'
    | 'time-out'
    | 'answer-lost'
    | 'slow';
  readonly delay?: number | undefined;
}

/** What goes wrong with this call: a fault set by hand, or someone magic among those it names. */
const strike = (world: World, endpoint: Endpoint, c: LineContext): Strike | undefined => {
  const call = c.get('call');
  const people = [...call.people, ...replyTo(world, call.body)];
  const kind = magicAmong(world, people);
  const struck = world.faults.forCall(endpoint.name, people) ?? (kind === undefined ? undefined : { kind });
  if (struck) call.faults.push(struck.kind);
  return struck;
};

/** Looked for with each call, among as many as 500 people: nothing is made on the way. */
const magicAmong = (world: World, people: readonly string[]): Strike['kind'] | undefined => {
  for (const id of people) {
    const kind = world.people.magic(id);
    if (kind !== undefined && isUserId(id)) return kind;
  }
  return undefined;
};

const replyTo = (world: World, body: unknown): readonly string[] => {
  const token = isFields(body) ? body.replyToken : undefined;
  const found = typeof token === 'string' ? world.replyTokens.all.get(token) : undefined;
  return found ? [found.chatId] : [];
};

/** Does nothing and says nothing, until the caller gives up. */
const silence = async (c: LineContext, atMost: number): Promise<Response> => {
  const call = c.get('call');
  await pause(c, atMost);
  call.isAnswerLost = true;
  call.why = 'Neither done nor answered, on purpose.';
  return c.body(null, 500);
};

const pause = (c: LineContext, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const { signal } = c.req.raw;
    const timer = setTimeout(resolve, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
