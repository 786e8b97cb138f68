import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createEmulator } from '../../emulator/emulator';
import { root } from '../local/paths';

const TOKEN = 'bench-token';
const PUSHES = 6_000;
const WARM_UP = 1_000;
const CONNECTIONS = 20;

/** How many pushes the emulator checks, delivers and notes in a second. */
export interface EmulatorFigure {
  /** In one process, called as a function, in a second of one core's work. */
  readonly inProcess: number;
  /** In a process of its own, over HTTP, by the clock on the wall; the client works on the same machine. */
  readonly overHttp: number;
}

/** A message of the size and shape the bot sends: a bubble with facts and two buttons. */
const message = {
  type: 'flex',
  altText: 'A place near you',
  contents: {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      contents: Array.from({ length: 8 }, (_, index) => ({
        type: 'text',
        text: `Fact number ${index}`,
        size: 'lg',
        wrap: true,
        scaling: true,
      })),
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      contents: ['Yes', 'No'].map((label) => ({
        type: 'button',
        action: { type: 'postback', label, data: `1/bench/1/step/${label}` },
      })),
    },
  },
};

const personOf = (index: number): string => `U${(index % 500).toString(16).padStart(32, '0')}`;
const bodyOf = (index: number): string => JSON.stringify({ to: personOf(index), messages: [message] });
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

const inProcess = async (): Promise<number> => {
  const emulator = createEmulator({ secret: 's', token: TOKEN, settings: { rateFactor: 0 } });
  for (let i = 0; i < 500; i += 1) emulator.person(`p${i}`, { id: personOf(i) });
  const push = async (index: number): Promise<void> => {
    const url = 'http://line.bench/v2/bot/message/push';
    const { status } = await emulator.app.request(url, { method: 'POST', headers, body: bodyOf(index) });
    if (status !== 200) throw new Error(`A push was answered ${status}.`);
  };
  for (let i = 0; i < WARM_UP; i += 1) await push(i);
  const before = process.cpuUsage();
  for (let i = 0; i < PUSHES; i += 1) await push(i);
  const { user, system } = process.cpuUsage(before);
  return (PUSHES / (user + system)) * 1_000_000;
};

const overHttp = async (): Promise<number> => {
  const port = 18_788;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'src', 'cli', 'emulator.ts'), '--port', String(port)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, EMULATOR_CHANNEL_SECRET: 's', EMULATOR_CHANNEL_ACCESS_TOKEN: TOKEN },
    },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const call = (path: string, method: string, body: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const outgoing = request(
        { agent, host: '127.0.0.1', port, path, method, headers: { ...headers, 'content-length': length } },
        (incoming) => {
          incoming.resume();
          incoming.on('end', () => resolve(incoming.statusCode ?? 0));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  try {
    while ((await call('/__emulator/state', 'GET', '').catch(() => 0)) !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await call('/__emulator/settings', 'PATCH', '{"rateFactor":0}');
    for (let i = 0; i < 500; i += 1) {
      await call('/__emulator/people', 'POST', JSON.stringify({ id: personOf(i), name: `p${i}` }));
    }
    const run = async (count: number): Promise<void> => {
      let next = 0;
      const one = async (): Promise<void> => {
        while (next < count) {
          next += 1;
          const status = await call('/v2/bot/message/push', 'POST', bodyOf(next));
          if (status !== 200) throw new Error(`A push was answered ${status}.`);
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, one));
    };
    await run(WARM_UP);
    const began = performance.now();
    await run(PUSHES);
    return (PUSHES / (performance.now() - began)) * 1000;
  } finally {
    agent.destroy();
    child.kill('SIGTERM');
  }
};

/** Measures validated pushes a second, in the process and over HTTP. */
export const benchEmulator = async (): Promise<EmulatorFigure> => ({
  inProcess: await inProcess(),
  overHttp: await overHttp(),
});
