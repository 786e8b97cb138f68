import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import {
  DRAFT_LIFE,
  EATS_RESERVE,
  type LiveRefusal,
  mayMove,
  type NoticeKind,
  type NoticeStatus,
  sourcesOf,
  toldInOrder,
  wholeOf,
} from '../../core/notice';
import { type Along, runAudited } from '../audit';
import { judged } from './audience';
import { type Author, loadNotice, type NoticeWords, type StoredNotice, subjectOf } from './notice';
import { Values } from './values';

/** Why a move was refused: which expectation did not hold, and how it stands now. */
export type MoveRefusal =
  | { readonly because: 'unknown' }
  | { readonly because: 'status'; readonly is: NoticeStatus }
  | { readonly because: 'revision'; readonly is: number }
  | { readonly because: LiveRefusal; readonly count?: number };

/** What became of a move. */
export type Moved = { readonly moved: true } | ({ readonly moved: false } & MoveRefusal);

/** What a person who moves a notice has read: this revision of it. */
export interface Read {
  readonly id: string;
  readonly revision: number;
}

/** A new draft. The same id twice makes one. */
export const createNotice = async (
  db: D1Database,
  notice: {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly author: Author;
    readonly words: NoticeWords;
    readonly correctionOf?: string;
  },
  now: number,
  along?: Along,
): Promise<boolean> => {
  const { id, kind, author, words, correctionOf } = notice;
  const statement = db
    .prepare(
      `INSERT OR IGNORE INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords", "topic",
         "isDrill", "isCancellation", "forDay", "sendAt", "notAfter", "correctionOf", "authorKind", "authorId",
         "createdAt", "editedAt", "movedAt")
       VALUES (?1, ?2, 'draft', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?16)`,
    )
    .bind(id, kind, ...wordValues(words), correctionOf ?? null, author.kind, author.id, now);
  return runAudited(db, statement, along);
};

/**
 * Writes new words into a draft or a returned notice, which thereby is a draft again, of the next revision. What is
 * pending, approved or on its way cannot be edited by anybody. Who writes it last is its author: she cannot approve it.
 */
export const editNotice = async (
  db: D1Database,
  read: Read,
  editor: Author,
  words: NoticeWords,
  now: number,
  along?: Along,
): Promise<Moved> => {
  const statement = db
    .prepare(
      `UPDATE "Notice" SET "title" = ?3, "content" = ?4, "audience" = ?5, "audienceWords" = ?6, "topic" = ?7,
         "isDrill" = ?8, "isCancellation" = ?9, "forDay" = ?10, "sendAt" = ?11, "notAfter" = ?12, "status" = 'draft',
         "revision" = "revision" + 1, "editedAt" = ?13, "movedAt" = ?13, "note" = NULL, "expandedTo" = NULL,
         "frozen" = NULL, "frozenLarge" = NULL, "audienceCount" = NULL, "approvedAt" = NULL, "approverId" = NULL, "leftOut" = NULL,
         "authorKind" = ?14, "authorId" = ?15
       WHERE "id" = ?1 AND "revision" = ?2 AND "status" IN ('draft', 'returned')`,
    )
    .bind(read.id, read.revision, ...wordValues(words), now, editor.kind, editor.id);
  return (await runAudited(db, statement, along))
    ? { moved: true }
    : refusal(db, read, ['draft', 'returned']);
};

/** Moves a notice that is at the revision somebody read. `note` says why it was returned or stopped. */
export const moveNotice = async (
  db: D1Database,
  read: Read,
  to: NoticeStatus,
  now: number,
  more: { readonly note?: string; readonly dueAt?: number | null; readonly from?: NoticeStatus } = {},
  along?: Along,
): Promise<Moved> => {
  const from = sourcesOf(to).filter((status) => more.from === undefined || status === more.from);
  const statement = moveStatement(db, read, from, to, now, more);
  return (await runAudited(db, statement, along)) ? { moved: true } : refusal(db, read, from);
};

/**
 * The statement of a move: a compare-and-set that names status and revision. Who resumes what was held back for the
 * month's messages knows of them from then on.
 */
export const moveStatement = (
  db: D1Database,
  read: Read,
  from: readonly NoticeStatus[],
  to: NoticeStatus,
  now: number,
  { note, dueAt = null }: { readonly note?: string; readonly dueAt?: number | null } = {},
): D1PreparedStatement => {
  const forbidden = from.find((status) => !mayMove(status, to));
  if (forbidden) throw new RangeError(`No notice goes from ${forbidden} to ${to}.`);
  return db
    .prepare(
      `UPDATE "Notice" SET "status" = ?3, "movedAt" = ?4, "note" = coalesce(?5, "note"), "dueAt" = ?6,
         "isQuotaKnown" = "isQuotaKnown" OR ("status" = 'paused' AND ?3 = 'sending' AND "note" = '${EATS_RESERVE}')
       WHERE "id" = ?1 AND "revision" = ?2 AND "status" IN (SELECT value FROM json_each(?7))`,
    )
    .bind(read.id, read.revision, to, now, note ?? null, dueAt, JSON.stringify(from));
};

/** What an approver has before her eyes. */
export interface Approval extends Read {
  readonly approver: string;
  /** The number of people she read; if it is another by now, she is asked again. */
  readonly count: number;
  /** LINE's messages as JSON, which from now on are what goes out. */
  readonly frozen: string;
  /** She was told that it eats what is kept of the month's messages. */
  readonly isQuotaKnown?: boolean;
  /** Until when it can still be stopped; then it waits for its time. */
  readonly holdUntil: number;
  /** Typed by an author who must approve her own words in an emergency; stored with the notice. */
  readonly override?: string;
}

/**
 * Approves what was read: one statement checks status, revision, age, drill, a second pair of eyes and the exact
 * number of people, and freezes content and audience. Of several approvals at once one succeeds.
 */
export const approveNotice = async (
  db: D1Database,
  notice: StoredNotice,
  approval: Approval,
  now: number,
  along?: Along,
): Promise<Moved> => {
  const values = new Values();
  const rule = wholeOf(notice.rule);
  const counting = judged(subjectOf({ ...notice, rule, approvedAt: now }, now), values);
  const [at, oldest] = [values.add(now), values.add(now - DRAFT_LIFE)];
  const approver = values.add(approval.approver);
  const override = values.add(approval.override ?? null);
  const statement = values.prepare(
    db,
    `WITH ${counting}, "counted" AS (
       SELECT coalesce(sum("people"), 0) AS "people", json_group_object("reason", "people") AS "reasons"
       FROM (SELECT "reason", count(*) AS "people" FROM "judged" WHERE "leftOut" IS NULL GROUP BY "reason"))
     UPDATE "Notice" SET "status" = 'approved', "frozen" = ${values.add(approval.frozen)}, "approverId" = ${approver},
       "approvedAt" = ${at}, "movedAt" = ${at}, "dueAt" = ${values.add(approval.holdUntil)},
       "audienceCount" = "counted"."people", "audienceReasons" = "counted"."reasons", "note" = ${override},
       "isQuotaKnown" = ${values.add(approval.isQuotaKnown ?? false)}
     FROM "counted"
     WHERE "id" = ${values.add(approval.id)} AND "revision" = ${values.add(approval.revision)}
       AND "status" = 'pending-approval' AND ("authorId" <> ${approver} OR ${override} IS NOT NULL) AND "editedAt" >= ${oldest}
       AND (NOT "isDrill" OR "audience" ->> 'type' = 'testers')
       AND "counted"."people" > 0 AND "counted"."people" = ${values.add(approval.count)}`,
  );
  return (await runAudited(db, statement, along))
    ? { moved: true }
    : refusal(db, approval, ['pending-approval']);
};

/** Says which expectation of a refused move failed. */
const refusal = async (db: D1Database, read: Read, from: readonly NoticeStatus[]): Promise<Moved> => {
  const notice = await loadNotice(db, read.id);
  if (!notice) return { moved: false, because: 'unknown' };
  if (!from.includes(notice.status)) return { moved: false, because: 'status', is: notice.status };
  if (notice.revision !== read.revision) return { moved: false, because: 'revision', is: notice.revision };
  return { moved: false, because: 'audience-changed' };
};

/** The editable part in the order of the statements above. */
const wordValues = (words: NoticeWords): readonly (string | number | null)[] => [
  words.title,
  words.content,
  JSON.stringify(toldInOrder(words.rule, words.isCancellation)),
  words.audienceWords,
  words.topic ?? null,
  words.isDrill ? 1 : 0,
  words.isCancellation ? 1 : 0,
  words.forDay ?? null,
  words.sendAt ?? null,
  words.notAfter ?? null,
];

/** Puts off a scheduled notice to a later hour, without any other change. */
export const postpone = async (db: D1Database, read: Read, until: number): Promise<void> => {
  await db
    .prepare(
      `UPDATE "Notice" SET "dueAt" = ?3 WHERE "id" = ?1 AND "revision" = ?2 AND "status" = 'scheduled'`,
    )
    .bind(read.id, read.revision, until)
    .run();
};

/**
 * Writes what goes out, once, in both sizes of letters: a notice whose words are frozen already, by whoever approved
 * them, keeps them.
 */
export const writeFrozen = async (
  db: D1Database,
  read: Read,
  frozen: { readonly normal: string; readonly large: string },
): Promise<void> => {
  await db
    .prepare(
      `UPDATE "Notice" SET "frozen" = coalesce("frozen", ?3), "frozenLarge" = ?4
       WHERE "id" = ?1 AND "revision" = ?2 AND "status" = 'expanding' AND "frozenLarge" IS NULL`,
    )
    .bind(read.id, read.revision, frozen.normal, frozen.large)
    .run();
};
