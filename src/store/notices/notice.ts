import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import {
  type AudienceRule,
  audienceRule,
  isTopic,
  kindRules,
  type LeftOutReason,
  type NoticeKind,
  type NoticeStatus,
  statuses,
  type Topic,
} from '../../core/notice';
import type { AudienceSubject } from './audience';

/** Who wrote a notice. */
export interface Author {
  readonly kind: 'system' | 'supporter' | 'staff';
  readonly id: string;
}

/** What someone writes: the part of a notice that can still be edited. */
export interface NoticeWords {
  /** For lists; never anything personal. */
  readonly title: string;
  /** Core's messages as JSON. */
  readonly content: string;
  readonly rule: AudienceRule;
  /** The rule in words. */
  readonly audienceWords: string;
  readonly topic?: Topic;
  readonly isDrill: boolean;
  readonly isCancellation: boolean;
  /** `YYYY-MM-DD`. */
  readonly forDay?: string;
  /** Not before, and not after, in ms. */
  readonly sendAt?: number;
  readonly notAfter?: number;
}

/** A notice as it is stored. */
export interface StoredNotice extends NoticeWords {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly status: NoticeStatus;
  readonly revision: number;
  /** LINE's messages as JSON, once approved. */
  readonly frozen?: string;
  /** The same for those who asked for large letters; written before anybody is written down. */
  readonly frozenLarge?: string;
  /** The exact number of people at approval. */
  readonly audienceCount?: number;
  readonly audienceReasons: Readonly<Record<string, number>>;
  readonly scope?: { readonly kind: 'course' | 'place'; readonly target: string };
  readonly correctionOf?: string;
  readonly author: Author;
  readonly approverId?: string;
  readonly createdAt: number;
  readonly editedAt: number;
  readonly approvedAt?: number;
  readonly dueAt?: number;
  readonly expandedTo?: string;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  readonly note?: string;
  readonly movedAt: number;
}

/** Finds a notice. */
export const loadNotice = async (db: D1Database, id: string): Promise<StoredNotice | undefined> => {
  const row = await db.prepare('SELECT * FROM "Notice" WHERE "id" = ?1').bind(id).first();
  return row === null ? undefined : noticeIn(row);
};

/** The notices that stand in one of these statuses, the latest moved first. */
export const listNotices = async (
  db: D1Database,
  in_: readonly NoticeStatus[],
  limit: number,
): Promise<readonly StoredNotice[]> => {
  const { results } = await db
    .prepare(
      `SELECT * FROM "Notice" WHERE "status" IN (SELECT value FROM json_each(?1)) ORDER BY "movedAt" DESC LIMIT ?2`,
    )
    .bind(JSON.stringify(in_), limit)
    .all();
  return results.map(noticeIn);
};

/** Whether staff marked this person as a tester. */
export const isTester = async (db: D1Database, person: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM "Person" WHERE "id" = ?1 AND "isTester"').bind(person).first()) !== null;

/** Marks a person as a tester, or takes the mark off. False says that there is no such person. */
export const markTester = async (db: D1Database, person: string, is: boolean): Promise<boolean> => {
  const done = await db
    .prepare('UPDATE "Person" SET "isTester" = ?2 WHERE "id" = ?1')
    .bind(person, is ? 1 : 0)
    .run();
  return done.meta.changes === 1;
};

/** What the audience of a notice is decided by, as of its approval or, before that, of now. */
export const subjectOf = (
  notice: Pick<StoredNotice, 'id' | 'kind' | 'rule' | 'topic' | 'isDrill' | 'isCancellation' | 'approvedAt'>,
  now: number,
): AudienceSubject => ({
  notice: notice.id,
  kind: notice.kind,
  rule: notice.rule,
  ...(notice.topic === undefined ? {} : { topic: notice.topic }),
  isDrill: notice.isDrill,
  isCancellation: notice.isCancellation,
  asOf: notice.approvedAt ?? now,
  now,
});

const counts = z.record(z.string(), z.number());

const noticeRow = z.object({
  id: z.string(),
  kind: z.custom<NoticeKind>((word) => typeof word === 'string' && Object.hasOwn(kindRules, word)),
  status: z.custom<NoticeStatus>((word) => statuses.some((status) => status === word)),
  revision: z.number(),
  title: z.string(),
  content: z.string(),
  frozen: z.string().nullable(),
  frozenLarge: z.string().nullable(),
  audience: z.string(),
  audienceWords: z.string(),
  audienceCount: z.number().nullable(),
  audienceReasons: z.string().nullable(),
  topic: z.string().nullable(),
  isDrill: z.number(),
  isCancellation: z.number(),
  forDay: z.string().nullable(),
  scopeKind: z.enum(['course', 'place']).nullable(),
  scopeTarget: z.string().nullable(),
  correctionOf: z.string().nullable(),
  authorKind: z.enum(['system', 'supporter', 'staff']),
  authorId: z.string(),
  approverId: z.string().nullable(),
  createdAt: z.number(),
  editedAt: z.number(),
  approvedAt: z.number().nullable(),
  sendAt: z.number().nullable(),
  notAfter: z.number().nullable(),
  dueAt: z.number().nullable(),
  expandedTo: z.string().nullable(),
  leftOut: z.string().nullable(),
  note: z.string().nullable(),
  movedAt: z.number(),
});

/** Reads a row of `Notice`. Throws if it is not one: then a migration and the code disagree. */
export const noticeIn = (raw: unknown): StoredNotice => {
  const row = noticeRow.parse(raw);
  const { scopeKind, scopeTarget } = row;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    revision: row.revision,
    title: row.title,
    content: row.content,
    rule: audienceRule.parse(JSON.parse(row.audience)),
    audienceWords: row.audienceWords,
    audienceReasons: row.audienceReasons === null ? {} : counts.parse(JSON.parse(row.audienceReasons)),
    isDrill: row.isDrill === 1,
    isCancellation: row.isCancellation === 1,
    author: { kind: row.authorKind, id: row.authorId },
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    leftOut: row.leftOut === null ? {} : counts.parse(JSON.parse(row.leftOut)),
    movedAt: row.movedAt,
    ...(row.topic !== null && isTopic(row.topic) ? { topic: row.topic } : {}),
    ...(scopeKind === null || scopeTarget === null
      ? {}
      : { scope: { kind: scopeKind, target: scopeTarget } }),
    ...present({
      frozen: row.frozen,
      frozenLarge: row.frozenLarge,
      audienceCount: row.audienceCount,
      forDay: row.forDay,
      correctionOf: row.correctionOf,
      approverId: row.approverId,
      approvedAt: row.approvedAt,
      sendAt: row.sendAt,
      notAfter: row.notAfter,
      dueAt: row.dueAt,
      expandedTo: row.expandedTo,
      note: row.note,
    }),
  };
};

/** Leaves out what is null, so that absent means absent. */
const present = <T extends Record<string, unknown>>(row: T): { [K in keyof T]?: Exclude<T[K], null> } => {
  const kept = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], null> };
};
