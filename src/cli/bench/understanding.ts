import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokorozawa } from '../../city/tokorozawa';
import { createUnderstanding } from '../../core/understanding';
import { root } from '../local/paths';
import { quantile } from './load';

/** Milliseconds a sentence, and the time to build the index of the city. */
export interface UnderstandingFigure {
  readonly sentences: number;
  readonly build: number;
  readonly mean: number;
  readonly p99: number;
}

/** Reads every sentence of the independent corpus several times. */
export const benchUnderstanding = (): UnderstandingFigure => {
  const folder = join(root, 'test', 'understanding', 'independent');
  const sentences = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map((line): string => JSON.parse(line).text);
  const began = performance.now();
  const understanding = createUnderstanding(tokorozawa);
  const build = performance.now() - began;
  const now = Date.parse('2026-11-24T10:00:00+09:00');
  const read = (text: string): number => {
    const at = performance.now();
    understanding.understand(text, { now });
    return performance.now() - at;
  };
  for (const text of sentences) read(text);
  const times = [...sentences, ...sentences].map(read).sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { sentences: sentences.length, build, mean, p99: quantile(times, 0.99) };
};
