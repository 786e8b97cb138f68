import type { MiddlewareHandler } from 'hono';
import { lintCall } from '../../line/limits/lint';
import type { World } from '../state/world';
import type { Call, LineEnv } from './call';
import { jsonIn } from './json-body';
import { lose } from './lost';

/** What LINE sends with every answer besides the body. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '1; mode=block',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
} as const;

/** Gives each call its request id and notes it in the traffic when it is over. */
export const record =
  (world: World): MiddlewareHandler<LineEnv> =>
  async (c, next) => {
    const began = performance.now();
    world.agenda.settle();
    const call: Call = {
      seq: world.traffic.reserve(),
      requestId: world.chance.uuid(),
      at: world.now(),
      name: 'unknown',
      bodyText: '',
      body: undefined,
      bytes: new Uint8Array(),
      answerText: '',
      details: [],
      warnings: [],
      faults: [],
      people: [],
      isAnswerLost: false,
    };
    c.set('call', call);
    await next();
    const headers = c.res.headers;
    headers.set('x-line-request-id', call.requestId);
    for (const [name, value] of Object.entries(SAFE_HEADERS)) headers.set(name, value);
    if (call.isAnswerLost) lose(c.res);
    const { status } = c.res;
    const { method } = c.req;
    const { bodyText: requestBody, warnings: noted } = call;
    const { isLinting } = world.settings;
    const hasRetryKey = c.req.header('x-line-retry-key') !== undefined;
    const url = new URL(c.req.url);
    const warnings = lazily(() => [
      ...noted,
      ...(isLinting ? lintCall({ method, path: url.pathname, hasRetryKey, body: bodyOf(requestBody) }) : []),
    ]);
    world.traffic.add({
      seq: call.seq,
      at: call.at,
      kind: 'call',
      name: call.name,
      method,
      url: url.pathname + url.search,
      requestHeaders: c.req.header(),
      requestBody,
      status: call.isAnswerLost ? null : status,
      responseHeaders: Object.fromEntries(headers),
      responseBody: call.answerText,
      took: performance.now() - began,
      verdict: call.faults.includes('time-out')
        ? 'failed'
        : status < 400
          ? 'accepted'
          : status < 500
            ? 'refused'
            : 'failed',
      ...(call.why === undefined ? {} : { why: call.why }),
      details: call.details,
      // Linting costs as much as all the rest, and nobody looks at most entries.
      get warnings() {
        return warnings();
      },
      faults: call.faults,
      people: call.people.slice(0, 20),
      peopleCount: call.people.length,
      ...(call.reached === undefined ? {} : { reached: call.reached }),
    });
  };

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The body as JSON once more, so that an entry of the traffic holds nothing but its words. */
const bodyOf = (text: string): unknown => {
  const read = jsonIn(text);
  return 'json' in read ? read.json : undefined;
};
