import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator';
import { LineClient } from '../../src/line/client';
import { nicknameOf } from '../../src/service/nickname';
import { openConsole, type StaffBrowser, type TestConsole } from '../support/console';

let office: TestConsole;
let desk: StaffBrowser;
let lesson: string;

beforeAll(async () => {
  office = await openConsole();
  desk = await office.signedIn('窓口の人', 'editor');
  await desk.open('/console/lessons/series');
  const made = await desk.send('/console/lessons/series', {
    id: crypto.randomUUID(),
    name: 'スマホ入門',
    kind: 'スマホ教室',
    when: '毎週水曜日 午前10時〜11時30分',
    from: '2026-12-01',
    to: '2026-12-31',
    venue: '吾妻まちづくりセンター',
    room: '第1会議室',
    district: '吾妻',
    seats: '3',
    needsContact: 'yes',
  });
  expect(made.location).toBe('/console/lessons?from=2026-12-01&done=added');
  lesson = (await lessons())[0] ?? '';
});
afterAll(() => office.close());

const lessons = async (): Promise<readonly string[]> => {
  const { results } = await office.deps.db
    .prepare('SELECT "id" FROM "Lesson" ORDER BY "startsAt"')
    .all<{ id: string }>();
  return results.map(({ id }) => id);
};

const pathOf = (id: string) => `/console/lessons/${encodeURIComponent(id)}`;

const book = (people: string, more: Record<string, string> = {}) =>
  desk.send(`${pathOf(lesson)}/bookings`, { id: crypto.randomUUID(), people, ...more });

describe('A series of lessons', () => {
  it('has one lesson on each of its days', async () => {
    expect((await lessons()).length).toBe(5);
    const page = await desk.open('/console/lessons?from=2026-12-01');
    expect(page.text).toContain('12月2日（水）');
    expect(page.text).toContain('0 / 3');
  });

  it('is not made in another district', async () => {
    const local = await office.signedIn('富岡の人', 'editor', ['富岡']);
    const page = await local.send('/console/lessons/series', {
      id: crypto.randomUUID(),
      name: 'x',
      kind: 'スマホ教室',
      when: '毎週水曜日 午前10時',
      from: '2026-12-01',
      to: '2026-12-31',
      venue: 'x',
      district: '吾妻',
      seats: '3',
    });
    expect(page.text).toContain('担当する地区を選んでください');
  });
});

describe('Somebody who books on the phone', () => {
  it('is given a number; the seats are never oversold, and a form sent twice books once', async () => {
    const id = crypto.randomUUID();
    const first = await desk.send(`${pathOf(lesson)}/bookings`, {
      id,
      people: '2',
      name: '所沢花子',
      phone: '04-0000-0000',
    });
    expect(first.text).toMatch(/予約番号は [23568]{4,} です/);
    await desk.send(`${pathOf(lesson)}/bookings`, { id, people: '2' });
    expect((await desk.open(pathOf(lesson))).text).toContain('2 / 3');
    expect((await book('2')).text).toContain('席がありません');
    expect((await book('1')).text).toContain('予約しました');
    expect((await book('1')).text).toContain('席がありません');
  });

  it('is on the roster by number only; her name is shown on one click, which is written down', async () => {
    const page = await desk.open(pathOf(lesson));
    expect(page.text).not.toContain('所沢花子');
    expect((await desk.open(`${pathOf(lesson)}/print`)).text).not.toContain('所沢花子');
    const booking =
      /name="booking" value="([^"]+)"\/?><button[^>]*>名前・連絡先を見る/.exec(page.text)?.[1] ?? '';
    const viewer = await office.signedIn('見る人', 'viewer');
    expect((await viewer.send(`${pathOf(lesson)}/contact`, { booking })).status).toBe(403);
    expect((await desk.send(`${pathOf(lesson)}/contact`, { booking })).text).toContain('所沢花子');
    const approver = await office.signedIn('監査の人', 'approver');
    const audit = await approver.open('/console/audit?action=contact.opened');
    expect(audit.text).toContain('連絡先を見た');
    expect(audit.text).toContain('窓口の人');
  });

  it('is noted as having come, and no more people than were booked', async () => {
    const page = await desk.open(pathOf(lesson));
    const booking = /name="came-([^"]+)"/.exec(page.text)?.[1] ?? '';
    await desk.send(`${pathOf(lesson)}/attendance`, { [`came-${booking}`]: '9' });
    const came = await office.deps.db
      .prepare(
        'SELECT a."people" = b."people" AS "same" FROM "Attendance" a JOIN "Booking" b ON b."id" = a."bookingId"',
      )
      .first<number>('same');
    expect(came).toBe(1);
  });
});

describe('A lesson', () => {
  it('is moved with the notice to its people already written, and never to fewer seats than are booked', async () => {
    const fields = {
      date: '2026-12-03',
      from: '13:30',
      to: '15:00',
      venue: '吾妻公民館',
      room: '',
      seats: '2',
    };
    expect((await desk.send(`${pathOf(lesson)}/move`, fields)).text).toContain('席を少なくはできません');
    const moved = await desk.send(`${pathOf(lesson)}/move`, { ...fields, seats: '4' });
    const draft = await desk.open(moved.location ?? '');
    expect(draft.text).toContain('12月3日（木）');
    expect(draft.text).toContain('吾妻公民館');
    expect(draft.text).toContain('この教室を予約した人');
  });

  it('is called off and its notice prepared', async () => {
    const cancelled = await desk.send(`${pathOf(lesson)}/cancel`, {});
    expect(cancelled.location).toContain('/console/notices/write?template=cancelled&lesson=');
    expect((await desk.open(pathOf(lesson))).text).toContain('中止');
    expect((await desk.open(cancelled.location ?? '')).text).toContain('中止になりました');
  });

  it('of another district cannot be seen, booked, moved, called off or opened', async () => {
    const local = await office.signedIn('並木の人', 'admin', ['並木']);
    expect((await local.open('/console/lessons?from=2026-12-01')).text).not.toContain('スマホ入門');
    expect((await local.open(pathOf(lesson))).status).toBe(404);
    expect((await local.open(`${pathOf(lesson)}/print`)).status).toBe(404);
    for (const act of ['bookings', 'bookings/cancel', 'contact', 'attendance', 'move', 'cancel', 'restore']) {
      expect([act, (await local.send(`${pathOf(lesson)}/${act}`, {})).status]).toEqual([act, 404]);
    }
    const about = await local.open(
      `/console/notices/write?template=moved&lesson=${encodeURIComponent(lesson)}`,
    );
    expect(about.text).not.toContain('スマホ入門');
  });
});

describe('A call that was asked for', () => {
  it('is taken on by one of the staff, who alone sees the number, and leaves no number when it is done', async () => {
    const id = crypto.randomUUID();
    const fields = { id, topic: '体操について', name: '所沢太郎', phone: '04-1111-1111', district: '吾妻' };
    await desk.send('/console/call-backs', fields);
    const other = await office.signedIn('もうひとり', 'editor');
    const foreign = await office.signedIn('富岡の人', 'admin', ['富岡']);
    const path = `/console/call-backs/${id}`;
    expect((await foreign.open(path)).status).toBe(404);
    expect((await foreign.send(`${path}/claim`, {})).status).toBe(404);
    expect((await foreign.send(`${path}/finish`, { result: 'x' })).status).toBe(404);
    expect((await foreign.open('/console/call-backs')).text).not.toContain('体操について');
    expect((await desk.open(path)).text).not.toContain('04-1111-1111');
    await desk.send(`${path}/claim`, {});
    await other.send(`${path}/claim`, {});
    expect((await desk.open(path)).text).toContain('04-1111-1111');
    expect((await other.open(path)).text).not.toContain('04-1111-1111');
    expect((await other.send(`${path}/finish`, { result: '横取り' })).status).toBe(422);
    await desk.send(`${path}/finish`, { result: '説明しました' });
    const kept = await office.deps.db
      .prepare('SELECT "phone", "result" FROM "CallBack" WHERE "id" = ?')
      .bind(id)
      .first();
    expect(kept).toEqual({ phone: null, result: '説明しました' });
  });
});

describe('A supporter', () => {
  it('is invited by a code that only its bearer will know, and is taken back', async () => {
    const course = await office.deps.db.prepare('SELECT "id" FROM "Course"').first<string>('id');
    const page = await desk.send('/console/supporters/invite', { course: course ?? '', place: '' });
    const code = /id="code">\s*(\d{6})/.exec(page.text)?.[1] ?? '';
    expect(code).toMatch(/^\d{6}$/);
    const stored = await office.deps.db.prepare('SELECT * FROM "SupporterInvite"').all();
    expect(JSON.stringify(stored.results)).not.toContain(code);
    const { db } = office.deps;
    await db
      .prepare(
        `INSERT INTO "SupporterScope" ("personId", "kind", "target", "grantedAt", "grantedBy") VALUES ('U1', 'course', ?, 1, 'x')`,
      )
      .bind(course)
      .run();
    const foreign = await office.signedIn('富岡の人', 'editor', ['富岡']);
    const fields = { person: 'U1', kind: 'course', target: course ?? '' };
    expect((await foreign.open('/console/supporters')).text).not.toContain('スマホ入門');
    expect((await foreign.send('/console/supporters/end', fields)).status).toBe(404);
    expect((await foreign.send('/console/supporters/invite', { course: course ?? '' })).status).toBe(422);
    expect((await desk.send('/console/supporters/end', fields)).status).toBe(303);
    const ended = await db.prepare('SELECT "endedAt" FROM "SupporterScope"').first<number>('endedAt');
    expect(ended).toBe(office.clock.now);
  });
});

describe('The first page', () => {
  it('says what waits', async () => {
    office.clock.now = Date.UTC(2026, 11, 8, 1);
    const someone = await office.signedIn('朝の人', 'approver');
    const page = await someone.open('/console');
    expect(page.text).toContain('あしたの教室');
    expect(page.text).toContain('12月9日（水）');
    expect(page.text).toContain('スマホ入門');
    expect(page.text).toContain('半年たしかめていない場所');
  });
});

describe('The nickname of somebody who booked in LINE', () => {
  it('is asked of LINE when somebody looks, and is kept nowhere', async () => {
    const emulator = createEmulator({ secret: 's', token: 't', deliver: async () => new Response('OK') });
    const line = new LineClient({ baseUrl: 'https://api.line.me', accessToken: 't' }, emulator.fetch);
    const her = emulator.person('はなちゃん');
    await her.follow();
    expect(await nicknameOf({ line }, her.id)).toBe('はなちゃん');
    await her.block();
    expect(await nicknameOf({ line }, her.id)).toBeUndefined();

    await office.deps.db
      .prepare(
        `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
         VALUES ('by-line', ?1, ?2, 'L9', 1, 'booked', 'chat', 1, 1)`,
      )
      .bind((await lessons())[1], her.id)
      .run();
    const path = pathOf((await lessons())[1] ?? '');
    const later = await office.signedIn('つぎの日の窓口', 'editor');
    const page = await later.send(`${path}/contact`, { booking: 'by-line' });
    // This console's LINE does not answer: that is said, and nothing breaks.
    expect(page.text).toContain('LINEの呼び名は、いまは分かりません');
    const approver = await office.signedIn('記録を見る人', 'approver');
    expect((await approver.open('/console/audit?action=contact.opened')).text).toContain('by-line');
  });
});
