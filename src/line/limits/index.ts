import { messageList } from './messages';
import { type Problem, Report } from './report';

export type { Problem } from './report';

/** Says what LINE would refuse in the messages of a request; nothing if it would take them. */
export const checkMessages = (messages: unknown): readonly Problem[] => {
  const report = new Report();
  report.enter('messages', messages, messageList);
  return report.problems;
};
