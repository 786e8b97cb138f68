/** Lists of public facilities: what a file would change, row by row, decided before anything is written. */
export type { NoList } from './columns';
export type { Difference } from './merge';
export {
  type ImportPlan,
  type ImportTarget,
  planImport,
  planned,
  type Refusal,
  type Remark,
  type RowOutcome,
} from './plan';
export { type ImportCounts, importCounts, importReport, outcomeDetails } from './report/report';
export { noListText, outcomeNames } from './report/wording';
export type { Row } from './table';
