import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import {
  type AudienceRule,
  type ClassDay,
  type NoticeClaim,
  type Scope,
  SUPPORTER_HOLD,
  SUPPORTER_LIMIT,
} from '../../core/notice';
import type { Exception } from '../../core/schedule';
import { all, type Piece } from '../bookings/seat-sql';
import { exceptionId } from '../place-row';

/** Whose turn it is. */
export interface Claimant {
  readonly turn: string;
  readonly personId: string;
  readonly now: number;
}

/** She holds the role for this class or place, and the day is one of it. */
const inHerScope = (day: ClassDay, scope: Scope, personId: string): Piece => {
  const target = day.kind === 'lesson' ? day.course : day.place;
  const isOfScope = day.kind === 'lesson' ? 'course' : 'place';
  const covers =
    day.kind === 'lesson'
      ? `EXISTS (SELECT 1 FROM "Lesson" WHERE "id" = ? AND "courseId" = s."target")`
      : `s."target" = ?`;
  return {
    sql: `EXISTS (SELECT 1 FROM "SupporterScope" s WHERE s."personId" = ? AND s."kind" = ? AND s."target" = ?
      AND s."kind" = ? AND s."target" = ? AND s."endedAt" IS NULL AND ${covers})`,
    values: [
      personId,
      scope.kind,
      scope.target,
      isOfScope,
      target,
      day.kind === 'lesson' ? day.lesson : day.place,
    ],
  };
};

/** What must hold for a turn with this claim to be written. */
export const noticeCondition = (claim: NoticeClaim, { personId, now }: Omit<Claimant, 'turn'>): Piece => {
  switch (claim.type) {
    case 'redeemInvite':
      return {
        sql: `EXISTS (SELECT 1 FROM "SupporterInvite" WHERE "codeHash" = ? AND "usedAt" IS NULL AND "expiresAt" > ?)`,
        values: [claim.codeHash, now],
      };
    case 'tellClass': {
      const { day, isCancellation } = claim;
      const scope = inHerScope(day, claim.scope, personId);
      // Only what is still on can be called off, and only who called it off can take that back.
      return isCancellation && day.kind === 'lesson'
        ? all(scope, {
            sql: 'EXISTS (SELECT 1 FROM "Lesson" WHERE "id" = ? AND NOT "isCancelled")',
            values: [day.lesson],
          })
        : scope;
    }
    case 'askStandIn':
      return inHerScope(claim.day, claim.scope, personId);
    case 'withdrawNotice':
      return {
        sql: `EXISTS (SELECT 1 FROM "Notice" WHERE "id" = ? AND "authorKind" = 'supporter' AND "authorId" = ?
          AND "status" IN ('pending-approval', 'approved', 'scheduled'))`,
        values: [claim.notice, personId],
      };
  }
};

/** What a claim writes, each statement guarded by the turn. */
export const noticeClaimStatements = (
  db: D1Database,
  claim: NoticeClaim,
  claimant: Claimant,
  guard: Piece,
): D1PreparedStatement[] => {
  const { personId, now, turn } = claimant;
  const guarded = (sql: string, ...values: (string | number | null)[]) =>
    db.prepare(`${sql} ${guard.sql}`).bind(...values, ...guard.values);
  switch (claim.type) {
    case 'redeemInvite':
      return [
        guarded(
          `INSERT INTO "SupporterScope" ("personId", "kind", "target", "grantedAt", "grantedBy")
           SELECT ?, value ->> 'kind', value ->> 'target', ?, "madeBy" FROM "SupporterInvite", json_each("scopes")
           WHERE "codeHash" = ? AND "usedAt" IS NULL AND true AND ${guard.sql}
           ON CONFLICT ("personId", "kind", "target") DO UPDATE SET "endedAt" = NULL, "grantedAt" = excluded."grantedAt",
             "grantedBy" = excluded."grantedBy" WHERE`,
          personId,
          now,
          claim.codeHash,
          ...guard.values,
        ),
        guarded(
          'UPDATE "SupporterInvite" SET "usedBy" = ?, "usedAt" = ? WHERE "codeHash" = ? AND "usedAt" IS NULL AND',
          personId,
          now,
          claim.codeHash,
        ),
      ];
    case 'tellClass':
      return tellClass(claim, claimant, guarded);
    case 'askStandIn': {
      const { scope } = claim;
      const rule: AudienceRule = {
        type: 'supporters',
        scope: scope.kind,
        target: scope.target,
        except: personId,
      };
      return [
        guarded(
          `INSERT OR IGNORE INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords",
             "scopeKind", "scopeTarget", "authorKind", "authorId", "approverId", "createdAt", "editedAt", "approvedAt",
             "movedAt", "notAfter", "dueAt")
           SELECT ?1, 'stand-in', 'approved', ?2, ?3, ?4, ?5, ?6, ?7, 'supporter', ?8, ?8, ?9, ?9, ?9, ?9, ?10, ?9 WHERE`,
          turn,
          claim.title,
          JSON.stringify(claim.messages),
          JSON.stringify(rule),
          claim.audienceWords,
          scope.kind,
          scope.target,
          personId,
          now,
          claim.notAfter,
        ),
      ];
    }
    case 'withdrawNotice':
      return withdraw(claim.notice, personId, now, guarded);
  }
};

type Guarded = (sql: string, ...values: (string | number | null)[]) => D1PreparedStatement;

/**
 * The INSERT itself counts the people: whatever the dialogue believed, more than thirty wait for staff. Who fits is
 * decided by her scope in the turn's own condition.
 */
const tellClass = (
  claim: Extract<NoticeClaim, { type: 'tellClass' }>,
  { turn, personId, now }: Claimant,
  guarded: Guarded,
): D1PreparedStatement[] => {
  const { day, scope } = claim;
  const rule: AudienceRule =
    day.kind === 'lesson'
      ? { type: 'lesson', lesson: day.lesson, withWaiting: false, thenWaiting: claim.tellsWaiting }
      : { type: 'place', place: day.place };
  const counted =
    day.kind === 'lesson'
      ? `(SELECT count(DISTINCT "personId") FROM "Booking" WHERE "lessonId" = ?13
           AND "state" IN ('booked', 'held', 'offered', 'waiting'))`
      : `(SELECT count(*) FROM "NoticeChoice" WHERE "what" = 'place' AND "value" = ?13)`;
  const needsStaff = `(${counted} > ${SUPPORTER_LIMIT} OR ?12 > ${SUPPORTER_LIMIT})`;
  return [
    guarded(
      `INSERT OR IGNORE INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords",
         "isCancellation", "forDay", "scopeKind", "scopeTarget", "authorKind", "authorId", "createdAt", "editedAt",
         "movedAt", "notAfter", "audienceCount", "approverId", "approvedAt", "dueAt")
       SELECT ?1, 'class-notice', CASE WHEN ${needsStaff} THEN 'pending-approval' ELSE 'approved' END, ?2, ?3, ?4, ?5,
         ?6, ?7, ?8, ?9, 'supporter', ?10, ?11, ?11, ?11, ?14, ?12,
         CASE WHEN NOT ${needsStaff} THEN ?10 END, CASE WHEN NOT ${needsStaff} THEN ?11 END,
         CASE WHEN NOT ${needsStaff} THEN ?11 + ${SUPPORTER_HOLD} END WHERE`,
      turn,
      claim.title,
      JSON.stringify(claim.messages),
      JSON.stringify(rule),
      claim.audienceWords,
      claim.isCancellation ? 1 : 0,
      claim.forDay,
      scope.kind,
      scope.target,
      personId,
      now,
      claim.count,
      day.kind === 'lesson' ? day.lesson : day.place,
      claim.notAfter,
    ),
    ...(claim.isCancellation ? takeOffLists(claim, turn, now, guarded) : []),
  ];
};

/** The day is off in every list from this very step on, before anybody is told. */
const takeOffLists = (
  { day }: Extract<NoticeClaim, { type: 'tellClass' }>,
  turn: string,
  now: number,
  guarded: Guarded,
): D1PreparedStatement[] =>
  day.kind === 'lesson'
    ? [guarded('UPDATE "Lesson" SET "isCancelled" = true WHERE "id" = ? AND', day.lesson)]
    : [offStatement(day, turn, now, guarded), guarded(`${RAISE} WHERE`)];

const offStatement = (
  { place, date, from }: Extract<ClassDay, { kind: 'place' }>,
  turn: string,
  now: number,
  guarded: Guarded,
): D1PreparedStatement => {
  const off: Exception = { kind: 'off', date, ...(from === undefined ? {} : { from }) };
  return guarded(
    `INSERT OR IGNORE INTO "PlaceException" ("id", "placeId", "exception", "addedAt", "addedBy")
     SELECT ?, ?, ?, ?, ? WHERE`,
    exceptionId(place, off),
    place,
    JSON.stringify(off),
    now,
    addedBy(turn),
  );
};

/** The notice stands for its author, who can be found there; and what it added can be taken back with it. */
const addedBy = (notice: string): string => `notice:${notice}`;

const RAISE = 'UPDATE "CatalogueRevision" SET "revision" = "revision" + 1';

/** Nothing is sent, and what the notice had taken off the lists is on them again. */
const withdraw = (notice: string, personId: string, now: number, guarded: Guarded): D1PreparedStatement[] => [
  guarded(
    `UPDATE "Lesson" SET "isCancelled" = false WHERE "id" = (
       SELECT "audience" ->> 'lesson' FROM "Notice" WHERE "id" = ? AND "authorId" = ? AND "isCancellation"
         AND "status" IN ('pending-approval', 'approved', 'scheduled')) AND`,
    notice,
    personId,
  ),
  guarded('DELETE FROM "PlaceException" WHERE "addedBy" = ? AND', addedBy(notice)),
  guarded(`${RAISE} WHERE`),
  guarded(
    `UPDATE "Notice" SET "status" = 'cancelled', "note" = 'withdrawn', "movedAt" = ?, "dueAt" = NULL
     WHERE "id" = ? AND "authorKind" = 'supporter' AND "authorId" = ?
       AND "status" IN ('pending-approval', 'approved', 'scheduled') AND`,
    now,
    notice,
    personId,
  ),
];
