import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../local/paths';

/** The token the emulator of the bench knows. */
export const TOKEN = 'bench-token';

/** What the emulator saw of one notice, by its own record. */
export interface Seen {
  /** When each multicast was taken, in ms, the earliest first. */
  readonly multicastsAt: readonly number[];
  /** Calls of any other kind. */
  readonly otherCalls: number;
  /** People who got it, and copies of it altogether. */
  readonly people: number;
  readonly copies: number;
}

/** The emulator in a process of its own, where its memory and work are not ours. */
export interface Line {
  readonly url: string;
  readonly people: readonly string[];
  /** What it saw since it was last asked. */
  readonly seen: () => Promise<Seen>;
  readonly close: () => void;
}

const started = z.object({ url: z.string(), people: z.array(z.string()) });
const received = z.object({
  entries: z.array(z.object({ name: z.string(), at: z.number(), status: z.number().nullable() })),
});
const deliveries = z.object({
  contents: z.array(z.object({ people: z.number(), times: z.number() })),
});

/** Starts an emulator with so many friends. */
export const startLine = async (people: number): Promise<Line> => {
  const child = fork(join(root, 'src', 'cli', 'bench', 'line-process.ts'), [String(people)], {
    execArgv: ['--import', 'tsx'],
  });
  const known = started.parse(await firstWord(child));
  const ask = async (path: string, method = 'GET'): Promise<unknown> =>
    (await fetch(`${known.url}/__emulator${path}`, { method })).json();
  return {
    ...known,
    seen: async () => {
      const { entries } = received.parse(await ask('/received?limit=5000'));
      const { contents } = deliveries.parse(await ask('/deliveries'));
      await ask('/received', 'DELETE');
      const multicasts = entries.filter(({ name }) => name === 'multicast');
      const newest = contents.at(-1);
      return {
        multicastsAt: multicasts.map(({ at }) => at).sort((a, b) => a - b),
        otherCalls: entries.length - multicasts.length,
        people: newest?.people ?? 0,
        copies: newest?.times ?? 0,
      };
    },
    close: () => child.disconnect(),
  };
};

const firstWord = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The emulator of the bench ended with ${code}.`)));
  });
