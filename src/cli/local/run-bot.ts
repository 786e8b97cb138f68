import { bundleWorker } from './bundle';
import { migrate, openDatabase } from './database';
import { seedIfEmpty } from './seed-if-empty';
import { type LocalWorker, startWorker } from './worker';

export { untilStopped } from './until-stopped';

/** How often the local clock ticks, as Cloudflare's cron does, in ms. */
const MINUTE = 60_000;

/** Prepares the local database: applies what is missing and, if there is no place at all, the demo gatherings. */
export const prepareDatabase = async (): Promise<void> => {
  const { db, close } = await openDatabase();
  try {
    const applied = await migrate(db);
    if (applied.length > 0) console.log(`database: applied ${applied.join(', ')}`);
    const seeded = await seedIfEmpty(db, Date.now());
    if (seeded > 0) console.log(`database: seeded ${seeded} demo gatherings`);
  } finally {
    await close();
  }
};

/** Runs the bot on this machine, with its clock, until it is closed. */
export const runBot = async (vars: Readonly<Record<string, string>>, port: number): Promise<LocalWorker> => {
  await prepareDatabase();
  const worker = await startWorker({ bundle: await bundleWorker('worker'), vars, port });
  const clock = setInterval(() => {
    worker.tick().catch((error: unknown) => console.error('clock:', error));
  }, MINUTE);
  return {
    ...worker,
    close: async () => {
      clearInterval(clock);
      await worker.close();
    },
  };
};
