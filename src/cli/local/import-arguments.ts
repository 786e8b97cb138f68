import { parseArgs } from 'node:util';
import type { Bounds } from '../../core/city';
import { importWords } from '../wording';

/** What `npm run import:places` was asked to do. */
export interface ImportArguments {
  readonly file: string;
  readonly isApplied: boolean;
  readonly set: string;
  readonly bounds: Bounds;
}

/** The data set of the city's own list of public facilities. */
const FACILITIES = 'facilities';

/** Reads the words after the command; `wrong` is a sentence for whoever typed them. */
export const readImportArguments = (
  words: readonly string[],
  cityBounds: Bounds,
): ImportArguments | { readonly wrong: string } => {
  const unknown = words.find(
    (word) => word.startsWith('--') && !/^--(?:apply|set(?:=.*)?|city-bounds(?:=.*)?)$/.test(word),
  );
  if (unknown !== undefined) return { wrong: importWords.badOption(unknown) };
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    strict: false,
    options: {
      apply: { type: 'boolean' },
      set: { type: 'string' },
      'city-bounds': { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) return { wrong: importWords.oneFile };
  const set = values.set ?? FACILITIES;
  if (typeof set !== 'string' || !/^[a-z0-9-]{1,20}$/.test(set)) return { wrong: importWords.badSet };
  const named = values['city-bounds'];
  const bounds = named === undefined ? cityBounds : boundsIn(named);
  if (bounds === undefined) return { wrong: importWords.badBounds };
  return { file, isApplied: values.apply === true, set, bounds };
};

const boundsIn = (text: string | boolean): Bounds | undefined => {
  const [south, west, north, east, ...more] = String(text).split(',').map(Number);
  if (south === undefined || west === undefined || north === undefined || east === undefined)
    return undefined;
  const areNumbers = [south, west, north, east].every(Number.isFinite) && more.length === 0;
  return areNumbers && south < north && west < east ? { south, west, north, east } : undefined;
};
