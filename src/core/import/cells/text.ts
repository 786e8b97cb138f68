import type { Known } from '../../place';
import { no, yes } from './wording';

/** A cell on one line: outer space gone, inner space and line breaks single, half-width kana made full. */
export const oneLine = (cell: string): string => manyLines(cell).replace(/\s+/gu, ' ');

/**
 * A cell with its line breaks: control characters and needless space gone. Minus sign and wave dash come back from
 * Shift_JIS as their full-width twins; they are made so everywhere, or a file saved in another encoding would differ.
 */
export const manyLines = (cell: string): string =>
  cell
    .replaceAll('\u2212', '\uff0d')
    .replaceAll('\u301c', '\uff5e')
    .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/**
 * Whether a cell would be run as a formula by the program in which staff open an exported list. A number or a dash
 * before ordinary text is none.
 */
export const isFormula = (cell: string): boolean => /^\s*(?:[=@]|[+-][\w(=@])/.test(cell) && !isNumber(cell);

const isNumber = (cell: string): boolean => /^\s*[+-]?[\d.,-]+\s*$/.test(cell);

/** A column that says whether there is something; blank, and anything not understood, is unknown. */
export const knownIn = (cell: string): Known => {
  const text = cell.normalize('NFKC').trim();
  return yes.test(text) ? 'yes' : no.test(text) ? 'no' : 'unknown';
};

/** A name or address by which two rows are recognised as one: width, case, spaces and punctuation do not matter. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
