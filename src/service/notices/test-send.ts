import { audienceText, NOTICE_LIFE } from '../../core/notice';
import { isTester, loadNotice } from '../../store/notices/notice';
import { addSystemNotices } from '../../store/notices/system';
import type { Deps } from '../deps';

/**
 * Sends a notice's words to one person who is marked as a tester, whatever its status. The id names revision and tester,
 * so that a second tap sends nothing. False says that there is no such notice or tester, or that it was sent.
 */
export const sendTest = async (
  deps: Pick<Deps, 'db' | 'now'>,
  notice: string,
  tester: string,
): Promise<boolean> => {
  const found = await loadNotice(deps.db, notice);
  if (!found || !(await isTester(deps.db, tester))) return false;
  const now = deps.now();
  const rule = { type: 'person', person: tester } as const;
  const added = await addSystemNotices(
    deps.db,
    [
      {
        id: `test:${notice}:${found.revision}:${tester}`,
        kind: 'confirmation',
        title: found.title,
        content: found.content,
        rule,
        audienceWords: audienceText(rule),
        asOf: now,
        notAfter: now + NOTICE_LIFE,
      },
    ],
    now,
  );
  return added === 1;
};
