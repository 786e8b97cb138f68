import { isFields, textIn } from '../json';
import type { World } from '../state/world';
import type { WebhookEvent } from './event';
import { sign } from './sign';

/** Brings a request to the bot; `fetch` outside, the bot's own handler inside a test. */
export type Deliver = (request: Request) => Promise<Response>;

/** How one try ended. `status` null: no answer. */
export interface Delivered {
  readonly isOk: boolean;
  readonly status: number | null;
  readonly why?: string;
}

/** How a try is sent. */
export interface Try {
  readonly isForged?: boolean;
  readonly faults?: readonly string[];
  /** Another place than the setting's, to test it. */
  readonly url?: string;
}

/** Sends one webhook with these events once, signed, and notes it in the traffic. */
export const deliverOnce = async (
  world: World,
  deliver: Deliver,
  events: readonly WebhookEvent[],
  how: Try = {},
): Promise<Delivered> => {
  const seq = world.traffic.reserve();
  const at = world.now();
  const url = how.url ?? world.settings.webhookUrl ?? '';
  const body = JSON.stringify({ destination: world.channel.botUserId, events });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'LineBotWebhook/2.0',
    'x-line-signature': sign(body, how.isForged ? `not ${world.channel.secret}` : world.channel.secret),
  };
  for (const event of events) {
    const token = textIn(event, 'replyToken');
    if (token !== undefined) world.replyTokens.delivered(token, at);
  }
  const began = performance.now();
  const answer =
    url === ''
      ? { why: 'No webhook address is set.' }
      : await tryOnce(deliver, new Request(url, { method: 'POST', headers, body }), world);
  const { status = null, why } = answer;
  const isOk = status !== null && status >= 200 && status < 300;
  const people = [...new Set(events.flatMap((event) => textIn(event.source, 'userId') ?? []))];
  world.traffic.add({
    seq,
    at,
    kind: 'webhook',
    name: events.map(({ type }) => type).join(',') || 'verify',
    method: 'POST',
    url,
    requestHeaders: headers,
    requestBody: body,
    status,
    responseHeaders: answer.headers ?? {},
    responseBody: answer.body ?? '',
    took: performance.now() - began,
    verdict: isOk ? 'accepted' : status === null ? 'failed' : 'refused',
    ...(why === undefined ? {} : { why }),
    details: [],
    warnings: [],
    faults: how.faults ?? [],
    people: people.slice(0, 20),
    peopleCount: people.length,
    ...(events.some(isRedelivery) ? { isRedelivery: true } : {}),
  });
  return { isOk, status, ...(why === undefined ? {} : { why }) };
};

const isRedelivery = (event: WebhookEvent): boolean =>
  isFields(event.deliveryContext) && event.deliveryContext.isRedelivery === true;

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly why?: string;
}

const tryOnce = async (deliver: Deliver, request: Request, world: World): Promise<Answer> => {
  const limit = world.settings.webhookTimeout;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    if (limit < 2 ** 31) {
      timer = setTimeout(
        () => resolve({ why: `The bot did not answer within ${limit} ms (request_timeout).` }),
        limit,
      );
    }
  });
  const answered = answerOf(deliver, request);
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
};

const answerOf = async (deliver: Deliver, request: Request): Promise<Answer> => {
  try {
    const response = await deliver(request);
    const body = await response.text();
    const { status } = response;
    return {
      status,
      headers: Object.fromEntries(response.headers),
      body: body.slice(0, 20_000),
      ...(status >= 200 && status < 300
        ? {}
        : { why: `The bot answered ${status} (error_status_code); LINE wants 200.` }),
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { why: `The bot could not be reached (could_not_connect): ${cause}` };
  }
};
