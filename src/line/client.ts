import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';

/** How long we wait for LINE before we say that it did not answer, in milliseconds. */
export const LINE_TIMEOUT = 8_000;

/** LINE did not do what it was asked; `isRetryable` says whether the same call may yet succeed. */
export abstract class LineError extends Error {
  abstract readonly isRetryable: boolean;
}

/** LINE said no: the request itself is wrong (4xx other than 409 and 429). */
export class LineRefused extends LineError {
  override name = 'LineRefused';
  readonly isRetryable = false;
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(`LINE refused with ${status}: ${reason}`);
  }
  /** The token was used, or is too old. */
  get isTokenSpent(): boolean {
    return this.status === 400 && /invalid reply token/i.test(this.reason);
  }
}

/** LINE asks us to go slower (429, rate or concurrency). */
export class LineBusy extends LineError {
  override name = 'LineBusy';
  readonly isRetryable = true;
}

/** The month's messages are used up (429); only a person can change that. */
export class LineQuotaSpent extends LineError {
  override name = 'LineQuotaSpent';
  readonly isRetryable = false;
}

/** LINE said that it failed (5xx). Most likely nothing went out. */
export class LineBroken extends LineError {
  override name = 'LineBroken';
  readonly isRetryable = true;
}

/** No answer: time-out or a broken connection. What we sent may or may not have arrived. */
export class LineSilent extends LineError {
  override name = 'LineSilent';
  readonly isRetryable = true;
}

/** Where LINE is and how we prove who we are. */
export interface LineAccess {
  /** An origin without a path, e.g. `https://api.line.me`. */
  readonly baseUrl: string;
  readonly accessToken: string;
  /** Milliseconds; {@link LINE_TIMEOUT} unless given. */
  readonly timeout?: number;
}

type Messages = readonly messagingApi.Message[];

const quotaBody = z.object({ type: z.string(), value: z.number().optional() });
const consumptionBody = z.object({ totalUsage: z.number() });

/**
 * The few calls we make. The SDK's own client cannot be aborted and hides headers that decide whether a message
 * went out, so we take its types and speak to LINE directly.
 */
export class LineClient {
  constructor(
    private readonly access: LineAccess,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** Answers with a reply token: free of charge, once, within a minute. */
  async reply(replyToken: string, messages: Messages): Promise<void> {
    await this.post('/v2/bot/message/reply', { replyToken, messages });
  }

  /** Sends to one person. A key that LINE has already accepted counts as sent. */
  async push(to: string, messages: Messages, retryKey: string): Promise<void> {
    await this.post('/v2/bot/message/push', { to, messages }, retryKey);
  }

  /** Sends the same to at most 500 people. One unknown id refuses the whole call; nothing has gone out then. */
  async multicast(to: readonly string[], messages: Messages, retryKey: string): Promise<void> {
    await this.post('/v2/bot/message/multicast', { to, messages }, retryKey);
  }

  /** Asks LINE whether it would take these messages, without sending them; throws {@link LineRefused} if not. */
  async validate(messages: Messages): Promise<void> {
    await this.post('/v2/bot/message/validate/multicast', { messages });
  }

  /** The month's limit in people; undefined where the plan has none. */
  async quota(): Promise<number | undefined> {
    const { type, value } = quotaBody.parse(JSON.parse(await this.get('/v2/bot/message/quota')));
    return type === 'limited' ? value : undefined;
  }

  /** How many people were sent to this month, by LINE's own approximate count, from wherever it was sent. */
  async consumption(): Promise<number> {
    return consumptionBody.parse(JSON.parse(await this.get('/v2/bot/message/quota/consumption'))).totalUsage;
  }

  private async get(path: string): Promise<string> {
    return this.judged(await this.call('GET', path));
  }

  private async post(path: string, body: unknown, retryKey?: string): Promise<void> {
    const answer = await this.call('POST', path, body, retryKey);
    if (answer.status === 409 && retryKey !== undefined) return;
    this.judged(answer);
  }

  private judged({ status, words }: { readonly status: number; readonly words: string }): string {
    if (status >= 200 && status < 300) return words;
    if (status === 429) throw /monthly limit/i.test(words) ? new LineQuotaSpent(words) : new LineBusy(words);
    if (status >= 500) throw new LineBroken(`LINE answered ${status}.`);
    throw new LineRefused(status, reasonIn(words));
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    retryKey?: string,
  ): Promise<{ status: number; words: string }> {
    try {
      const response = await this.fetcher(new URL(path, this.access.baseUrl), {
        method,
        headers: {
          authorization: `Bearer ${this.access.accessToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(retryKey === undefined ? {} : { 'x-line-retry-key': retryKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(this.access.timeout ?? LINE_TIMEOUT),
      });
      return { status: response.status, words: await response.text() };
    } catch (cause) {
      throw new LineSilent('LINE did not answer.', { cause });
    }
  }
}

/** LINE's own sentence out of an error body; never our message, so that it may stand in a log. */
const reasonIn = (words: string): string => {
  try {
    const body: unknown = JSON.parse(words);
    if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string') {
      return body.message.slice(0, 200);
    }
  } catch {
    // An answer that is not JSON is shown by its status alone.
  }
  return 'no reason given';
};
