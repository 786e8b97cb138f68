import type { Row } from './table';
import { columnNames, foreignColumns } from './wording';

/** What a column of a list of public facilities can hold, whatever the list calls it. */
export type Field =
  | 'cityCode'
  | 'key'
  | 'name'
  | 'kana'
  | 'address'
  | 'prefecture'
  | 'cityName'
  | 'townName'
  | 'street'
  | 'building'
  | 'lat'
  | 'lng'
  | 'phone'
  | 'weekdays'
  | 'opens'
  | 'closes'
  | 'openingNote'
  | 'description'
  | 'barrierFree'
  | 'wheelchair'
  | 'toilet'
  | 'parking'
  | 'url';

/** Where each field stands in a row. */
export type Columns = ReadonlyMap<Field, number>;

/** Why a file cannot be a list of facilities. */
export type NoList =
  | { readonly kind: 'no-header' }
  /** It is a list of something else, as one of its columns says. */
  | { readonly kind: 'other-list'; readonly column: string };

/** How far down the header is looked for; titles and remarks above it are skipped. */
const HEADER_WITHIN = 20;

/** A header without width, spaces, punctuation and a number in front: 「1.名称_カナ」 is 名称カナ. */
export const foldedHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/^\d+/, '');

const fieldOf: ReadonlyMap<string, Field> = new Map(
  columnNames.flatMap(([field, names]) => names.map((name) => [foldedHeader(name), field] as const)),
);
const foreign = new Set(foreignColumns.map(foldedHeader));

const columnsOf = (cells: readonly string[]): Columns => {
  const columns = new Map<Field, number>();
  for (const [at, cell] of cells.entries()) {
    const field = fieldOf.get(foldedHeader(cell));
    // Where two columns have one meaning the first is the one that the standard names.
    if (field !== undefined && !columns.has(field)) columns.set(field, at);
  }
  return columns;
};

/** Whether a row is a header: it names the name and at least one other thing we know. */
const isHeader = (columns: Columns): boolean => columns.has('name') && columns.size >= 2;

/** Finds the header and the rows below it that hold anything; a header repeated further down is no row. */
export const readColumns = (
  rows: readonly Row[],
): { readonly columns: Columns; readonly rows: readonly Row[] } | { readonly refused: NoList } => {
  const headerAt = rows.findIndex(({ cells }, at) => at < HEADER_WITHIN && isHeader(columnsOf(cells)));
  const header = rows[headerAt];
  const top = header === undefined ? rows.slice(0, HEADER_WITHIN) : [header];
  const other = top.flatMap(({ cells }) => cells).find((cell) => foreign.has(foldedHeader(cell)));
  if (other !== undefined) return { refused: { kind: 'other-list', column: other.trim() } };
  if (header === undefined) return { refused: { kind: 'no-header' } };
  return {
    columns: columnsOf(header.cells),
    rows: rows
      .slice(headerAt + 1)
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !isHeader(columnsOf(cells))),
  };
};
