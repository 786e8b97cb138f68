import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokorozawa } from '../city/tokorozawa';
import { createUnderstanding } from '../core/understanding';
import { createDangerGroups } from '../core/understanding/danger/lexicon/lexicon';
import { dangerFeatures } from '../core/understanding/danger/weigh/features';
import { createSense } from '../core/understanding/sense';
import { root } from './local/paths';
import { isAside, readDevelopment, readPatterns } from './training/corpus';
import { type Sample, trainWeights } from './training/train';
import { type DangerSample, trainDanger } from './training/train-danger';
import { variantsOf } from './training/variants';

// Makes the weights of core/understanding from the development corpus: once without the fifth that is kept aside, to
// learn how well that fifth is then understood, and once with all of it. The same corpus gives the same weights.

const NOW = Date.parse('2026-11-24T10:00:00+09:00');
const corpus = readDevelopment();
const sense = createSense(tokorozawa);

/** Many write in kana alone. */
const waysToWrite = (text: string): readonly string[] => [...variantsOf(text), sense.read(text).kana];

// Danger is weighed apart, so that the other weights need not know it.
const samplesOf = (sentences: typeof corpus): readonly Sample[] =>
  sentences
    .filter(({ intent }) => intent !== 'emergency')
    .flatMap(({ text, intent, now }) =>
      waysToWrite(text).map((one) => ({ features: sense.take(one, now ?? NOW).features, intent })),
    );

const groupsIn = createDangerGroups(sense.read);

const dangersOf = (sentences: typeof corpus): readonly DangerSample[] =>
  sentences.flatMap(({ text, intent }) =>
    waysToWrite(text).map((one) => {
      const reading = sense.read(one);
      return { features: dangerFeatures(reading, groupsIn(reading)), isDanger: intent === 'emergency' };
    }),
  );

/** Sentences made of patterns are varied enough. */
const patterned = readPatterns().map(({ text, intent }) => ({
  features: sense.take(text, NOW).features,
  intent,
}));

const aside = corpus.filter(({ text }) => isAside(text));
const seen = corpus.filter(({ text }) => !isAside(text));
const trial = createUnderstanding(
  tokorozawa,
  trainWeights([...samplesOf(seen), ...patterned]),
  trainDanger(dangersOf(seen)),
);
const right = aside.filter(
  ({ text, intent, now }) => trial.understand(text, { now: now ?? NOW }).intent === intent,
).length;
console.log(
  `Kept aside: ${right} of ${aside.length} understood, ${((100 * right) / aside.length).toFixed(1)} %.`,
);

const understanding = join(root, 'src', 'core', 'understanding');

if (!process.argv.includes('--trial')) {
  const { features, scale, data } = trainWeights([...samplesOf(corpus), ...patterned]);
  writeFileSync(
    join(understanding, 'model', 'weights.ts'),
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
  const danger = trainDanger(dangersOf(corpus));
  writeFileSync(
    join(understanding, 'danger', 'weigh', 'weights.ts'),
    `import type { PackedDanger } from './weigher';

/** Made by \`npm run train:understanding\` from test/understanding/development; not written by hand. */
export const dangerWeights: PackedDanger = {
  features: ${danger.features},
  scale: ${danger.scale},
  bias: ${danger.bias.toPrecision(6)},
  data: '${danger.data}',
};
`,
  );
  console.log(
    `${(data.length / 1024).toFixed(0)} KiB of weights, ${(danger.data.length / 1024).toFixed(0)} KiB for danger.`,
  );
}
