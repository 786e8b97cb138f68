import type { D1Database } from '@cloudflare/workers-types';
import type { Effect } from '../../src/core/effect';
import type { PersonWork } from '../../src/store/turn';
import { decide, receive } from '../../src/store/turns';

/** Stores one event for each person, as a webhook would, and returns what there is to do. */
export const tapped = async (
  db: D1Database,
  people: readonly string[],
  turnOf: (person: string) => string,
  now: number,
): Promise<readonly PersonWork[]> =>
  receive(
    db,
    people.map((personId) => ({
      id: turnOf(personId),
      personId,
      occurredAt: now,
      replyToken: 'token',
      event: { type: 'said', text: 'x' },
    })),
    [],
    now,
  );

/** Decides a person's waiting turn with these effects and nothing to say; tells whether it was written. */
export const decideWith = async (
  db: D1Database,
  work: PersonWork,
  effects: readonly Effect[],
  now: number,
): Promise<boolean> => {
  const [waiting] = work.waiting;
  if (!waiting) throw new Error('Nothing waits to be decided.');
  return decide(
    db,
    {
      id: waiting.id,
      personId: waiting.personId,
      seq: (work.last?.seq ?? 0) + 1,
      state: '{}',
      answer: null,
      retryKey: `key of ${waiting.id}`,
      via: 'push',
      leaseUntil: null,
      effects,
    },
    now,
  );
};
