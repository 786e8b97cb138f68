import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEmulator } from '../emulator/emulator';
import { keepIn } from '../emulator/keep';
import { places } from '../emulator/page/places';
import { serveEmulator } from '../emulator/serve';
import { untilStopped } from './local/until-stopped';

const { values } = parseArgs({
  options: {
    webhook: { type: 'string' },
    'channel-secret': { type: 'string' },
    'access-token': { type: 'string' },
    'channel-id': { type: 'string' },
    port: { type: 'string', default: '8788' },
    seed: { type: 'string' },
    state: { type: 'string' },
    /** The account's name, as it stands above the chat. */
    name: { type: 'string' },
    /** A JSON file with the spots that the page's location sender offers. */
    places: { type: 'string' },
  },
});

const secret =
  values['channel-secret'] ?? process.env.EMULATOR_CHANNEL_SECRET ?? randomBytes(16).toString('hex');
const token =
  values['access-token'] ??
  process.env.EMULATOR_CHANNEL_ACCESS_TOKEN ??
  randomBytes(32).toString('base64url');
const isSpawned = process.env.EMULATOR_CHANNEL_SECRET !== undefined;

const emulator = createEmulator({
  secret,
  token,
  ...(values.webhook === undefined ? {} : { webhookUrl: values.webhook }),
  ...(values['channel-id'] === undefined ? {} : { channelId: values['channel-id'] }),
  ...(values.name === undefined ? {} : { displayName: values.name }),
  ...(values.places === undefined
    ? {}
    : { places: places.parse(JSON.parse(readFileSync(values.places, 'utf8'))) }),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
});
/** Goes on from the state file, if one was named; a file of somebody else is left alone. */
const keep = (file: string): (() => void) => {
  try {
    return keepIn(file, emulator.world, values.webhook === undefined ? [] : ['webhookUrl']);
  } catch {
    console.error(`${file} is not a state of this emulator. Name another file, or delete it to begin anew.`);
    process.exit(1);
  }
};
const save = values.state === undefined ? undefined : keep(values.state);
const { url, close } = await serveEmulator(emulator, Number(values.port));

if (!isSpawned) {
  console.log(`
  The LINE emulator listens on ${url}
    base URL for your bot:  ${url}  (both api.line.me and api-data.line.me)
    channel secret:         ${secret}
    channel access token:   ${token}
    webhooks go to:         ${values.webhook ?? 'nowhere yet (--webhook URL)'}
`);
}
await untilStopped();
await close();
save?.();
process.exit(0);
