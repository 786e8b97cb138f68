import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { tokorozawa } from '../city/tokorozawa';
import { importReport } from '../core/import';
import { applyImport, previewImport } from '../service/import-places';
import { migrate, openDatabase } from './local/database';
import { readImportArguments } from './local/import-arguments';
import { importWords } from './wording';

const wanted = readImportArguments(process.argv.slice(2), tokorozawa.bounds);
if ('wrong' in wanted) {
  console.error(`${wanted.wrong}\n${importWords.usage}`);
  process.exit(2);
}

const file = await readFile(wanted.file).catch(() => undefined);
if (file === undefined) {
  console.error(importWords.noFile(wanted.file));
  process.exit(1);
}

const { db, close } = await openDatabase();
await migrate(db);
const preview = await previewImport(db, file, {
  city: tokorozawa,
  bounds: wanted.bounds,
  set: wanted.set,
});
if ('refused' in preview) {
  console.error(importWords.refused(preview.refused));
  await close();
  process.exit(1);
}

console.log(importWords.head(basename(wanted.file), preview.encoding));
for (const line of importReport(preview.plan)) console.log(line);

const outcome = wanted.isApplied
  ? await applyImport(db, preview.plan, { by: `import:${wanted.set}`, now: Date.now() })
  : 'dry-run';
await close();
const said = {
  'dry-run': importWords.dryRun,
  applied: importWords.applied,
  'nothing-to-do': importWords.nothing,
  stale: importWords.stale,
};
console.log(said[outcome]);
process.exit(outcome === 'stale' ? 1 : 0);
