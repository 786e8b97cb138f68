import { reportAnswered } from '../core/place-report/message';
import { wording } from '../core/place-report/wording';
import { addSystemNotices } from '../store/notices/system';
import { untoldReports } from '../store/place-reports/answers';
import type { Deps } from './deps';
import { personalNotice } from './notices/personal';

/** How many are told in one run; the others follow a minute later. */
const AT_ONCE = 100;

/** How long the answer may wait for the morning, in ms: three days. */
const HELPS_FOR = 3 * 24 * 60 * 60_000;

/** Tells those who wanted it what came of what they had reported, once. */
export const tellReporters = async (deps: Pick<Deps, 'db' | 'now' | 'log'>): Promise<void> => {
  const now = deps.now();
  const untold = await untoldReports(deps.db, now, AT_ONCE);
  if (untold.length === 0) return;
  const notices = untold.map(({ answerId, person, place, name, isListed, verdict }) =>
    personalNotice(
      {
        id: answerId,
        kind: 'report-answer',
        person,
        title: wording.title,
        messages: [reportAnswered({ id: place, name, isListed }, verdict)],
        notAfter: now + HELPS_FOR,
      },
      now,
    ),
  );
  const told = await addSystemNotices(deps.db, notices, now);
  deps.log('reports.place.answered', { reports: told });
};
