import type { ImportPlan, RowOutcome } from '../plan';
import { differenceText, outcomeNames, refusalText, remarkText, reportWords } from './wording';

/** How many rows have each outcome, and how many known places the file does not name. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly missing: number;
}

/** Counts the rows of a plan by their outcome. */
export const importCounts = ({ outcomes, missing }: ImportPlan): ImportCounts => {
  const count = (kind: RowOutcome['kind']): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    missing: missing.length,
  };
};

/** What is said below a row: why it is refused, or what it changes and what to know of it. */
export const outcomeDetails = (outcome: RowOutcome): readonly string[] => {
  if (outcome.kind === 'refused') return outcome.refusals.map(refusalText);
  const changes =
    outcome.kind === 'changed'
      ? outcome.differences.map(({ field, before, after }) => differenceText(field, before, after))
      : [];
  return [...changes, ...outcome.remarks.map(remarkText)];
};

/** A plan as lines in Japanese: each row of the file, then the places it does not name, then the sum. */
export const importReport = (plan: ImportPlan): readonly string[] => [
  ...plan.outcomes.flatMap((outcome) => [
    reportWords.row(outcome.line, outcomeNames[outcome.kind], outcome.name),
    ...outcomeDetails(outcome).map((detail) => `    ${detail.replaceAll('\n', ' ')}`),
  ]),
  ...(plan.missing.length === 0
    ? []
    : [reportWords.missing, ...plan.missing.map(({ name }) => `    ${name}`)]),
  reportWords.sum(importCounts(plan)),
];
