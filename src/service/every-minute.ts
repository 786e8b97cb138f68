import { forgetContacts } from '../store/bookings/contacts';
import { moveLinesUp, putPastLessonsAway } from '../store/bookings/offers';
import { forgetErased } from '../store/erase';
import { forgetReporters } from '../store/place-reports/answers';
import { forgetOldTurns } from '../store/retention';
import { forgetSignIns } from '../store/staff-sessions';
import { forgetSurveyed } from '../store/surveys/answers';
import { answerWishes } from './answer-wishes';
import { askSurveys } from './ask-surveys';
import { deliver } from './deliver/deliver';
import type { Deps } from './deps';
import { linkMenus } from './link-menus';
import { sweep } from './sweep';
import { tellReporters } from './tell-reporters';

/** How often a minute what is overdue is taken up, evenly spread. */
const SWEEPS = 4;

/**
 * What the clock asks of us. Minutes may be skipped or come twice: each job asks what is due, not what time it is, and
 * the trouble of one keeps no other from its work. Rejects at the end if any failed, so that the platform counts it.
 */
export const everyMinute = async (deps: Deps, scheduledTime: number): Promise<void> => {
  const isHourly = new Date(scheduledTime).getUTCMinutes() === 7;
  const jobs = [
    takeUpOften(deps),
    moveUpAndDeliver(deps),
    linkMenus(deps),
    ...(isHourly ? [forget(deps)] : []),
  ];
  const ended = await Promise.allSettled(jobs);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};

/**
 * A dead worker's answer must be taken up while its reply token still lives (a minute), because only the token can
 * tell whether the answer went out. The platform's clock ticks once a minute, so we look several times in each.
 */
const takeUpOften = async (deps: Deps): Promise<void> => {
  for (let swept = 0; swept < SWEEPS; swept += 1) {
    if (swept > 0) await deps.wait(60_000 / SWEEPS);
    await sweep(deps);
  }
};

/** Lines move up before anything is delivered, so that who is offered a seat hears of it in the same minute. */
const moveUpAndDeliver = async (deps: Deps): Promise<void> => {
  await moveLinesUp(deps.db, deps.now());
  await answerWishes(deps);
  await tellReporters(deps);
  await askSurveys(deps);
  await deliver(deps);
};

/** Reads whole tables, so it runs once an hour. */
const forget = async (deps: Deps): Promise<void> => {
  await forgetOldTurns(deps.db, deps.now());
  await forgetErased(deps.db, deps.now());
  await putPastLessonsAway(deps.db, deps.now());
  await forgetContacts(deps.db, deps.now());
  await forgetReporters(deps.db, deps.now());
  await forgetSignIns(deps.db, deps.now());
  await forgetSurveyed(deps.db, deps.now());
};
