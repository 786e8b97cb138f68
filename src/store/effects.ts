import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { type BookingEffect, isBookingEffect } from '../core/course/booking-effect';
import type { Effect } from '../core/effect';
import { isNoticeClaim, type NoticeClaim, type NoticeEffect } from '../core/notice';
import { isVolunteerEffect, type VolunteerEffect } from '../core/volunteer/volunteer';
import { claimOf, claimStatements } from './bookings/claims';
import type { Piece } from './bookings/seat-sql';
import { eraseStatements } from './erase';
import { relinkStatement } from './menu-links';
import { choiceStatements, isChoice } from './notices/choices';
import { noticeClaimStatements, noticeCondition } from './notices/claims';
import { reportStatements, wantAnswerStatement } from './place-reports/tell';
import { dropWishStatement, wishStatement } from './place-wishes';
import { answerStatement } from './surveys/answers';
import { caseStatement } from './volunteers/cases';
import { volunteerCondition, volunteerStatements } from './volunteers/claims';

/** The turn that effects belong to: they are written only if this very decision was. */
export interface Decided {
  readonly id: string;
  readonly retryKey: string;
  readonly personId: string;
}

const OURS = 'EXISTS (SELECT 1 FROM "Interaction" WHERE "id" = ? AND "retryKey" = ?)';

/** Effects that always succeed. */
type Plain = Exclude<
  Effect,
  | BookingEffect
  | NoticeEffect
  | VolunteerEffect
  | {
      readonly type:
        | 'forgetHer'
        | 'openCase'
        | 'keepWish'
        | 'dropWish'
        | 'reportPlace'
        | 'wantAnswer'
        | 'answerSurvey';
    }
>;

const isClaim = (effect: Effect): effect is BookingEffect | NoticeClaim | VolunteerEffect =>
  isBookingEffect(effect) || isNoticeClaim(effect) || isVolunteerEffect(effect);

/** What must be true for a turn to be written: what its claim expects. Nothing for a turn without one. */
export const conditionOf = (effects: readonly Effect[], personId: string, now: number): Piece | undefined => {
  const [claim, ...more] = effects.filter(isClaim);
  // A second claim would be judged by what was before the first: a fault of the dialogue, never an expected case.
  if (more.length > 0) throw new TypeError('A turn makes one claim at most.');
  if (claim === undefined) return undefined;
  if (isVolunteerEffect(claim)) return volunteerCondition(claim, personId);
  return isNoticeClaim(claim)
    ? noticeCondition(claim, { personId, now })
    : claimOf(claim, { personId, now }).condition;
};

/** The statements of a turn's effects, each guarded so that the loser of a race changes nothing. */
export const effectStatements = (
  db: D1Database,
  effects: readonly Effect[],
  turn: Decided,
  now: number,
): D1PreparedStatement[] => {
  const ours: Piece = { sql: OURS, values: [turn.id, turn.retryKey] };
  const guarded = (sql: string, ...values: (string | number | null)[]): D1PreparedStatement =>
    db.prepare(`${sql} ${OURS}`).bind(...values, turn.id, turn.retryKey);
  const statement = (effect: Plain, index: number): D1PreparedStatement => {
    switch (effect.type) {
      case 'keepArea':
        return guarded(
          `UPDATE "Person" SET "areaLabel" = ?, "areaLat" = ?, "areaLng" = ?, "areaIsCentre" = ?, "areaDistrict" = ?
           WHERE "id" = ? AND`,
          effect.area.label,
          effect.area.at.lat,
          effect.area.at.lng,
          effect.area.isCentre ? 1 : 0,
          effect.area.district ?? null,
          turn.personId,
        );
      case 'forgetArea':
        return guarded(
          `UPDATE "Person" SET "areaLabel" = NULL, "areaLat" = NULL, "areaLng" = NULL, "areaDistrict" = NULL
           WHERE "id" = ? AND`,
          turn.personId,
        );
      case 'setLetters':
        return guarded(
          'UPDATE "Person" SET "largeLetters" = ? WHERE "id" = ? AND',
          effect.areLarge ? 1 : 0,
          turn.personId,
        );
      case 'stopSending':
        return guarded(
          'UPDATE "Person" SET "leftAt" = ? WHERE "id" = ? AND ("followedAt" IS NULL OR "followedAt" <= ?) AND',
          effect.since,
          turn.personId,
          effect.since,
        );
      case 'resumeSending':
        return guarded(
          `UPDATE "Person" SET "followedAt" = ?, "leftAt" = CASE WHEN "leftAt" > ? THEN "leftAt" END
           WHERE "id" = ? AND`,
          effect.since,
          effect.since,
          turn.personId,
        );
      case 'eraseMessage':
        return guarded(
          `UPDATE "Interaction" SET "event" = '{"type":"ignored","what":"unsent"}' WHERE "personId" = ? AND "messageId" = ? AND`,
          turn.personId,
          effect.messageId,
        );
      case 'recordWish': {
        const { at, sphere, district, activity, day, nearestMetres } = effect.wish;
        return guarded(
          `INSERT OR IGNORE INTO "UnmetWish"
             ("id", "recordedAt", "lat", "lng", "sphere", "district", "activity", "day", "nearestMetres")
           SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE`,
          `${turn.id}-${index}`,
          now,
          at?.lat ?? null,
          at?.lng ?? null,
          sphere ?? null,
          district ?? null,
          activity ?? null,
          day ?? null,
          nearestMetres ?? null,
        );
      }
    }
  };
  const claimant = { turn: turn.id, personId: turn.personId, now };
  return effects.flatMap((effect, index) => {
    if (isBookingEffect(effect)) return claimStatements(db, claimOf(effect, claimant), ours, now);
    if (isNoticeClaim(effect)) return noticeClaimStatements(db, effect, claimant, ours);
    if (isVolunteerEffect(effect)) return volunteerStatements(db, effect, turn.personId, ours, now);
    if (effect.type === 'openCase') return [caseStatement(db, effect, turn, ours, now)];
    if (effect.type === 'keepWish') return [wishStatement(db, effect.wish, turn, ours, now)];
    if (effect.type === 'dropWish') return [dropWishStatement(db, effect.wish, turn.personId, ours)];
    if (effect.type === 'reportPlace') return reportStatements(db, effect.report, turn, ours, now);
    if (effect.type === 'wantAnswer') return [wantAnswerStatement(db, effect.place, turn.personId, ours)];
    if (effect.type === 'answerSurvey') return [answerStatement(db, effect, turn.personId, ours, now)];
    if (effect.type === 'forgetHer') return eraseStatements(db, turn, ours, now);
    if (effect.type === 'resumeSending') {
      return [statement(effect, index), relinkStatement(db, turn.personId, ours, now)];
    }
    if (isChoice(effect)) return choiceStatements(db, effect, turn.personId, ours, now);
    return [statement(effect, index)];
  });
};
