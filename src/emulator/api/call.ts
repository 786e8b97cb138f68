import type { Context } from 'hono';
import type { Refusal } from '../../line/limits';
import type { Traffic } from '../control/views';

/** What is known of one call while it is answered; it becomes an entry of the traffic. */
export interface Call {
  readonly seq: number;
  readonly requestId: string;
  readonly at: number;
  /** The endpoint's short name, e.g. `push`. */
  name: string;
  bodyText: string;
  /** The parsed JSON of the body; undefined if it has none. */
  body: unknown;
  bytes: Uint8Array<ArrayBuffer>;
  answerText: string;
  why?: string;
  details: Traffic['details'];
  warnings: Traffic['warnings'];
  faults: string[];
  people: readonly string[];
  reached?: number;
  /** The answer must not arrive. */
  isAnswerLost: boolean;
}

/** What a real connection brings with it; inside a process there is none. */
export interface Connection {
  readonly incoming?: object;
  readonly outgoing?: { readonly destroy: () => unknown };
}

/** Hono's types for LINE's own paths. */
export interface LineEnv {
  Bindings: Connection;
  Variables: { call: Call };
}

export type LineContext = Context<LineEnv>;

type Status = 200 | 202 | 400 | 401 | 403 | 404 | 409 | 410 | 411 | 413 | 415 | 429 | 500;

/** Answers with JSON, and remembers the words for the traffic. */
export const answer = (c: LineContext, body: object = {}, status: Status = 200): Response => {
  const text = JSON.stringify(body);
  c.get('call').answerText = text;
  return c.body(text, status, { 'content-type': 'application/json' });
};

/** Refuses in LINE's shape. `why` says in plain words which rule it was, where LINE's own words do not. */
export const refuse = (
  c: LineContext,
  status: Status,
  message: string,
  { details = [], why = message }: { readonly details?: Traffic['details']; readonly why?: string } = {},
): Response => {
  const call = c.get('call');
  call.why = why;
  call.details = details;
  return answer(c, details.length > 0 ? { message, details } : { message }, status);
};

/** Refuses what the table of limits refuses. */
export const refuseFor = (c: LineContext, { message, details = [] }: Refusal): Response => {
  const told = details.map(({ message: words, property }) => (property ? `${property}: ${words}` : words));
  return refuse(c, 400, message, { details, why: [message, ...told].join('; ') });
};
