import { isRetryKey } from '../../line/limits';
import type { SentMessage } from '../state/retry-keys';
import type { World } from '../state/world';
import { answer, type LineContext, refuse } from './call';

/** Under which name a call's retry key is remembered. */
const nameOf = (world: World, c: LineContext, key: string): string =>
  world.settings.isRetryKeyPerChannel ? key.toLowerCase() : `${c.get('call').name} ${key.toLowerCase()}`;

/** Answers a call whose key cannot be a key (400) or was accepted before (409); undefined if it may go on. */
export const refuseRetry = (world: World, c: LineContext): Response | undefined => {
  const key = c.req.header('x-line-retry-key');
  if (key === undefined) return undefined;
  if (!isRetryKey(key)) {
    return refuse(c, 400, 'The retry key is invalid', { why: 'X-Line-Retry-Key has to be a UUID.' });
  }
  const call = c.get('call');
  const before = world.retryKeys.accepted(nameOf(world, c, key), world.now());
  if (!before) return undefined;
  if (before.body !== call.bodyText) {
    call.warnings = [
      ...call.warnings,
      {
        rule: 'retry-key-reused',
        message: 'The same retry key came before with another body; this one is not sent.',
      },
    ];
  }
  const message = 'The retry key is already accepted';
  call.why = 'The same retry key was accepted before; nothing is sent again.';
  const { sentMessages } = before;
  const refused = answer(c, sentMessages === undefined ? { message } : { message, sentMessages }, 409);
  refused.headers.set('x-line-accepted-request-id', before.requestId);
  return refused;
};

/** Remembers that this call's key, if it has one, was accepted. */
export const acceptRetry = (world: World, c: LineContext, sentMessages?: readonly SentMessage[]): void => {
  const key = c.req.header('x-line-retry-key');
  if (key === undefined) return;
  const { requestId, bodyText } = c.get('call');
  world.retryKeys.accept(nameOf(world, c, key), {
    requestId,
    at: world.now(),
    body: bodyText,
    ...(sentMessages === undefined ? {} : { sentMessages }),
  });
};
