import { loadWork } from '../store/person-work';
import { overdue } from '../store/turns';
import { answerPeople, resumeSending } from './answer-people';
import type { Deps } from './deps';

/** How many overdue things one sweep takes up. */
const SWEEP_LIMIT = 100;

/**
 * Takes up what a dead worker left: events nobody decided and answers nobody finished sending. Runs each minute;
 * two sweeps at once are harmless because every take-over is a conditional update.
 */
export const sweep = async (deps: Deps): Promise<void> => {
  const due = await overdue(deps.db, deps.now(), SWEEP_LIMIT);
  if (due.people.length + due.sendings.length > 0) {
    deps.log('sweep.work.found', { people: due.people.length, sendings: due.sendings.length });
  }
  for (const sending of due.sendings) {
    await safely(deps, sending.id, async () => {
      await answerPeople(deps, await resumeSending(deps, sending));
    });
  }
  for (const person of due.people) {
    await safely(deps, person, async () => answerPeople(deps, await loadWork(deps.db, [person])));
  }
};

/** One person's trouble must not keep the others waiting. */
const safely = async (deps: Deps, subject: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    deps.log('sweep.work.failed', {
      subject,
      error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
    });
  }
};
