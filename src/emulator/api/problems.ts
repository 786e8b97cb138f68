import type { Problem } from '../../line/limits';
import { type LineContext, refuse } from './call';

/** Refuses a body for what is wrong with it, in the words LINE has for that kind of fault. */
export const refuseFor = (c: LineContext, problems: readonly Problem[]): Response => {
  const [first] = problems;
  const why = `LINE's rules are broken: ${problems.map(({ property, message }) => `${property}: ${message}`).join('; ')}`;
  if (first?.stage === 'shape') return refuse(c, 400, first.message, { why });
  const details = problems.map(({ message, property }) => ({ message, property }));
  if (first?.stage === 'content') {
    const message = `A message (messages[${first.messageIndex ?? 0}]) in the request body is invalid`;
    return refuse(c, 400, message, { details: details.filter((_, i) => isSaid(problems[i])), why });
  }
  return refuse(c, 400, `The request body has ${details.length} error(s)`, { details, why });
};

/** LINE gives no details for some faults inside a message, e.g. columns with unequal actions. */
const isSaid = (problem: Problem | undefined): boolean => problem?.message !== '';
