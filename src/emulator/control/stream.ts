import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { World } from '../state/world';
import type { StreamEvent } from './views';

/** How many events wait for a slow reader before the oldest are dropped. */
const WAITING = 2_000;

/** How often a comment keeps the connection awake, ms. */
const AWAKE = 15_000;

/** `/stream`: everything that happens, as it happens. */
export const stream = (world: World) =>
  new Hono().get('/stream', (c) =>
    streamSSE(c, async (out) => {
      const waiting: StreamEvent[] = [];
      let wake = (): void => {};
      const stop = world.listen((event) => {
        waiting.push(event);
        if (waiting.length > WAITING) waiting.shift();
        wake();
      });
      out.onAbort(() => {
        stop();
        wake();
      });
      while (!out.aborted && !out.closed) {
        const events = merged(waiting.splice(0));
        for (const event of events) await out.writeSSE({ data: JSON.stringify(event) });
        if (events.length === 0) await out.write(': awake\n\n');
        if (waiting.length > 0) continue;
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

/** Says the same thing once: a phone that changed five times is read once. */
const merged = (events: readonly StreamEvent[]): readonly StreamEvent[] => {
  const said = new Set<string>();
  return events.filter((event) => {
    if (event.type === 'traffic') return true;
    const key = event.type === 'phone' ? `phone ${event.personId}` : event.type;
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
};
