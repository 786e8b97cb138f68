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

/** All lines of the files of the development corpus whose names end so. */
const linesOf = (ending: string): readonly string[] => {
  const folder = join(root, 'test', 'understanding', 'development');
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
};

/** The development corpus, in the order of its files. */
export const readDevelopment = (): readonly Sentence[] =>
  linesOf('.jsonl').map((line) => sentence.parse(JSON.parse(line)));

const patternLine = /^(\w+): (.+)$/;
/** How many sentences are made of one pattern, at most. */
const OF_EACH = 20;

/**
 * Sentences made of patterns, which stand in files of their own: a line each, the intent and then parts in parentheses
 * that can be said in several ways. Of every pattern the same few sentences are made, spread over all its ways.
 */
export const readPatterns = (): readonly Sentence[] =>
  linesOf('.patterns').flatMap((line) => {
    const [, name, pattern] = patternLine.exec(line) ?? [];
    const intent = z.enum(intents).parse(name);
    const parts = [...(pattern ?? '').matchAll(/\(([^)]*)\)|[^(]+/g)].map(([plain, ways]) =>
      ways === undefined ? [plain] : ways.split('|'),
    );
    const all = parts.reduce((product, ways) => product * ways.length, 1);
    return Array.from({ length: Math.min(all, OF_EACH) }, (_, turn): Sentence => {
      let order = orderOf(`${line}${turn}`);
      const text = parts.map((ways) => {
        order = orderOf(`${order}`);
        return ways[order % ways.length] ?? '';
      });
      return { text: text.join(''), intent };
    });
  });

/** A fifth of the corpus, always the same, that is kept aside while the engine is made better. */
export const isAside = (text: string): boolean => orderOf(text) % 5 === 0;

/** A number of 24 bits for a text, the same on every machine. */
export const orderOf = (text: string): number => {
  const begun = begunOf(text);
  return (begun ^ (begun >>> 24)) & 0xffffff;
};

/** The same in one fixed order, in which what belongs together does not stand together. */
export const mixedUp = <T>(samples: readonly T[]): readonly T[] =>
  samples
    .map((sample, at) => ({ sample, order: orderOf(`${at}`) }))
    .sort((a, b) => a.order - b.order)
    .map(({ sample }) => sample);
