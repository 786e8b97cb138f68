import type { AuditEntry } from '../../core/audit';
import { STAFF_HOLD } from '../../core/notice';
import { raiseAlert } from '../../store/alerts';
import { recordAudit } from '../../store/audit';
import { approveNotice, type Moved } from '../../store/notices/moves';
import type { StoredNotice } from '../../store/notices/notice';
import type { Deps } from '../deps';
import { lineMessagesOf } from './content';

/** What an approver says she read. */
export interface ReadByApprover {
  readonly revision: number;
  readonly count: number;
}

/**
 * Approves a notice: what goes out is frozen now, as LINE will get it. With `override` an author stands in for the
 * second person in an emergency; every admin is told.
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
  const moved = await approveNotice(
    deps.db,
    notice,
    {
      id: notice.id,
      revision: read.revision,
      approver,
      count: read.count,
      frozen: JSON.stringify(lineMessagesOf(notice.content)),
      holdUntil: now + STAFF_HOLD,
      ...(override === undefined ? {} : { override }),
    },
    now,
  );
  if (!moved.moved) return moved;
  await recordAudit(deps.db, entry);
  if (override !== undefined) {
    await raiseAlert(deps.db, { kind: 'notice-overridden', subject: notice.id }, now);
  }
  return moved;
};
