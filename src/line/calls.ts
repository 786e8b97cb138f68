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

interface Sent {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/**
 * Calls to LINE, each with a time-out and with an error that says what may have happened. The SDK's own client cannot
 * be aborted and hides headers that decide whether a message went out, so we take its types and speak to LINE directly.
 */
export class LineCalls {
  constructor(
    private readonly access: LineAccess,
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /** Asks; the words of the answer. Throws a {@link LineError}. */
  async get(path: string): Promise<string> {
    return this.judged(await this.call('GET', path));
  }

  /** Tells; the words of the answer. A key that LINE has already accepted counts as done. Throws a {@link LineError}. */
  async post(path: string, body?: unknown, retryKey?: string): Promise<string> {
    return this.postWritten(path, body === undefined ? undefined : JSON.stringify(body), retryKey);
  }

  /** Tells what is JSON already. */
  async postWritten(path: string, body: string | undefined, retryKey?: string): Promise<string> {
    const sent = body === undefined ? undefined : { body, contentType: 'application/json' };
    const answer = await this.call('POST', path, sent, retryKey);
    return answer.status === 409 && retryKey !== undefined ? answer.words : this.judged(answer);
  }

  /** Hands a picture over. Throws a {@link LineError}. */
  async upload(path: string, bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<void> {
    this.judged(await this.call('POST', path, { body: bytes, contentType }));
  }

  /** Takes something away. Throws a {@link LineError}. */
  async delete(path: string): Promise<void> {
    this.judged(await this.call('DELETE', path));
  }

  private judged({ status, words }: { readonly status: number; readonly words: string }): string {
    if (status >= 200 && status < 300) return words;
    if (status === 429) throw /monthly limit/i.test(words) ? new LineQuotaSpent(words) : new LineBusy(words);
    if (status >= 500) throw new LineBroken(`LINE answered ${status}.`);
    throw new LineRefused(status, reasonIn(words));
  }

  private async call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    sent?: Sent,
    retryKey?: string,
  ): Promise<{ status: number; words: string }> {
    try {
      const response = await this.fetcher(new URL(path, this.access.baseUrl), {
        method,
        headers: {
          authorization: `Bearer ${this.access.accessToken}`,
          ...(sent === undefined ? {} : { 'content-type': sent.contentType }),
          ...(retryKey === undefined ? {} : { 'x-line-retry-key': retryKey }),
        },
        ...(sent === undefined ? {} : { body: sent.body }),
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
