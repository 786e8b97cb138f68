import type { Check } from './report';

/** A person's id. */
export const isUserId = (value: unknown): boolean =>
  typeof value === 'string' && /^U[0-9a-f]{32}$/.test(value);

/** The id of a person, a group or a room. */
export const isChatId = (value: unknown): boolean =>
  typeof value === 'string' && /^[UCR][0-9a-f]{32}$/.test(value);

/** A person's id; LINE says nothing more than that the property is wrong. */
export const userId: Check = (value, report) => {
  if (!isUserId(value)) report.wrongKind();
};

/** The id of someone or something that can be pushed to. */
export const chatId: Check = (value, report) => {
  if (!isChatId(value)) report.wrongKind();
};

/** One of a list of people. */
export const listedUserId: Check = (value, report) => {
  if (!isUserId(value)) report.wrongKind('');
};
