import { loadWork, overdue } from '../store/turns';
import { answerPerson, resumeSending } from './answer-person';
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
      const more = await resumeSending(deps, sending);
      if (more) await answerPerson(deps, more);
    });
  }
  for (const person of due.people) {
    await safely(deps, person, async () => {
      const work = await loadWork(deps.db, person);
      if (work) await answerPerson(deps, work);
    });
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
