import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokorozawa } from '../city/tokorozawa';
import { createUnderstanding } from '../core/understanding';
import { createSense } from '../core/understanding/sense';
import { root } from './local/paths';
import { isAside, readDevelopment, readPatterns } from './training/corpus';
import { type Sample, trainWeights } from './training/train';
import { variantsOf } from './training/variants';

// Makes the weights of core/understanding from the development corpus: once without the fifth that is kept aside, to
// learn how well that fifth is then understood, and once with all of it. The same corpus gives the same weights.

const NOW = Date.parse('2026-11-24T10:00:00+09:00');
const corpus = readDevelopment();
const sense = createSense(tokorozawa);

const samplesOf = (sentences: typeof corpus): readonly Sample[] =>
  sentences.flatMap(({ text, intent, now }) =>
    variantsOf(text).map((one) => ({ features: sense.take(one, now ?? NOW).features, intent })),
  );

/** Sentences made of patterns are varied enough. */
const patterned = readPatterns().map(({ text, intent }) => ({
  features: sense.take(text, NOW).features,
  intent,
}));

const aside = corpus.filter(({ text }) => isAside(text));
const trial = createUnderstanding(
  tokorozawa,
  trainWeights([...samplesOf(corpus.filter(({ text }) => !isAside(text))), ...patterned]),
);
const right = aside.filter(
  ({ text, intent, now }) => trial.understand(text, { now: now ?? NOW }).intent === intent,
).length;
console.log(
  `Kept aside: ${right} of ${aside.length} understood, ${((100 * right) / aside.length).toFixed(1)} %.`,
);

if (!process.argv.includes('--trial')) {
  const { features, scale, data } = trainWeights([...samplesOf(corpus), ...patterned]);
  writeFileSync(
    join(root, 'src', 'core', 'understanding', 'model', 'weights.ts'),
    `import type { Packed } from './packed';

/** Made by \`npm run train:understanding\` from test/understanding/development; not written by hand. */
export const weights: Packed = {
  features: ${features},
  scale: ${scale},
  data: '${data}',
};

/** How many of the sentences kept aside were understood by weights that had not seen them. */
export const keptAside = { sentences: ${aside.length}, right: ${right} } as const;
`,
  );
  console.log(`${(data.length / 1024).toFixed(0)} KiB of weights.`);
}
