import { migrate, openDatabase } from './local/database';
import { seedIfEmpty } from './local/seed-if-empty';

const { db, close } = await openDatabase();
await migrate(db);
const seeded = await seedIfEmpty(db, Date.now());
await close();
console.log(
  seeded === 0
    ? 'The local database has places already; nothing was changed.'
    : `Wrote ${seeded} demo gatherings.`,
);
process.exit(0);
