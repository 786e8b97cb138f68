import { Hono } from 'hono';
import type { Incoming } from '../core/event';
import type { Log } from '../core/log';
import { decode, UnreadableWebhook } from './decode';
import type { SignatureCheck } from './signature';

/** The largest webhook we read, in bytes; LINE's own are far smaller. */
const BODY_LIMIT = 1_000_000;

/** What a webhook needs of the rest. */
export interface WebhookPort {
  readonly isSigned: SignatureCheck;
  readonly log: Log;
  /** Stores the events and returns the work that follows; rejects if they could not be stored. */
  readonly takeIn: (events: readonly Incoming[]) => Promise<() => Promise<void>>;
}

/**
 * LINE's door. 200 is said only when every event is stored; all else follows after it, because LINE waits two
 * seconds at most.
 */
export const webhook = (port: (env: object) => WebhookPort) =>
  new Hono<{ Bindings: object }>().post('/', async (c) => {
    const { isSigned, log, takeIn } = port(c.env);
    const length = Number(c.req.header('content-length') ?? 0);
    if (length > BODY_LIMIT) return c.text('The webhook is too large.', 413);
    const body = await c.req.arrayBuffer();
    if (body.byteLength > BODY_LIMIT) return c.text('The webhook is too large.', 413);
    if (!(await isSigned(body, c.req.header('x-line-signature')))) {
      log('webhook.signature.refused', { bytes: body.byteLength });
      return c.text('The signature does not fit.', 401);
    }
    try {
      const events = decode(new TextDecoder().decode(body));
      const follow = await takeIn(events);
      c.executionCtx.waitUntil(
        follow().catch((error: unknown) => {
          log('webhook.work.failed', {
            error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
          });
        }),
      );
      return c.text('OK', 200);
    } catch (error) {
      if (error instanceof UnreadableWebhook) {
        log('webhook.body.refused', { bytes: body.byteLength });
        return c.text('The body is not a webhook.', 400);
      }
      log('webhook.storing.failed', {
        error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
      });
      return c.text('The events could not be stored; deliver them again.', 503);
    }
  });
