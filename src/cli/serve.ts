import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from '../config';
import { runBot, untilStopped } from './local/run-bot';
import { settingsIn } from './local/settings';

const port = Number(process.env.PORT ?? 8787);
const vars = {
  PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
  // Without one of its own, links to our pages are good until the bot is started again.
  FORM_LINK_SECRET: randomBytes(32).toString('base64url'),
  ...settingsIn(process.env),
};

try {
  readConfig(vars);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const bot = await runBot(vars, port);
console.log(`tsudoi listens on http://127.0.0.1:${port} (webhook: POST /webhook)`);
await untilStopped();
await bot.close();
process.exit(0);
