import type { Reading } from '../reading/read';
import { addressed, frames } from './wording';

/** The frames a sentence's wish stands in, by name. */
export const framesIn = ({ plain, kana }: Reading): readonly string[] => [
  ...frames.filter(([, pattern]) => pattern.test(kana)).map(([name]) => `frame ${name}`),
  ...(addressed.test(plain) ? ['frame addressed'] : []),
];
