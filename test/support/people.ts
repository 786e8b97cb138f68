import type { D1Database } from '@cloudflare/workers-types';

/** Somebody who wants to help, a case, searches that found nothing, wishes and answers, so that no page is empty. */
export const fillPeople = async (db: D1Database, now: number): Promise<void> => {
  const rows = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, n) => n));
  await db.batch([
    db
      .prepare(
        `INSERT INTO "Volunteer" ("personId", "state", "revision", "ways", "areaLabel", "areaLat", "areaLng",
           "areaIsCentre", "district", "weekdays", "likes", "offeredAt", "movedAt")
         VALUES ('volunteer', 'met', 1, '["desk","teach"]', '東所沢3丁目', 35.7955, 139.5141, 1, '柳瀬', '[2,4]',
           '["体操"]', ?1, ?1)`,
      )
      .bind(now),
    db
      .prepare(
        `INSERT INTO "Case" ("id", "kind", "district", "facts", "openedAt")
         VALUES ('case', 'found-group', '柳瀬', '{"area":"東所沢3丁目","activity":"お茶"}', ?1)`,
      )
      .bind(now),
    db
      .prepare(
        `INSERT INTO "UnmetWish" ("id", "recordedAt", "sphere", "district", "activity", "nearestMetres")
         SELECT 'unmet ' || value, ?1, '柳瀬', '柳瀬', CASE WHEN value < 9 THEN '麻雀' ELSE '囲碁' END, 1240
         FROM json_each(?2)`,
      )
      .bind(now, rows(12)),
    db
      .prepare(
        `INSERT INTO "PlaceWish" ("id", "personId", "activity", "lat", "lng", "label", "district", "wishedAt",
           "seenRevision", "liveKey")
         SELECT 'wish ' || value, value, 'お茶', 35.8, 139.5, 'x', '柳瀬', ?1, 1, value FROM json_each(?2)`,
      )
      .bind(now, rows(7)),
    db
      .prepare(
        `INSERT OR IGNORE INTO "Course" ("id", "kind", "name", "sourceSet", "sourceKey")
         VALUES ('academy', 'シニア・アカデミー', 'シニア・アカデミー 春の回（見本）', 'test', 'academy')`,
      )
      .bind(),
    db
      .prepare(
        `INSERT INTO "Survey" ("id", "courseId", "district", "askedAt", "closesAt", "answer")
         SELECT 'survey ' || value, 'academy', '柳瀬', ?1, ?1 + 86400000,
           CASE WHEN value < 12 THEN 'found' WHEN value < 20 THEN 'way' WHEN value < 27 THEN 'neither' END
         FROM json_each(?2)`,
      )
      .bind(now, rows(33)),
  ]);
};
