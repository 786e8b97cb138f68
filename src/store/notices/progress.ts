import type { D1Database } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { ChunkState, DeliveryStatus, LeftOutReason } from '../../core/notice';
import { deliveryStatusIn } from '../../core/notice';

/** How far a notice is, in people. We never count "delivered": LINE gives no receipts. */
export interface Progress {
  readonly people: number;
  readonly byStatus: Readonly<Record<DeliveryStatus, number>>;
  /** Of those that are `sending`: their chunk is too old to be tried again, a person must decide. */
  readonly uncertain: number;
  /** Of those that are `pending`: never to be sent, because it was stopped. */
  readonly stopped: number;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Counts a notice's copies by status. */
export const progressOf = async (db: D1Database, notice: string): Promise<Progress> => {
  const [chunks, left, row] = await db.batch([
    db
      .prepare(
        `SELECT "state", sum("people") AS "people" FROM "Chunk" WHERE "noticeId" = ?1 GROUP BY "state"`,
      )
      .bind(notice),
    // Who was refused alone has a failed chunk of her own; who had left is in no chunk's number.
    db
      .prepare(
        `SELECT count(*) AS "people" FROM "Delivery" WHERE "noticeId" = ?1 AND "failedBecause" = 'left'`,
      )
      .bind(notice),
    db.prepare('SELECT "leftOut" FROM "Notice" WHERE "id" = ?1').bind(notice),
  ]);
  const byState = z.array(stateRow).parse(chunks?.results ?? []);
  const gone = leftRow.parse(left?.results[0]).people;
  const leftOut = z.object({ leftOut: z.string().nullable() }).safeParse(row?.results[0]).data?.leftOut;
  const of = (state: ChunkState): number => byState.find((one) => one.state === state)?.people ?? 0;
  const byStatus: Record<DeliveryStatus, number> = { pending: 0, sending: 0, sent: 0, failed: 0 };
  for (const { state, people } of byState) byStatus[deliveryStatusIn(state)] += people;
  byStatus.failed += gone;
  return {
    people: byStatus.pending + byStatus.sending + byStatus.sent + byStatus.failed,
    byStatus,
    uncertain: of('uncertain'),
    stopped: of('stopped'),
    leftOut: leftOut ? counts.parse(JSON.parse(leftOut)) : {},
  };
};

/** A notice one person was sent, for "the last ones again". */
export interface SentToHer {
  readonly notice: string;
  readonly sentAt: number;
  /** Core's messages as JSON. */
  readonly content: string;
}

/** The statement that reads the last notices of people: `"person"`, `"notice"`, `"sentAt"`, `"content"`. */
export const LAST_SENT = `SELECT "personId" AS "person", "Delivery"."noticeId" AS "notice", "closedAt" AS "sentAt", "content"
  FROM "Delivery" JOIN "Notice" ON "Notice"."id" = "Delivery"."noticeId"
    JOIN "Chunk" ON "Chunk"."noticeId" = "Delivery"."noticeId" AND "personId" BETWEEN "firstPersonId" AND "lastPersonId"
      AND "Delivery"."isLarge" = "Chunk"."isLarge"
  WHERE "failedBecause" IS NULL AND "state" = 'sent'`;

/** The last notices a person was sent, the newest first. */
export const lastSentTo = async (
  db: D1Database,
  person: string,
  limit: number,
): Promise<readonly SentToHer[]> => {
  const { results } = await db
    .prepare(`${LAST_SENT} AND "personId" = ?1 ORDER BY "queuedAt" DESC LIMIT ?2`)
    .bind(person, limit)
    .all();
  return z.array(z.object({ notice: z.string(), sentAt: z.number(), content: z.string() })).parse(results);
};

const counts = z.record(z.string(), z.number());
const stateRow = z.object({
  state: z.enum(['pending', 'sending', 'sent', 'failed', 'uncertain', 'stopped']),
  people: z.number(),
});
const leftRow = z.object({ people: z.number() });
