import { forgetContacts } from '../store/bookings/contacts';
import { moveLinesUp, putPastLessonsAway } from '../store/bookings/offers';
import { forgetOldTurns } from '../store/retention';
import { deliver } from './deliver/deliver';
import type { Deps } from './deps';
import { sweep } from './sweep';

/** What the clock asks of us. Minutes may be skipped or come twice: each job asks what is due, not what time it is. */
export const everyMinute = async (deps: Deps, scheduledTime: number): Promise<void> => {
  await sweep(deps);
  // Before anything is delivered, so that who is offered a seat hears of it in the same minute.
  await moveLinesUp(deps.db, deps.now());
  await deliver(deps);
  // Forgetting reads the whole table, so it runs once an hour.
  if (new Date(scheduledTime).getUTCMinutes() !== 7) return;
  await forgetOldTurns(deps.db, deps.now());
  await putPastLessonsAway(deps.db, deps.now());
  await forgetContacts(deps.db, deps.now());
};
