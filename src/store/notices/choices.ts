import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { NoticeClaim, NoticeEffect } from '../../core/notice';
import type { Piece } from '../bookings/seat-sql';

/** Choices a person makes for herself; they always succeed. */
export type ChoiceEffect = Exclude<NoticeEffect, NoticeClaim>;

const CHOICES: readonly string[] = [
  'spareHer',
  'tellHerAgain',
  'chooseAreas',
  'followPlace',
  'unfollowPlace',
] satisfies ChoiceEffect['type'][];

/** Tells a choice from all other effects. */
export const isChoice = <E extends { readonly type: string }>(effect: E): effect is E & ChoiceEffect =>
  CHOICES.includes(effect.type);

/** The statements of a choice, each guarded by the turn that made it. */
export const choiceStatements = (
  db: D1Database,
  effect: ChoiceEffect,
  personId: string,
  guard: Piece,
  now: number,
): D1PreparedStatement[] => {
  const guarded = (sql: string, ...values: (string | number)[]) =>
    db.prepare(`${sql} ${guard.sql}`).bind(...values, ...guard.values);
  const add = (what: string, values: readonly string[]) =>
    guarded(
      `INSERT OR IGNORE INTO "NoticeChoice" ("personId", "what", "value", "since")
       SELECT ?, ?, value, ? FROM json_each(?) WHERE`,
      personId,
      what,
      now,
      JSON.stringify(values),
    );
  const remove = (what: string, values: readonly string[]) =>
    guarded(
      `DELETE FROM "NoticeChoice" WHERE "personId" = ? AND "what" = ?
         AND "value" IN (SELECT value FROM json_each(?)) AND`,
      personId,
      what,
      JSON.stringify(values),
    );
  switch (effect.type) {
    case 'spareHer':
      return [add('stop', [effect.what])];
    case 'tellHerAgain':
      return [remove('stop', effect.what)];
    case 'chooseAreas':
      return [
        guarded(
          `DELETE FROM "NoticeChoice" WHERE "personId" = ? AND "what" = 'area'
             AND "value" NOT IN (SELECT value FROM json_each(?)) AND`,
          personId,
          JSON.stringify(effect.areas),
        ),
        add('area', effect.areas),
      ];
    case 'followPlace':
      return [add('place', [effect.place])];
    case 'unfollowPlace':
      return [remove('place', [effect.place])];
  }
};
