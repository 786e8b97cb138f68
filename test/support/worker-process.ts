import { setTimeout as wait } from 'node:timers/promises';
import { startWorker, type WorkerOptions } from '../../src/cli/local/worker';

// A process of its own that runs the bundled worker until somebody kills it. Its clock ticks every two seconds, whether
// or not the tick before has ended; it says so when no notice is on its way any more.
const options: WorkerOptions = JSON.parse(process.argv[2] ?? '{}');
const worker = await startWorker(options);
console.log('ready');
for (let looked = 0; ; looked += 1) {
  if (looked % 20 === 0) worker.tick().catch((error: unknown) => console.error('tick:', error));
  await wait(100);
  const open = await worker.db
    .prepare(`SELECT count(*) AS "open" FROM "Notice" WHERE "status" NOT IN ('done', 'cancelled', 'stopped')`)
    .first<{ open: number }>();
  if (open?.open === 0) console.log('idle');
}
