import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './local/paths';

/** Types and lint first, because they are quick and tell most; then every test. Words given are passed to vitest. */
const only = process.argv.slice(2);
const steps: readonly (readonly [string, ...string[]])[] = [
  ...(only.length > 0
    ? []
    : ([
        ['tsc', '--noEmit'],
        ['biome', 'check', '--error-on-warnings', '.'],
      ] as const)),
  ['vitest', 'run', ...only],
];

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
