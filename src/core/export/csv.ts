/** A cell that a spreadsheet would run as a formula is made a text by the sign that means just that. */
const harmless = (cell: string): string => (/^\s*(?:[=@]|[+-][A-Za-z(=@])/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as CSV with CRLF, as spreadsheets open it; no cell can run as a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  [...rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(',')), ''].join('\r\n');
