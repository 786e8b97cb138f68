import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const targets = z.array(z.object({ id: z.string() }));
const answer = z.object({ id: z.number(), result: z.object({ usedSize: z.number() }).optional() });

/** The target that is our worker; the others are the local database and what stands between. */
const OURS = 'core:user:';

/** How long an isolate is given to begin with what it was told, in ms. */
const MOMENT = 100;

/**
 * Has every isolate of a local worker collect its garbage, the database's too, and says what ours holds afterwards, in
 * MiB: what is left is kept, and what is kept must not grow with the number of people. An isolate collects only when it
 * next has something to do: `poke` gives them that.
 */
export const heapAfterCollection = async (inspector: URL, poke: () => Promise<unknown>): Promise<number> => {
  const list = new URL('/json', inspector);
  list.protocol = 'http:';
  const ids = targets.parse(await (await fetch(list)).json()).map(({ id }) => id);
  const sockets = await Promise.all(ids.map((id) => opened(new URL(`/${id}`, inspector))));
  for (let round = 0; round < 2; round += 1) {
    for (const socket of sockets) {
      tell(socket, 1, 'HeapProfiler.enable');
      tell(socket, 2, 'HeapProfiler.collectGarbage');
    }
    await pause(MOMENT);
    await poke();
  }
  const ours = sockets[ids.indexOf(OURS)];
  const held = ours === undefined ? 0 : await heapOf(ours);
  for (const socket of sockets) socket.close();
  return held / 1_048_576;
};

const tell = (socket: WebSocket, id: number, method: string): void =>
  socket.send(JSON.stringify({ id, method }));

const heapOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const said = answer.safeParse(JSON.parse(String(data))).data;
      if (said?.id === 3) resolve(said.result?.usedSize ?? 0);
    });
    tell(socket, 3, 'Runtime.getHeapUsage');
  });

const opened = (target: URL): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(target);
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('The inspector does not answer.')), {
      once: true,
    });
  });
