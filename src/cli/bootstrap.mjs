// The one door to every script. Plain JavaScript, because on a fresh clone it runs on whatever Node the
// machine has (20 or newer) before anything is installed; the work itself then runs on the Node of the lock file.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
// What was installed, and which schema the client was generated from: each is done again only when it changed.
const installStamp = join(root, 'node_modules', '.tsudoi-installed');
const clientStamp = join(root, 'src', 'generated', '.tsudoi-generated');

const digest = (...path) =>
  createHash('sha256')
    .update(readFileSync(join(root, ...path)))
    .digest('hex');
const isFresh = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

const run = (command, args, env = process.env) => {
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(`tsudoi: "${command} ${args.join(' ')}" failed. See the lines above.`);
    process.exit(done.status ?? 1);
  }
};

const lock = digest('package-lock.json');
if (!isFresh(installStamp, lock)) {
  console.error(
    existsSync(installStamp)
      ? 'tsudoi: dependencies changed, installing …'
      : 'tsudoi: first run, installing …',
  );
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(installStamp, lock);
}

const schema = digest('prisma', 'schema.prisma');
if (!isFresh(clientStamp, schema)) {
  run('npm', ['exec', '--', 'prisma', 'generate']);
  writeFileSync(clientStamp, schema);
}

const [command, ...args] = process.argv.slice(2);
const script = join(root, 'src', 'cli', `${command}.ts`);
if (!existsSync(script)) {
  console.error(`tsudoi: there is no command "${command}".`);
  process.exit(2);
}

const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath;
const child = spawn(node, ['--import', 'tsx', script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_SEND_METRICS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
