import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { mayMove, type VolunteerEffect } from '../../core/volunteer/volunteer';
import type { Piece } from '../bookings/seat-sql';

/** What must be so for the turn to be written: her offer is the one that was read. */
export const volunteerCondition = (effect: VolunteerEffect, personId: string): Piece => {
  if (effect.type === 'offerHelp' && effect.expects === 0) {
    return { sql: 'NOT EXISTS (SELECT 1 FROM "Volunteer" WHERE "personId" = ?)', values: [personId] };
  }
  const known = 'EXISTS (SELECT 1 FROM "Volunteer" WHERE "personId" = ? AND "revision" = ?';
  return effect.type === 'offerHelp'
    ? { sql: `${known})`, values: [personId, effect.expects] }
    : { sql: `${known} AND "state" = ?)`, values: [personId, effect.expects, effect.from] };
};

/** The statements of such an effect; `guard` says that this very turn was decided. */
export const volunteerStatements = (
  db: D1Database,
  effect: VolunteerEffect,
  personId: string,
  guard: Piece,
  now: number,
): D1PreparedStatement[] => {
  const guarded = (sql: string, ...values: (string | number | null)[]): D1PreparedStatement =>
    db.prepare(`${sql} AND ${guard.sql}`).bind(...values, ...guard.values);
  if (effect.type === 'moveVolunteer') {
    if (!mayMove(effect.from, effect.to)) throw new TypeError(`No way from ${effect.from} to ${effect.to}.`);
    return [
      guarded(
        `UPDATE "Volunteer" SET "state" = ?, "placeId" = coalesce(?, "placeId"), "revision" = "revision" + 1,
           "movedAt" = ? WHERE "personId" = ?`,
        effect.to,
        effect.place ?? null,
        now,
        personId,
      ),
    ];
  }
  const { ways, area, weekdays, likes } = effect.offer;
  const offered = [
    JSON.stringify(ways),
    area?.label ?? null,
    area?.at.lat ?? null,
    area?.at.lng ?? null,
    area?.isCentre ? 1 : 0,
    area?.district ?? null,
    JSON.stringify(weekdays),
    JSON.stringify(likes),
  ];
  return [
    db
      .prepare(
        `INSERT INTO "Volunteer" ("personId", "state", "revision", "ways", "areaLabel", "areaLat", "areaLng",
           "areaIsCentre", "district", "weekdays", "likes", "offeredAt", "movedAt")
         SELECT ?, 'wish', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${guard.sql}
         ON CONFLICT ("personId") DO UPDATE SET "ways" = excluded."ways", "areaLabel" = excluded."areaLabel",
           "areaLat" = excluded."areaLat", "areaLng" = excluded."areaLng", "areaIsCentre" = excluded."areaIsCentre",
           "district" = excluded."district", "weekdays" = excluded."weekdays", "likes" = excluded."likes",
           "revision" = "revision" + 1, "movedAt" = excluded."movedAt",
           "state" = CASE WHEN "state" IN ('paused', 'ended') THEN 'wish' ELSE "state" END`,
      )
      .bind(personId, ...offered, now, now, ...guard.values),
  ];
};
