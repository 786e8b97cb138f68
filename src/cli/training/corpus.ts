import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { intents } from '../../core/understanding/intents';
import { begunOf } from '../../core/understanding/model/hash';
import { root } from '../local/paths';

const sentence = z.object({
  text: z.string().min(1),
  intent: z.enum(intents),
  now: z.iso
    .datetime({ offset: true })
    .transform((said) => Date.parse(said))
    .optional(),
  slots: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A labelled sentence of the development corpus. */
export type Sentence = z.infer<typeof sentence>;

/** The development corpus, in the order of its files. */
export const readDevelopment = (): readonly Sentence[] => {
  const folder = join(root, 'test', 'understanding', 'development');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => sentence.parse(JSON.parse(line)));
};

/** A fifth of the corpus, always the same, that is kept aside while the engine is made better. */
export const isAside = (text: string): boolean => orderOf(text) % 5 === 0;

/** A number of 24 bits for a text, the same on every machine. */
export const orderOf = (text: string): number => {
  const begun = begunOf(text);
  return (begun ^ (begun >>> 24)) & 0xffffff;
};
