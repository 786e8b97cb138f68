import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { tokorozawa } from '../city/tokorozawa';
import { applyEvents, eventReport, previewEvents } from '../service/import-events';
import { migrate, openDatabase } from './local/database';
import { eventWords, importWords } from './wording';

const words = process.argv.slice(2);
const [path, ...others] = words.filter((word) => word !== '--apply');
if (path === undefined || others.length > 0 || path.startsWith('--')) {
  console.error(eventWords.usage);
  process.exit(2);
}

const file = await readFile(path).catch(() => undefined);
if (file === undefined) {
  console.error(importWords.noFile(path));
  process.exit(1);
}

const { db, close } = await openDatabase();
await migrate(db);
const preview = await previewEvents(db, file, { city: tokorozawa, set: 'events', now: Date.now() });
if ('refused' in preview) {
  console.error(
    preview.refused.kind === 'no-header' ? eventWords.noHeader : importWords.refused(preview.refused),
  );
  await close();
  process.exit(1);
}

console.log(importWords.head(basename(path), preview.encoding));
for (const line of eventReport(preview)) console.log(line);
if (words.includes('--apply')) await applyEvents(db, preview);
console.log(words.includes('--apply') ? importWords.applied : importWords.dryRun);
await close();
process.exit(0);
