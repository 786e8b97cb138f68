import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { tokorozawa } from '../city/tokorozawa';
import { localSecret } from './local/local-secret';
import { root } from './local/paths';
import { writePlaces } from './local/places-file';
import { runBot, untilStopped } from './local/run-bot';
import { showMenus } from './local/show-menus';
import { wording } from './local/wording';

const BOT = 8787;
const EMULATOR = 8788;

// The two only have to agree with each other, so a new pair is made at every start and stands nowhere.
const secret = randomBytes(16).toString('hex');
const token = randomBytes(32).toString('base64url');

const emulator = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    join(root, 'src', 'cli', 'emulator.ts'),
    '--webhook',
    `http://127.0.0.1:${BOT}/webhook`,
    '--port',
    String(EMULATOR),
    '--state',
    join(root, '.wrangler', 'state', 'line-emulator.json'),
    '--name',
    wording.account,
    '--places',
    writePlaces(tokorozawa),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, EMULATOR_CHANNEL_SECRET: secret, EMULATOR_CHANNEL_ACCESS_TOKEN: token },
  },
);
// However this process ends, the emulator ends with it: Miniflare too listens to signals, and may be the quicker.
process.once('exit', () => emulator.kill('SIGTERM'));
emulator.on('exit', (code) => {
  if (!code) return;
  console.error(`The LINE emulator could not go on (${code}). Is port ${EMULATOR} taken by another program?`);
  process.exit(1);
});

// What the emulator kept from its last start may be older than our menus; only what differs is handed to it.
const menus = showMenus(`http://127.0.0.1:${EMULATOR}`, token);
const bot = await runBot(
  {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: `http://127.0.0.1:${EMULATOR}`,
    LINE_DATA_API_BASE_URL: `http://127.0.0.1:${EMULATOR}`,
    PUBLIC_BASE_URL: `http://127.0.0.1:${BOT}`,
    FORM_LINK_SECRET: localSecret('form-link-secret'),
    CONSOLE_SECRET: localSecret('console-secret'),
  },
  BOT,
);

await menus;

console.log(`
  tsudoi runs.
    Chat on the phone:  http://127.0.0.1:${EMULATOR}
    The bot itself:     http://127.0.0.1:${BOT}/health
    The staff console:  http://localhost:${BOT}/console
                        (first: npm run staff -- create-admin --name NAME --email ADDRESS)
  Ctrl-C stops both; what you did is kept.
`);

await untilStopped();
emulator.kill('SIGTERM');
await bot.close();
process.exit(0);
