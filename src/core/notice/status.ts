/** Where a notice stands. */
export type NoticeStatus =
  /** Being written; nobody else sees it. */
  | 'draft'
  /** Handed in; cannot be edited while somebody reads it. */
  | 'pending-approval'
  /** Sent back with a reason; editing it makes a new revision. */
  | 'returned'
  /** Content and audience are frozen; the hold window runs, in which it can still be stopped. */
  | 'approved'
  /** Waits for its time. */
  | 'scheduled'
  /** Its people are being written down. */
  | 'expanding'
  /** Chunks go out. */
  | 'sending'
  /** Stopped for now by a person or by the month's limit; goes on where it was. */
  | 'paused'
  /** All chunks are closed. */
  | 'done'
  /** Given up before anything went out. */
  | 'cancelled'
  /** Stopped for good after it had begun; some people may have it. */
  | 'stopped';

/** All statuses. */
export const statuses: readonly NoticeStatus[] = [
  'draft',
  'pending-approval',
  'returned',
  'approved',
  'scheduled',
  'expanding',
  'sending',
  'paused',
  'done',
  'cancelled',
  'stopped',
];

/**
 * The only moves there are. From `expanding` a notice can go back only because its audience would now be larger than
 * what was approved; nothing is sent before it is expanded, so nobody has it then.
 */
export const moves: Readonly<Record<NoticeStatus, readonly NoticeStatus[]>> = {
  draft: ['pending-approval', 'cancelled'],
  'pending-approval': ['approved', 'returned', 'cancelled'],
  returned: ['draft', 'cancelled'],
  approved: ['scheduled', 'cancelled'],
  scheduled: ['expanding', 'cancelled'],
  expanding: ['sending', 'returned', 'stopped', 'done'],
  sending: ['paused', 'done', 'stopped'],
  paused: ['sending', 'stopped'],
  done: [],
  cancelled: [],
  stopped: [],
};

/** Whether a notice may go from one status to another. */
export const mayMove = (from: NoticeStatus, to: NoticeStatus): boolean => moves[from].includes(to);

/** Every status from which one may go to `to`. */
export const sourcesOf = (to: NoticeStatus): readonly NoticeStatus[] =>
  statuses.filter((from) => mayMove(from, to));

/** Whether its words and audience may still be changed. */
export const isEditable = (status: NoticeStatus): boolean => status === 'draft' || status === 'returned';

/** Whether nothing will ever happen to it again. */
export const isClosed = (status: NoticeStatus): boolean => moves[status].length === 0;

/** One person's copy. We never say "delivered": LINE gives no receipts. */
export type DeliveryStatus = 'pending' | 'sending' | 'sent' | 'failed';

/** One API call's worth of people. */
export type ChunkState =
  | 'pending'
  /** Claimed, its call is under way or its worker died; the same key is used again. */
  | 'sending'
  /** LINE took it: 200, or 409 for a key it had taken before. */
  | 'sent'
  /** LINE will never take it. */
  | 'failed'
  /** It may or may not have gone out and its key is too old to find out; a person decides. */
  | 'uncertain'
  /** Not sent, because the notice was stopped first. */
  | 'stopped';

/** What a chunk's state means for each of its people; the few who failed alone carry that themselves. */
export const deliveryStatusIn = (chunk: ChunkState): DeliveryStatus => {
  switch (chunk) {
    case 'sent':
      return 'sent';
    case 'failed':
      return 'failed';
    case 'sending':
    case 'uncertain':
      return 'sending';
    case 'pending':
    case 'stopped':
      return 'pending';
  }
};
