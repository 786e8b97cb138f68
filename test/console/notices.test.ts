import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { placeOfEntry } from '../../src/core/place-entry';
import { LineClient } from '../../src/line/client';
import { decode } from '../../src/line/decode';
import { answerPeople } from '../../src/service/answer-people';
import { takeIn } from '../../src/service/take-in';
import { saveNewPlace } from '../../src/store/place-changes';
import { openConsole, type StaffBrowser, type TestConsole } from '../support/console';
import { deliverDue } from '../support/deliver-due';

let office: TestConsole;
let writer: StaffBrowser;
let reader: StaffBrowser;

beforeAll(async () => {
  office = await openConsole();
  await befriend('A', '吾妻');
  await befriend('B', '吾妻');
  await befriend('C', '富岡');
  await befriend('D', '吾妻', { hasLeft: true });
});
afterAll(() => office.close());
beforeEach(async () => {
  office.clock.now += 2 * 60 * 60_000;
  if (new Date(office.clock.now + 9 * 3_600_000).getUTCHours() > 18) office.clock.now += 14 * 60 * 60_000;
  writer = await office.signedIn('書く人', 'editor');
  reader = await office.signedIn('読む人', 'approver');
});

const befriend = async (name: string, district: string, { hasLeft = false } = {}): Promise<void> => {
  const id = `U${name.toLowerCase().repeat(32).slice(0, 32)}`;
  await office.deps.db
    .prepare(
      'INSERT INTO "Person" ("id", "createdAt", "followedAt", "leftAt", "areaDistrict") VALUES (?, 1, 1, ?, ?)',
    )
    .bind(id, hasLeft ? 2 : null, district)
    .run();
};

const draft = {
  heading: '体操のつどい',
  text: '12月10日（木）午後1時30分から、吾妻まちづくりセンターで体操のつどいがあります。',
  audience: 'districts',
  districts: '吾妻',
  topic: 'gatherings',
  forDay: '2026-12-10',
};

const write = async (browser: StaffBrowser, fields: Record<string, string | string[]> = draft) => {
  const id = crypto.randomUUID();
  const sent = await browser.send('/console/notices', { ...fields, id, revision: '1' });
  return { id, path: `/console/notices/${id}`, sent };
};

const stateOf = (id: string) =>
  office.deps.db.prepare('SELECT "status" FROM "Notice" WHERE "id" = ?').bind(id).first<string>('status');

const handedIn = async () => {
  const written = await write(writer);
  await writer.send(`${written.path}/hand-in`, { revision: '1', warningsRead: 'yes' });
  expect(await stateOf(written.id)).toBe('pending-approval');
  return written;
};

describe('A notice', () => {
  it('shows its author, before anything is stored, whom it would reach, why, and who is left out', async () => {
    const page = await writer.send('/console/notices/look-now', { ...draft, id: 'x', revision: '1' });
    expect(page.text).toContain('2人');
    expect(page.text).toContain('住まいのあたりをおぼえさせた：2人');
    expect(page.text).toContain('友だちをやめた（ブロック）：1人');
    expect(page.text).toContain('体操のつどい');
    const stored = await office.deps.db.prepare('SELECT count(*) AS "n" FROM "Notice"').first<number>('n');
    expect(stored).toBe(0);
  });

  it('is written once, however often the form is sent', async () => {
    const id = crypto.randomUUID();
    for (let tries = 0; tries < 2; tries += 1) {
      const sent = await writer.send('/console/notices', { ...draft, id, revision: '1' });
      expect(sent.location).toBe(`/console/notices/${id}?done=drafted`);
    }
  });

  it('goes from one person who writes it to another who reads it, waits, and can be stopped meanwhile', async () => {
    const { id, path } = await handedIn();
    expect((await writer.send(`${path}/edit`, { ...draft, revision: '1' })).status).toBe(404);
    const wrong = await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '3' });
    expect(wrong.text).toContain('人数がちがいます');
    const right = await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '２' });
    expect(right.location).toBe(`${path}?done=approved`);
    expect((await reader.open(path)).text).toContain('送り始める前です');
    const stopped = await writer.send(`${path}/stop`, { revision: '1', why: '日にちをまちがえた' });
    expect(stopped.location).toBe(`${path}?done=stopped`);
    expect(await stateOf(id)).toBe('cancelled');
  });

  it('cannot be approved by its author, not even by an admin', async () => {
    const admin = await office.signedIn('管理者', 'admin');
    const { id, path } = await write(admin);
    await admin.send(`${path}/hand-in`, { revision: '1', warningsRead: 'yes' });
    const page = await admin.send(`${path}/approve`, { revision: '1', shown: '2', count: '2' });
    expect(page.text).toContain('自分が書いたものは承認できません');
    expect(await stateOf(id)).toBe('pending-approval');
  });

  it('in an emergency is let go by an admin with a typed reason, and by nobody else', async () => {
    const admin = await office.signedIn('当直', 'admin');
    const { id, path } = await write(admin);
    await admin.send(`${path}/hand-in`, { revision: '1', warningsRead: 'yes' });
    const fields = { revision: '1', shown: '2', count: '2' };
    expect(
      (await reader.send(`${path}/override`, { ...fields, reason: '台風で中止のため急ぐ' })).status,
    ).toBe(403);
    expect((await admin.send(`${path}/override`, { ...fields, reason: '急ぐ' })).status).toBe(422);
    expect(
      (await admin.send(`${path}/override`, { ...fields, reason: '台風が近づき、今夜中に知らせる' })).status,
    ).toBe(303);
    expect(await stateOf(id)).toBe('approved');
    const alert = await office.deps.db
      .prepare(`SELECT "subject" FROM "Alert" WHERE "kind" = 'notice-overridden'`)
      .first<string>('subject');
    expect(alert).toBe(id);
    expect((await admin.open('/console/audit?action=notice.overridden')).text).toContain('台風が近づき');
  });

  it('tells its approver what it does to the month, and goes out because she knew', async () => {
    const { id, path } = await handedIn();
    const { db } = office.deps;
    const month = new Date(office.clock.now + 9 * 3_600_000).toISOString().slice(0, 7);
    await db
      .prepare('INSERT INTO "QuotaMonth" ("month", "limit", "used", "readAt") VALUES (?, 100, 90, ?)')
      .bind(month, office.clock.now)
      .run();
    const page = (await reader.open(path)).text;
    expect(page).toMatch(/中止の連絡のために残す分が\d+通たりなくなります/);
    expect(page).toContain('name="quotaTold" value="yes"');
    await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '2', quotaTold: 'yes' });
    const known = await db.prepare('SELECT "isQuotaKnown" FROM "Notice" WHERE "id" = ?').bind(id).first();
    expect(known).toEqual({ isQuotaKnown: 1 });
    await db
      .prepare(`UPDATE "Notice" SET "status" = 'paused', "note" = 'eats-reserve' WHERE "id" = ?`)
      .bind(id)
      .run();
    expect((await reader.open(path)).text).toContain('を押すと、それを承知で送ります');
    await writer.send(`${path}/stop`, { revision: '1', why: '来月にする' });
    await db.prepare('DELETE FROM "QuotaMonth"').run();
  });

  it('is not approved where its audience is another than the one that was read', async () => {
    const { id, path } = await handedIn();
    await befriend('E', '吾妻');
    const page = await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '2' });
    expect(page.text).toContain('人数が変わったか');
    expect(await stateOf(id)).toBe('pending-approval');
    await office.deps.db.prepare('DELETE FROM "Person" WHERE "id" LIKE \'Ue%\'').run();
  });

  it('is not approved where what was read is an older writing of it', async () => {
    const { id, path } = await handedIn();
    await reader.send(`${path}/return`, { revision: '1', why: '時間を書いてください' });
    expect((await writer.open(path)).text).toContain('時間を書いてください');
    await writer.send(`${path}/edit`, { ...draft, heading: '体操の会', revision: '1' });
    await writer.send(`${path}/hand-in`, { revision: '2', warningsRead: 'yes' });
    const page = await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '2' });
    expect(page.text).toContain('内容が新しくなりました');
    expect(await stateOf(id)).toBe('pending-approval');
  });

  it('names what is doubtful, and is handed in only after its author said that she read it', async () => {
    const text = '12月10日（水）あした、佐藤花子さん（090-1234-5678）がお話をします。https://example.com/x';
    const { id, path } = await write(writer, { ...draft, text });
    const page = await writer.open(path);
    expect(page.text).toContain('曜日がちがいます。12月10日（木）なのに「水」');
    expect(page.text).toContain('個人の情報かもしれません：090-1234-5678');
    expect(page.text).toContain('佐藤花子さん');
    expect(page.text).toContain('市のページでないリンク');
    await writer.send(`${path}/hand-in`, { revision: '1' });
    expect(await stateOf(id)).toBe('draft');
  });

  it('of a district cannot be seen, changed, approved or stopped by staff of another', async () => {
    const { path } = await handedIn();
    const other = await office.signedIn('富岡の人', 'admin', ['富岡']);
    expect((await other.open(path)).status).toBe(404);
    expect((await other.open(`${path}/progress`)).status).toBe(404);
    expect((await other.open(`${path}/edit`)).status).toBe(404);
    for (const act of [
      'edit',
      'test',
      'hand-in',
      'approve',
      'return',
      'stop',
      'pause',
      'resume',
      'override',
    ]) {
      expect([act, (await other.send(`${path}/${act}`, { revision: '1', why: 'x' })).status]).toEqual([
        act,
        404,
      ]);
    }
    expect((await other.open('/console/notices')).text).not.toContain('体操のつどい');
    const beyond = await write(other);
    expect(beyond.sent.text).toContain('担当する地区の外へは送れません');
    const everybody = await write(other, { ...draft, audience: 'everyone' });
    expect(everybody.sent.text).toContain('担当する地区の外へは送れません');
  });

  it('is tried on its author’s own LINE alone, once she showed by a code which one is hers', async () => {
    const { path } = await write(writer);
    expect((await writer.send(`${path}/test`, { revision: '1' })).text).toContain('つながっていません');
    const page = await writer.send('/console/account/line', {});
    const code = /id="code">\s*(\d{6})/.exec(page.text)?.[1] ?? '';
    expect((await writer.send('/console/account/line/linked', {})).text).toContain('まだ届いていません');
    const person = `U${'f'.repeat(32)}`;
    const sent: string[] = [];
    const line = new LineClient({ baseUrl: 'http://line.invalid', accessToken: 'token' }, async (_, init) => {
      sent.push(String(init?.body));
      return new Response('{}');
    });
    const deps = { ...office.deps, line };
    const event = {
      type: 'message',
      webhookEventId: '01',
      timestamp: office.clock.now,
      source: { type: 'user', userId: person },
      replyToken: 'r',
      deliveryContext: { isRedelivery: false },
      mode: 'active',
      message: { type: 'text', id: '1', text: code, quoteToken: 'q' },
    };
    const work = await takeIn(deps, decode(JSON.stringify({ destination: 'x', events: [event] })));
    await answerPeople(deps, work);
    expect(sent.join()).toContain('番号を受けとりました');
    expect((await writer.send('/console/account/line/linked', {})).location).toBe(
      '/console/account?done=saved',
    );
    const linked = await office.deps.db
      .prepare('SELECT "personId" FROM "Staff" WHERE "personId" IS NOT NULL')
      .all();
    expect(linked.results).toEqual([{ personId: person }]);
    await office.deps.db.prepare('DELETE FROM "Person" WHERE "id" = ?').bind(person).run();
  });

  it('goes out after its hold, is reported, and is put right for exactly those it reached', async () => {
    const { id, path } = await handedIn();
    await reader.send(`${path}/approve`, { revision: '1', shown: '2', count: '2' });
    office.clock.now += 3 * 60_000;
    await deliverDue(office);
    expect(await stateOf(id)).toBe('done');
    const result = await writer.open(path);
    expect(result.text).toContain('2人のうち2人に送りました');
    expect(result.text).toContain(`${path}/correct`);

    const form = await writer.open(`${path}/correct`);
    expect(form.text).toContain('正しくは');
    const again = await write(writer, {
      heading: '訂正のお知らせ',
      text: '正しくは12月11日（金）です。',
      audience: 'correction',
      correctionOf: id,
    });
    expect((await writer.open(again.path)).text).toMatch(/id="count">\s*2人/);
  });
});

describe('An audience of several rules', () => {
  const near = { lat: 35.8, lng: 139.47 };
  const person = async (name: string, district: string, lat: number) => {
    await befriend(name, district);
    const id = `U${name.toLowerCase().repeat(32).slice(0, 32)}`;
    await office.deps.db
      .prepare('UPDATE "Person" SET "areaLat" = ?, "areaLng" = ? WHERE "id" = ?')
      .bind(lat, near.lng, id)
      .run();
    return id;
  };
  const books = (id: string, lesson: string) =>
    office.deps.db
      .prepare(
        `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
         VALUES (?1, ?2, ?3, ?1, 1, 'booked', 'chat', 1, 1)`,
      )
      .bind(`${id}-${lesson}`, lesson, id)
      .run();

  it('reaches those for whom every one holds, and says so in words, in its count and in its reasons', async () => {
    const { db } = office.deps;
    await db.batch([
      db.prepare(
        `INSERT INTO "Course" ("id", "kind", "name", "sourceSet", "sourceKey") VALUES ('sp', 'x', 'スマホ教室', 't', 'sp')`,
      ),
      ...['l1', 'l2'].map((id, index) =>
        db
          .prepare(
            `INSERT INTO "Lesson" ("id", "courseId", "date", "fromTime", "startsAt", "endsAt", "venue", "district", "opensAt",
               "closesAt", "sourceSet", "sourceKey") VALUES (?1, 'sp', ?2, '10:00', ?3, ?3, '館', '並木', 0, ?3, 't', ?1)`,
          )
          .bind(id, `2026-12-1${index}`, office.clock.now + (20 + index) * 86_400_000),
      ),
    ]);
    const place = placeOfEntry(
      { name: '並木の会', activities: ['体操'], town: '並木8丁目' },
      { number: 1, set: 't' },
      office.deps.city,
      office.clock.now,
    );
    await saveNewPlace(db, { ...place, at: near, district: '並木' }, { by: 'x', now: 1 });
    // Books and lives near in the district; books but lives far; near but books nothing; near, booked, of another district.
    await books(await person('M', '並木', near.lat + 0.001), 'l1');
    await books(await person('N', '並木', near.lat + 0.1), 'l1');
    await person('O', '並木', near.lat);
    await books(await person('P', '富岡', near.lat), 'l1');
    await books(await person('Q', '並木', near.lat), 'l2');

    const fields = { ...draft, lesson: 'l1', audience: 'lesson', districts: '並木' };
    const narrowed = { ...fields, nearMetres: '500', nearPlace: '並木の会', alsoCourse: 'sp' };
    const live = await writer.send('/console/notices/look-now', { ...narrowed, id: crypto.randomUUID() });
    expect(live.text).toMatch(/id="count">\s*1人/);
    expect(live.text).toContain('予約した・住まいのあたりをおぼえさせた・予約した・近くに住む：1人');
    const wider = await writer.send('/console/notices/look-now', {
      ...fields,
      audience: 'course',
      id: crypto.randomUUID(),
    });
    expect(wider.text).toMatch(/id="count">\s*3人/);

    const { id, path } = await write(writer, narrowed);
    const page = await writer.open(path);
    expect(page.text).toContain(
      '「スマホ教室」を予約した人、そのうち、並木地区の人、そのうち、「スマホ教室」のこれからの回を予約した人、そのうち、「並木の会」から500メートルの人（すべてに当てはまる人だけ）',
    );
    const form = await writer.open(`${path}/edit`);
    expect(form.text).toContain('value="並木の会"');
    expect(form.text).toContain('<option value="500" selected');
    await writer.send(`${path}/hand-in`, { revision: '1', warningsRead: 'yes' });
    await reader.send(`${path}/approve`, { revision: '1', shown: '1', count: '1' });
    office.clock.now += 3 * 60_000;
    await deliverDue(office);
    expect(await stateOf(id)).toBe('done');
    const sent = await db.prepare('SELECT "personId" FROM "Delivery" WHERE "noticeId" = ?').bind(id).all();
    expect(sent.results).toEqual([{ personId: `U${'m'.repeat(32)}` }]);
  });

  it('is refused where a place is named that is not there, and where it is a drill', async () => {
    const unknown = await write(writer, { ...draft, nearMetres: '500', nearPlace: 'どこかの会' });
    expect(unknown.sent.text).toContain('登録のとおりに書いてください');
    const drill = await write(writer, { ...draft, audience: 'testers', kinds: 'drill' });
    expect(drill.sent.text).toContain('しぼれません');
  });
});

describe('A supporter’s notice', () => {
  it('is seen and approved by the staff of its own district alone, by list, address and form', async () => {
    const { db } = office.deps;
    await db
      .prepare(
        `INSERT INTO "Notice" ("id", "kind", "status", "title", "content", "audience", "audienceWords", "scopeKind", "scopeTarget",
           "authorKind", "authorId", "createdAt", "editedAt", "movedAt")
         SELECT 'sup', 'class-notice', 'pending-approval', '会場が変わります', '[{"type":"text","text":"x"}]',
           json_object('type', 'place', 'place', "id"), 'x', 'place', "id", 'supporter', 'Uz', ?1, ?1, ?1
         FROM "Place" WHERE "name" = '並木の会'`,
      )
      .bind(office.clock.now)
      .run();
    const foreign = await office.signedIn('富岡の承認', 'approver', ['富岡']);
    const own = await office.signedIn('並木の承認', 'approver', ['並木']);
    expect((await foreign.open('/console/notices')).text).not.toContain('会場が変わります');
    expect((await own.open('/console/notices')).text).toContain('会場が変わります');
    expect((await foreign.open('/console/notices/sup')).status).toBe(404);
    expect((await own.open('/console/notices/sup')).status).toBe(200);
    expect((await foreign.open('/console/audit?subject=sup')).text).not.toContain('会場が変わります');
    for (const act of [
      'approve',
      'return',
      'stop',
      'pause',
      'resume',
      'test',
      'hand-in',
      'uncertain',
      'edit',
    ]) {
      const fields = { revision: '1', shown: '0', count: '0', why: 'x', first: 'x', as: 'sent' };
      expect([act, (await foreign.send(`/console/notices/sup/${act}`, fields)).status]).toEqual([act, 404]);
    }
    for (const look of ['edit', 'correct', 'progress', 'uncertain']) {
      expect([look, (await foreign.open(`/console/notices/sup/${look}`)).status]).toEqual([look, 404]);
    }
    expect(await stateOf('sup')).toBe('pending-approval');
  });
});
