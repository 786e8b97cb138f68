import { raiseAlert } from '../../store/alerts';
import { endSent } from '../../store/notices/chunks';
import { closeStopped, nextChunkAt, stuckNotices } from '../../store/notices/control';
import type { Deps } from '../deps';
import { advanceDue } from './advance';
import { makeDue } from './make-due';
import { Pace } from './pace';
import { keepReserve, refreshQuota } from './quota';
import { sendDue } from './send-due';

/** How long one run works before it leaves the rest to the next minute, in ms. */
const RUN_TIME = 45_000;

/** How many calls one run makes at most; the platform bounds what one invocation may call. */
const CALLS_PER_RUN = 400;

/** What one run did. */
export interface DeliveryRun {
  readonly calls: number;
}

/**
 * One minute's delivery: brings due notices forward, sends due chunks, and tells staff what does not move. It may run
 * twice at once, be killed anywhere, or be missing for a day.
 */
export const deliver = async (deps: Deps): Promise<DeliveryRun> => {
  const until = deps.now() + RUN_TIME;
  await makeDue(deps);
  await advanceDue(deps, until);
  await keepReserve(deps);
  const pace = new Pace(deps);
  let calls = await sendDue(deps, { until, calls: CALLS_PER_RUN }, pace);
  // What LINE was too busy for comes back within seconds; it need not wait for the next minute.
  while (calls > 0 && calls < CALLS_PER_RUN) {
    const next = await nextChunkAt(deps.db);
    if (next === undefined || next >= until) break;
    await deps.wait(Math.max(1, next - deps.now()));
    const more = await sendDue(deps, { until, calls: CALLS_PER_RUN - calls }, pace);
    if (more === 0) break;
    calls += more;
  }
  await refreshQuota(deps);
  await deps.db.batch([closeStopped(deps.db, deps.now()), endSent(deps.db, deps.now())]);
  for (const { notice, status } of await stuckNotices(deps.db, deps.now())) {
    deps.log('notice.progress.stuck', { notice, status });
    await raiseAlert(deps.db, { kind: 'notice-stuck', subject: notice }, deps.now());
  }
  if (calls > 0) deps.log('delivery.run.ended', { calls });
  return { calls };
};
