import { migrate, openDatabase } from './local/database';

const { db, close } = await openDatabase();
const applied = await migrate(db);
await close();
console.log(applied.length === 0 ? 'The local database is up to date.' : `Applied: ${applied.join(', ')}`);
process.exit(0);
