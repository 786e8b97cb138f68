import type { Message } from '../../core/message';
import {
  type AudienceCount,
  type AudienceRule,
  audienceText,
  liveRefusal,
  NOTICE_LIFE,
  type QuotaRuling,
  quotaFor,
  STAFF_HOLD,
  type Topic,
} from '../../core/notice';
import { encode } from '../../line/encode/encode';
import { checkMessages } from '../../line/limits';
import { raiseAlert } from '../../store/alerts';
import { countAudience } from '../../store/notices/audience';
import {
  approveNotice,
  createNotice,
  editNotice,
  type Moved,
  moveNotice,
  type Read,
} from '../../store/notices/moves';
import { loadNotice, type NoticeWords, type StoredNotice, subjectOf } from '../../store/notices/notice';
import { ledgerNow } from '../deliver/quota';
import type { Deps } from '../deps';

type NoticeDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'log'>;

/** What staff write. */
export interface Draft {
  readonly title: string;
  readonly messages: readonly Message[];
  readonly rule: AudienceRule;
  /** The name of the class, place or notice the rule is about, for the rule in words. */
  readonly about?: string;
  readonly topic?: Topic;
  readonly isDrill?: boolean;
  readonly isCancellation?: boolean;
  /** `YYYY-MM-DD`. */
  readonly forDay?: string;
  /** Not before, in ms. */
  readonly sendAt?: number;
  /** Not after, in ms; a day after its time unless given. */
  readonly notAfter?: number;
}

const wordsOf = (draft: Draft, now: number): NoticeWords => ({
  title: draft.title,
  content: JSON.stringify(draft.messages),
  rule: draft.rule,
  audienceWords: audienceText(draft.rule, draft.about),
  isDrill: draft.isDrill ?? false,
  isCancellation: draft.isCancellation ?? false,
  notAfter: draft.notAfter ?? Math.max(draft.sendAt ?? 0, now) + 14 * NOTICE_LIFE,
  ...(draft.topic === undefined ? {} : { topic: draft.topic }),
  ...(draft.forDay === undefined ? {} : { forDay: draft.forDay }),
  ...(draft.sendAt === undefined ? {} : { sendAt: draft.sendAt }),
});

/** Begins a broadcast; returns its id. `id` makes a form that is sent twice make one. */
export const writeDraft = async (
  deps: NoticeDeps,
  author: string,
  draft: Draft,
  id: string = deps.newId(),
): Promise<string> => {
  const now = deps.now();
  await createNotice(
    deps.db,
    { id, kind: 'broadcast', author: { kind: 'staff', id: author }, words: wordsOf(draft, now) },
    now,
  );
  return id;
};

/** Writes other words; only drafts and returned notices take them, and who writes last is the author. */
export const rewriteDraft = (deps: NoticeDeps, read: Read, editor: string, draft: Draft): Promise<Moved> => {
  const now = deps.now();
  return editNotice(deps.db, read, { kind: 'staff', id: editor }, wordsOf(draft, now), now);
};

/** Hands it in for approval; from then on nobody can edit it. */
export const submitDraft = (deps: NoticeDeps, read: Read): Promise<Moved> =>
  moveNotice(deps.db, read, 'pending-approval', deps.now());

/** Sends it back with a reason. */
export const returnToAuthor = (deps: NoticeDeps, read: Read, why: string): Promise<Moved> =>
  moveNotice(deps.db, read, 'returned', deps.now(), { note: why, from: 'pending-approval' });

/** What an approver, or an author, sees beside the words: the exact number, why, and what the month says. */
export interface Outlook extends AudienceCount {
  readonly quota: QuotaRuling;
}

/** Counts the audience of a notice as it would be now, and says whether the month's messages allow it. */
export const outlookFor = async (deps: NoticeDeps, notice: StoredNotice): Promise<Outlook> => {
  const [count, ledger] = await Promise.all([
    countAudience(deps.db, subjectOf(notice, deps.now())),
    ledgerNow(deps),
  ]);
  return { ...count, quota: quotaFor(ledger, count.count, notice.isCancellation) };
};

/** What an approval says: which revision and which number of people she read. */
export interface StaffApproval extends Read {
  readonly approver: string;
  readonly count: number;
  /** She was told that it eats what is kept of the month's messages. */
  readonly isQuotaKnown?: boolean;
  /** Typed by an author who approves her own words in an emergency; all admins are told. */
  readonly override?: string;
}

/** Why LINE would refuse the words. */
export interface Unsendable {
  readonly moved: false;
  readonly because: 'unsendable';
  readonly problem: string;
}

/**
 * Approves exactly what was read: words, revision and number of people. Content is frozen as LINE's messages; for two
 * minutes it can still be stopped. Of several approvals at once, one succeeds.
 */
export const approve = async (deps: NoticeDeps, approval: StaffApproval): Promise<Moved | Unsendable> => {
  const now = deps.now();
  const notice = await loadNotice(deps.db, approval.id);
  if (!notice) return { moved: false, because: 'unknown' };
  const refusal = liveRefusal(
    { ...notice, isForTesters: notice.rule.type === 'testers', authorId: notice.author.id },
    approval.override === undefined ? approval.approver : '',
    now,
  );
  if (refusal && notice.status === 'pending-approval') return { moved: false, because: refusal };
  const messages = encode({ messages: messagesIn(notice), shortcuts: [] });
  const [problem] = checkMessages(messages);
  if (problem)
    return { moved: false, because: 'unsendable', problem: `${problem.property}: ${problem.message}` };
  const moved = await approveNotice(
    deps.db,
    notice,
    { ...approval, frozen: JSON.stringify(messages), holdUntil: now + STAFF_HOLD },
    now,
  );
  deps.log('notice.approval.asked', { notice: approval.id, moved: moved.moved });
  if (moved.moved && approval.override !== undefined) {
    await raiseAlert(deps.db, { kind: 'notice-approved-by-author', subject: approval.id }, now);
  }
  if (moved.moved || moved.because !== 'audience-changed') return moved;
  const { count } = await countAudience(deps.db, subjectOf(notice, now));
  return count === 0 ? { moved: false, because: 'nobody' } : { ...moved, count };
};

/** Begins a correction of a notice that was sent: it reaches exactly those whom that one reached. Returns its id. */
export const writeCorrection = async (
  deps: NoticeDeps,
  author: string,
  of: string,
  draft: Pick<Draft, 'title' | 'messages'>,
): Promise<string | undefined> => {
  const first = await loadNotice(deps.db, of);
  if (first?.status !== 'done' && first?.status !== 'stopped' && first?.status !== 'paused') return undefined;
  const now = deps.now();
  const id = deps.newId();
  const words = wordsOf(
    {
      ...draft,
      rule: { type: 'reached-by', notice: of },
      about: first.title,
      isCancellation: first.isCancellation,
      ...(first.forDay === undefined ? {} : { forDay: first.forDay }),
    },
    now,
  );
  await createNotice(
    deps.db,
    { id, kind: 'correction', author: { kind: 'staff', id: author }, words, correctionOf: of },
    now,
  );
  return id;
};

/** The messages were written by us. */
const messagesIn = (notice: StoredNotice): readonly Message[] => JSON.parse(notice.content);
