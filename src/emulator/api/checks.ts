import { checkMessages, type Problem } from '../../line/limits';
import { isFields } from '../json';
import { isGroupId, isRoomId, isUserId } from '../state/ids';
import { type LineContext, refuse } from './call';

/** What is wrong with the body of a reply or push, before any state is looked at. */
export const problemsIn = (kind: 'reply' | 'push', body: unknown): readonly Problem[] => {
  if (!isFields(body)) return [shape('')];
  if (body.notificationDisabled !== undefined && typeof body.notificationDisabled !== 'boolean') {
    return [shape('notificationDisabled')];
  }
  return [...addressee(kind, body), ...checkMessages(body.messages)];
};

const addressee = (kind: 'reply' | 'push', body: Readonly<Record<string, unknown>>): readonly Problem[] => {
  const property = kind === 'reply' ? 'replyToken' : 'to';
  const value = body[property];
  if (value === undefined || value === null || value === '') {
    return [{ message: 'May not be empty', property, stage: 'value' }];
  }
  if (typeof value !== 'string') return [shape(property)];
  const isFine = kind === 'reply' || isUserId(value) || isGroupId(value) || isRoomId(value);
  return isFine ? [] : [shape(property)];
};

const shape = (property: string): Problem => ({
  message: `The property, '${property}', in the request body is invalid (line: -, column: -)`,
  property,
  stage: 'shape',
});

/** Refuses a body for what is wrong with it, in the words LINE has for that kind of fault. */
export const refuseFor = (c: LineContext, problems: readonly Problem[]): Response => {
  const found =
    problems.find(({ stage }) => stage === 'shape') ??
    problems.find(({ stage }) => stage === 'value') ??
    problems[0];
  const same = problems.filter(({ stage }) => stage === found?.stage);
  const why = `LINE's rules are broken: ${same.map(({ property, message }) => `${property}: ${message}`).join('; ')}`;
  const details = same.flatMap(({ message, property }) => (message === '' ? [] : [{ message, property }]));
  if (found?.stage === 'shape') return refuse(c, 400, found.message, { why });
  const message =
    found?.stage === 'content'
      ? `A message (messages[${found.messageIndex ?? 0}]) in the request body is invalid`
      : `The request body has ${details.length} error(s)`;
  return refuse(c, 400, message, { details, why });
};
