import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Row } from '../core/import';

/** How a file's characters are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'shift_jis';

/** Why a file is no table of text. */
export type NoTable =
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** A workbook or an archive, as its first bytes say. */
  | { readonly kind: 'workbook' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'empty' }
  /** A quotation mark is opened and never closed. */
  | { readonly kind: 'broken'; readonly line: number };

/** A file as rows. */
export interface Table {
  readonly encoding: Encoding;
  readonly rows: readonly Row[];
}

/** The largest file that is read, in bytes: some 20,000 rows. */
const MOST_BYTES = 8_000_000;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

const decoded = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

/** Shift_JIS is tried last: almost any bytes are something in it, while wrong UTF-8 is seen to be wrong. */
const textOf = (bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined => {
  const tried: readonly Encoding[] = startsWith(bytes, 0xff, 0xfe) ? ['utf-16le'] : ['utf-8', 'shift_jis'];
  for (const encoding of tried) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
};

/** The separator that the first lines use more. */
const delimiterOf = (text: string): string => {
  const top = text.slice(0, 4000);
  return top.split('\t').length > top.split(',').length ? '\t' : ',';
};

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads a CSV or tab-separated file whatever its encoding (UTF-8 with or without its mark, UTF-16LE, Shift_JIS with
 * the additions of CP932) and line ends. Rows may be of different lengths.
 */
export const readTable = (bytes: Uint8Array): Table | { readonly refused: NoTable } => {
  if (bytes.length > MOST_BYTES) return { refused: { kind: 'too-large', bytes: bytes.length } };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { refused: { kind: 'workbook' } };
  }
  const read = textOf(bytes);
  if (read === undefined) return { refused: { kind: 'not-text' } };
  if (read.text.trim() === '') return { refused: { kind: 'empty' } };
  try {
    const parsed = records.parse(
      parse(read.text, {
        delimiter: delimiterOf(read.text),
        info: true,
        relax_column_count: true,
        relax_quotes: true,
      }),
    );
    // The parser counts the lines up to a record's end; a record begins after the one before it.
    const rows = parsed.map(({ record }, at) => ({
      line: (at === 0 ? 0 : (parsed[at - 1]?.info.lines ?? 0)) + 1,
      cells: record,
    }));
    return { encoding: read.encoding, rows };
  } catch (error) {
    if (error instanceof CsvError) {
      return { refused: { kind: 'broken', line: typeof error.lines === 'number' ? error.lines : 1 } };
    }
    throw error;
  }
};
