import { type Check, type Problem, Report } from './report';
import { isObject } from './shape';

/** The body of LINE's answer to a request it refuses with 400. */
export interface Refusal {
  readonly message: string;
  readonly details?: readonly { readonly message: string; readonly property?: string }[];
}

/**
 * Puts problems into LINE's answer. LINE stops at the first stage that finds anything: JSON of the wrong kind is one
 * sentence, broken limits are counted and listed, and of faults inside messages only the first message's are told.
 */
export const refusalOf = (problems: readonly Problem[]): Refusal | undefined => {
  const misshapen = problems.find(({ stage }) => stage === 'shape');
  if (misshapen) return { message: misshapen.message };
  const broken = problems.filter(({ stage }) => stage === 'value');
  if (broken.length > 0) {
    return { message: `The request body has ${broken.length} error(s)`, details: broken.map(detail) };
  }
  const [first] = problems;
  if (!first) return undefined;
  return {
    message: `A message (messages[${first.messageIndex ?? 0}]) in the request body is invalid`,
    details: problems.filter(({ messageIndex }) => messageIndex === first.messageIndex).map(detail),
  };
};

const detail = ({ message, property }: Problem) => ({ message, property });

/** What LINE answers to JSON that is no object at all. */
const NO_OBJECT = 'The request body could not be parsed as JSON (line: 1, column: 1)';

/** Makes a check of a whole request body out of the check of its parts. */
export const bodyOf =
  (check: Check) =>
  (body: unknown): Refusal | undefined => {
    if (!isObject(body)) return { message: NO_OBJECT };
    const report = new Report();
    check(body, report);
    return refusalOf(report.problems);
  };
