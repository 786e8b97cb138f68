/** One row of a file as its cells, with the line of the file on which it begins, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}
