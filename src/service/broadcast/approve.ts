import type { AuditEntry } from '../../core/audit';
import { STAFF_HOLD } from '../../core/notice';
import { alertWithChange } from '../../store/alerts';
import { approveNotice, type Moved } from '../../store/notices/moves';
import type { StoredNotice } from '../../store/notices/notice';
import type { Deps } from '../deps';
import { lineMessagesOf } from './content';

/** What an approver says she read. */
export interface ReadByApprover {
  readonly revision: number;
  readonly count: number;
  /** The page told her that it eats what is kept of the month's messages. */
  readonly isQuotaKnown?: boolean;
}

/**
 * Approves a notice: what goes out is frozen now, as LINE will get it. With `override` an author stands in for the
 * second person in an emergency; every admin is told. The audit entry is written in the same step.
 */
export const approveBroadcast = async (
  deps: Pick<Deps, 'db' | 'now'>,
  notice: StoredNotice,
  approver: string,
  read: ReadByApprover,
  entry: AuditEntry,
  override?: string,
): Promise<Moved> => {
  const now = deps.now();
  const alert = { kind: 'notice-overridden', subject: notice.id };
  const also = override === undefined ? [] : [alertWithChange(deps.db, alert, entry)];
  return approveNotice(
    deps.db,
    notice,
    {
      id: notice.id,
      revision: read.revision,
      approver,
      count: read.count,
      isQuotaKnown: read.isQuotaKnown ?? false,
      frozen: JSON.stringify(lineMessagesOf(notice.content)),
      holdUntil: now + STAFF_HOLD,
      ...(override === undefined ? {} : { override }),
    },
    now,
    { entry, also },
  );
};
