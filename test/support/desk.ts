import type { D1Database } from '@cloudflare/workers-types';

/** What lies on a desk in the evening: things reported, things the machine could not settle, calls, and a class. */
export interface Desk {
  readonly place: string;
  readonly lesson: string;
}

/** Fills the tables of which each page shows something, into the demonstration data. */
export const fillDesk = async (db: D1Database, now: number): Promise<Desk> => {
  const place =
    (await db.prepare('SELECT "id" FROM "Place" ORDER BY "id" LIMIT 1').first<string>('id')) ?? '';
  const lesson =
    (await db
      .prepare('SELECT "id" FROM "Lesson" WHERE "startsAt" > ? ORDER BY "startsAt" LIMIT 1')
      .bind(now)
      .first<string>('id')) ?? '';
  const said = ['もうやっていないと聞きました。戸が閉まっていました。', '電話がつながりません。'];
  await db.batch([
    ...said.flatMap((text, index) => [
      db
        .prepare(
          `INSERT INTO "Interaction" ("id", "personId", "event", "occurredAt", "receivedAt") VALUES (?1, ?2, ?3, ?4, ?4)`,
        )
        .bind(`said-${index}`, `Urep${index}`, JSON.stringify({ type: 'said', text }), now - 3_600_000),
      db
        .prepare(
          `INSERT INTO "PlaceReport" ("id", "personId", "placeId", "what", "saidIn", "wantsAnswer", "reportedAt", "liveKey")
           VALUES (?1, ?2, ?3, 'shut', ?4, 1, ?5, ?1)`,
        )
        .bind(`said-${index}`, `Urep${index}`, place, JSON.stringify([`said-${index}`]), now - 3_600_000),
    ]),
    db.prepare('UPDATE "Lesson" SET "seats" = 20 WHERE "id" = ?').bind(lesson),
    db.prepare('UPDATE "Place" SET "doubtedAt" = ?1 WHERE "id" = ?2').bind(now, place),
    ...['notice-stuck', 'chunk-uncertain'].map((kind) =>
      db
        .prepare('INSERT INTO "Alert" ("id", "kind", "subject", "raisedAt") VALUES (?1, ?1, \'half\', ?2)')
        .bind(kind, now - 7_200_000),
    ),
    db
      .prepare(
        `INSERT INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords", "authorKind", "authorId",
           "audienceCount", "createdAt", "editedAt", "movedAt")
         VALUES ('half', 'broadcast', 'done', '体操のお知らせ', '[{"type":"text","text":"体操のお知らせです。"}]',
           '{"type":"everyone"}', '友だち全員（市全体）', 'staff', 'x', 6, ?1, ?1, ?1)`,
      )
      .bind(now - 90_000_000),
    db
      .prepare(
        `INSERT INTO "Chunk" ("noticeId", "firstPersonId", "lastPersonId", "people", "via", "state", "retryKey", "attempts",
           "firstTriedAt") VALUES ('half', 'Ua', 'Uz', 6, 'multicast', 'uncertain', 'half', 9, ?1)`,
      )
      .bind(now - 90_000_000),
    db
      .prepare(
        `INSERT INTO "CallBack" ("id", "district", "topic", "note", "name", "phone", "askedAt")
         VALUES ('call', '吾妻', '集まりのこと', '午前中がよい', '所沢花子（見本）', '090-0000-0000', ?1)`,
      )
      .bind(now - 5_400_000),
    ...['A1', 'B2', 'C3'].map((number, index) =>
      db
        .prepare(
          `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt",
             "isProxy") VALUES (?1, ?2, ?3, ?1, ?4, 'booked', 'chat', ?5, ?5, ?6)`,
        )
        .bind(number, lesson, `Ubook${index}`, index === 1 ? 2 : 1, now, index === 2 ? 1 : 0),
    ),
    db
      .prepare(
        `INSERT INTO "Contact" ("bookingId", "name", "phone", "givenAt", "keepUntil")
         VALUES ('A1', '見本 太郎', '090-0000-0000', ?1, ?1)`,
      )
      .bind(now),
  ]);
  return { place, lesson };
};
