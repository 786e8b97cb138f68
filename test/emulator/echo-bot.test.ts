import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator';
import { serveEmulator } from '../../src/emulator/serve';
import { echoBot } from './echo-bot';

const emulator = createEmulator({ secret: 'echo-secret', token: 'echo-token' });
let stop: () => Promise<void>;

beforeAll(async () => {
  const served = await serveEmulator(emulator, 0);
  const bot = echoBot('echo-secret', 'echo-token', served.url);
  await new Promise<void>((resolve) => {
    bot.listen(0, '127.0.0.1', resolve);
  });
  const { port } = bot.address() as AddressInfo;
  emulator.world.change({ webhookUrl: `http://127.0.0.1:${port}/` });
  stop = async () => {
    bot.close();
    await served.close();
  };
});

afterAll(() => stop());

describe('a bot that is not ours, given nothing but a base URL', () => {
  it('hears what a person says and answers it', async () => {
    const hana = emulator.person('花子');
    await hana.say('こんにちは');
    expect(await hana.hears()).toEqual([{ type: 'text', text: 'こんにちは' }]);
    expect(emulator.calls('reply').map(({ status, verdict }) => [status, verdict])).toEqual([
      [200, 'accepted'],
    ]);
    expect(emulator.webhooks('message').map(({ status }) => status)).toEqual([200]);
  });

  it('refuses what LINE did not sign', async () => {
    const hana = emulator.person('花子');
    emulator.world.faults.add({ on: 'webhook', kind: 'forged', times: 1 });
    await hana.say('にせもの');
    expect(emulator.webhooks('message').at(-1)?.status).toBe(401);
    expect(hana.answers).toEqual([]);
  });
});
