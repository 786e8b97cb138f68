import type { CallFaultKind } from './kinds';

/** The ids of people who do not exist and for whom every send fails in the way their last digits name. */
export const magicIds: Readonly<Record<CallFaultKind, string>> = {
  'bad-request': `U${'0'.repeat(28)}0400`,
  'rate-limit': `U${'0'.repeat(28)}0429`,
  'monthly-limit': `U${'0'.repeat(28)}1429`,
  'server-error': `U${'0'.repeat(28)}0500`,
  'time-out': `U${'0'.repeat(28)}0408`,
  'answer-lost': `U${'0'.repeat(28)}0499`,
  slow: `U${'0'.repeat(28)}0200`,
};

/** How they all begin; anybody else is known by a glance. */
const BEGINNING = `U${'0'.repeat(28)}`;

const kinds = new Map(Object.entries(magicIds).map(([kind, id]) => [id, kind]));

const isKind = (word: string): word is CallFaultKind => word in magicIds;

/** How sends to this id fail, if it is one of the magic ones. */
export const magicOf = (id: string): CallFaultKind | undefined => {
  if (!id.startsWith(BEGINNING)) return undefined;
  const kind = kinds.get(id);
  return kind !== undefined && isKind(kind) ? kind : undefined;
};
