import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { World } from '../state/world';
import type { StreamEvent } from './views';

/** How many different events wait for a slow reader before the oldest are dropped. */
const WAITING = 100_000;

/** How often a comment keeps the connection awake, ms. */
const AWAKE = 15_000;

/** `/stream`: everything that happens, as it happens. */
export const stream = (world: World) =>
  new Hono().get('/stream', (c) =>
    streamSSE(c, async (out) => {
      // The same thing is said once: a phone that changed five times is read once.
      const waiting = new Map<string, StreamEvent>();
      let wake = (): void => {};
      const stop = world.listen((event) => {
        waiting.set(keyOf(event), event);
        const [oldest] = waiting.keys();
        if (waiting.size > WAITING && oldest !== undefined) waiting.delete(oldest);
        wake();
      });
      out.onAbort(() => {
        stop();
        wake();
      });
      while (!out.aborted && !out.closed) {
        const events = [...waiting.values()];
        waiting.clear();
        for (const event of events) await out.writeSSE({ data: JSON.stringify(event) });
        if (events.length === 0) await out.write(': awake\n\n');
        if (waiting.size > 0) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, AWAKE);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      stop();
    }),
  );

const keyOf = (event: StreamEvent): string => {
  if (event.type === 'traffic') return `traffic ${event.entry.seq}`;
  return event.type === 'phone' ? `phone ${event.personId}` : event.type;
};
