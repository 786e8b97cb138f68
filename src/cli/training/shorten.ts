import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangerWords } from '../../core/understanding/danger/lexicon/wording';
import { cues } from '../../core/understanding/lexicon/wording';
import { kanjiReadings } from '../../core/understanding/reading/kanji/wording';
import { wordReadings } from '../../core/understanding/reading/words/wording';
import { shorten } from '../../core/understanding/short/short';

/** The lists that are shortened for the bundle, by the name under which understanding takes them. */
export const lists = { cueWords: cues, dangerWords, kanjiReadings, wordReadings } as const;

/** Writes all of them, short, where understanding takes them from. */
export const writeShort = (understanding: string): void =>
  writeFileSync(
    join(understanding, 'short', 'wording.ts'),
    `/** Made by \`npm run train:understanding\` from the lists that people read; not written by hand. */
export const short = {
${Object.entries(lists)
  .map(([name, text]) => `  ${name}:\n    '${shorten(text).replaceAll('\n', '\\n')}',`)
  .join('\n')}
} as const;
`,
  );
