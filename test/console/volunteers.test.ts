import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { placeOfEntry } from '../../src/core/place-entry';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { saveNewPlace } from '../../src/store/place-changes';
import { openConsole, type StaffBrowser, type TestConsole } from '../support/console';
import { lessonWith } from '../support/lessons';

let office: TestConsole;
let desk: StaffBrowser;
let foreign: StaffBrowser;
let boss: StaffBrowser;
let count = 0;

beforeAll(async () => {
  office = await openConsole();
  desk = await office.signedIn('窓口の人', 'editor', ['柳瀬']);
  foreign = await office.signedIn('富岡の人', 'admin', ['富岡']);
  boss = await office.signedIn('承認の人', 'approver');
  const entry = {
    name: '柳瀬体操の会（見本）',
    activities: ['体操'],
    town: '東所沢3丁目',
    when: '毎週火曜 午前10時〜11時',
  };
  const place = placeOfEntry(entry, { number: 1, set: 'test' }, tokorozawa, office.clock.now);
  expect(await saveNewPlace(office.deps.db, place, { by: 'staff', now: office.clock.now })).toBe(true);
});
afterAll(() => office.close());

const run = (sql: string, ...values: (string | number | null)[]) =>
  office.deps.db
    .prepare(sql)
    .bind(...values)
    .run();

/** Somebody of 柳瀬 offers to help; returns her number. */
const offers = async (person: string, district = '柳瀬', label = '東所沢3丁目'): Promise<number> => {
  const at = tokorozawa.towns.find(({ name }) => name === '東所沢3丁目')?.at ?? { lat: 0, lng: 0 };
  await run(
    `INSERT INTO "Volunteer" ("personId", "state", "revision", "ways", "areaLabel", "areaLat", "areaLng", "areaIsCentre",
       "district", "weekdays", "likes", "offeredAt", "movedAt")
     VALUES (?1, 'wish', 1, '["desk"]', ?2, ?3, ?4, 1, ?5, '[2]', '["体操"]', ?6, ?6)`,
    person,
    label,
    at.lat,
    at.lng,
    district,
    office.clock.now,
  );
  const row = await office.deps.db
    .prepare('SELECT "rowid" AS "n" FROM "Volunteer" WHERE "personId" = ?')
    .bind(person)
    .first<number>('n');
  return row ?? 0;
};

const stateOf = (person: string) =>
  office.deps.db.prepare('SELECT "state" FROM "Volunteer" WHERE "personId" = ?').bind(person).first('state');

const moving = (from: string, to: string, revision: number) => ({ from, to, revision: String(revision) });

describe('Somebody who wants to help', () => {
  it('is seen by her district alone, by number, with the places that fit her in words', async () => {
    const path = `/console/volunteers/${await offers('U-anna')}`;
    await offers('U-beni', '富岡', '下富岡');
    const list = await desk.open('/console/volunteers');
    expect(list.text).toContain('東所沢3丁目のあたり（柳瀬）');
    expect(list.text).not.toContain('下富岡');
    expect(list.text).not.toContain('U-anna');
    expect((await desk.open('/console/volunteers?words=下富岡')).text).toContain('合う人はいません');
    expect((await desk.open('/console/volunteers?words=体操&state=wish')).text).toContain('東所沢3丁目');
    const page = await desk.open(path);
    expect(page.text).toContain('柳瀬体操の会（見本）');
    expect(page.text).toMatch(/歩いて約\d+分・火曜・体操/);
    expect(page.text).not.toContain('U-anna');
    expect((await foreign.open(path)).status).toBe(404);
    expect((await foreign.send(`${path}/move`, moving('wish', 'met', 1))).status).toBe(404);
    expect((await foreign.send(`${path}/contact`, {})).status).toBe(404);
    expect(await stateOf('U-anna')).toBe('wish');
  });

  it('is brought forward step by step; that she begins is for an approver, and all of it is written down', async () => {
    const path = `/console/volunteers/${await offers('U-chie')}`;
    expect((await desk.send(`${path}/move`, moving('wish', 'met', 1))).location).toContain('done=saved');
    expect((await desk.send(`${path}/move`, moving('wish', 'met', 1))).text).toContain(
      'そのあいだに変わりました',
    );
    expect((await desk.open(path)).text).toContain('承認の役の人が決めます');
    expect((await desk.send(`${path}/move`, moving('met', 'active', 2))).status).toBe(403);
    expect(await stateOf('U-chie')).toBe('met');
    expect((await boss.open(path)).text).toContain('活動を始めることを承認する');
    await boss.send(`${path}/move`, moving('met', 'active', 2));
    expect(await stateOf('U-chie')).toBe('active');
    expect((await boss.send(`${path}/move`, moving('active', 'trained', 3))).text).toContain(
      '変えられません',
    );
    const audit = await boss.open('/console/audit?action=volunteer.moved');
    expect(audit.text).toContain('承認の人');
    expect(audit.text).toContain('active');
  });

  it('is called by the number she gave for a helpers’ course; the look is written down, and other numbers are not shown', async () => {
    const { db } = office.deps;
    const course = (kind: string) => ({
      id: kind,
      kind,
      name: kind,
      needsContact: true,
      source: { set: 'test', key: kind },
    });
    await saveLessons(db, [
      lessonWith({ id: 'phone', course: course('スマホ教室') }),
      lessonWith({ id: 'helpers', course: course('認知症サポーター養成講座') }),
    ]);
    const path = `/console/volunteers/${await offers('U-dai')}`;
    const books = async (lesson: string, name: string) => {
      count += 1;
      await run(
        `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
         VALUES (?1, ?2, 'U-dai', ?1, 1, 'booked', 'chat', 1, 1)`,
        `b${count}`,
        lesson,
      );
      await run(`INSERT INTO "Contact" VALUES (?1, ?2, '04-0000-0000', 1, 9e15)`, `b${count}`, name);
    };
    await books('phone', '見本 電話子');
    expect((await desk.send(`${path}/contact`, {})).text).toContain('連絡先がないか');
    await books('helpers', '見本 講座子');
    expect((await desk.open(path)).text).not.toContain('講座子');
    const viewer = await office.signedIn('見る人', 'viewer');
    await viewer.open(path);
    expect((await viewer.send(`${path}/contact`, {})).status).toBe(403);
    const opened = await desk.send(`${path}/contact`, {});
    expect(opened.text).toContain('見本 講座子');
    expect(opened.text).not.toContain('電話子');
    const audit = await boss.open('/console/audit?action=contact.opened');
    expect(audit.text).toContain('窓口の人');
    expect(audit.text).not.toContain('講座子');
  });
});

describe('A volunteer at whose helpers’ course somebody notes who came', () => {
  it('is trained from then on, once and by herself, and another who did not come is not', async () => {
    await offers('U-fumi');
    await offers('U-gen');
    for (const [person, number] of [
      ['U-fumi', '71'],
      ['U-gen', '72'],
    ] as const) {
      await run(
        `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
         VALUES (?1, 'helpers', ?1, ?2, 1, 'booked', 'chat', 1, 1)`,
        person,
        number,
      );
    }
    const came = { 'came-U-fumi': '1', 'came-U-gen': '0' };
    await desk.send('/console/lessons/helpers/attendance', came);
    await desk.send('/console/lessons/helpers/attendance', came);
    expect([await stateOf('U-fumi'), await stateOf('U-gen')]).toEqual(['trained', 'wish']);
    const audit = await boss.open('/console/audit?action=volunteer.trained');
    expect(audit.text.match(/出席により、講座を受けた段階にした<\/td>/g)?.length).toBe(1);
  });
});

describe('A group that is to be founded', () => {
  it('is claimed by one coordinator of its district, noted and closed by her alone', async () => {
    await run(
      `INSERT INTO "Case" ("id", "personId", "kind", "district", "facts", "openedAt")
       VALUES ('case 1', 'U-eri', 'found-group', '柳瀬', '{"area":"東所沢3丁目","activity":"お茶"}', 1)`,
    );
    const path = '/console/cases/case%201';
    const other = await office.signedIn('もうひとり', 'editor', ['柳瀬']);
    expect((await foreign.open('/console/cases')).text).not.toContain('東所沢3丁目');
    for (const act of ['', '/claim', '/note', '/finish']) {
      const page =
        act === '' ? await foreign.open(path) : await foreign.send(`${path}${act}`, { result: 'x' });
      expect([act, page.status]).toEqual([act, 404]);
    }
    expect((await desk.open('/console')).text).toContain('終わっていない集まりの相談');
    const list = await desk.open('/console/cases');
    expect(list.text).toContain('集まりを始めたい');
    expect(list.text).not.toContain('U-eri');
    expect((await desk.send(`${path}/finish`, { result: '早すぎ' })).status).toBe(409);
    await desk.send(`${path}/claim`, {});
    await other.open(path);
    expect((await other.send(`${path}/claim`, {})).status).toBe(409);
    expect((await other.send(`${path}/note`, { note: '横取り' })).status).toBe(409);
    await desk.send(`${path}/note`, { note: '自治会長と会う' });
    expect((await desk.open(path)).text).toContain('自治会長と会う');
    expect((await desk.send(`${path}/finish`, { result: '' })).status).toBe(422);
    await desk.send(`${path}/finish`, { result: '4月から始まります' });
    expect((await desk.open('/console/cases')).text).toContain('4月から始まります');
    const audit = await boss.open('/console/audit?words=case%201');
    for (const act of ['引き受けた', 'メモを残した', '相談を終えた']) expect(audit.text).toContain(act);
    expect(audit.text).not.toContain('自治会長');
  });
});

describe('What is missing', () => {
  it('is shown by area and activity, without small numbers, to those of the district; the export is written down', async () => {
    const now = office.clock.now;
    const looks = (times: number, activity: string, district: string, ago = 1) =>
      Promise.all(
        Array.from({ length: times }, () => {
          count += 1;
          return run(
            'INSERT INTO "UnmetWish" ("id", "recordedAt", "district", "activity", "nearestMetres") VALUES (?, ?, ?, ?, 1240)',
            `w${count}`,
            now - ago * 86_400_000,
            district,
            activity,
          );
        }),
      );
    await looks(7, '麻雀', '柳瀬');
    await looks(3, '囲碁', '柳瀬');
    await looks(9, '太極拳', '富岡');
    await looks(8, '将棋', '柳瀬', 200);
    for (const person of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await run(
        `INSERT INTO "PlaceWish" ("id", "personId", "activity", "lat", "lng", "label", "district", "wishedAt", "seenRevision", "liveKey")
         VALUES (?1, ?1, 'お茶', 35.8, 139.5, 'x', '柳瀬', 1, 1, ?1)`,
        person,
      );
    }
    const page = await desk.open('/console/demand');
    expect(page.text).toMatch(/麻雀<\/td><td>7回<\/td><td>約1.2キロ/);
    expect(page.text).toMatch(/囲碁<\/td><td>5回未満<\/td><td>—/);
    expect(page.text).toMatch(/お茶<\/td><td>6人/);
    expect(page.text).not.toContain('太極拳');
    expect(page.text).not.toContain('将棋');
    expect((await desk.open('/console/demand?since=2026-01-01')).text).toContain('将棋');
    const file = await desk.open('/console/demand/export');
    expect(file.headers.get('content-disposition')).toContain('demand-2026-11-25.csv');
    expect(file.text).toContain('柳瀬,,囲碁,5回未満,\r\n');
    expect(file.text).not.toContain('太極拳');
    expect((await boss.open('/console/audit?action=demand.exported')).text).toContain('窓口の人');
  });
});

describe('What people answered after a course', () => {
  it('is shown with n and with those who gave no answer, by district, and exported as it is shown', async () => {
    const asks = (course: string, district: string, answers: readonly (readonly [string | null, number])[]) =>
      Promise.all(
        answers.flatMap(([answer, people]) =>
          Array.from({ length: people }, () => {
            count += 1;
            return run(
              'INSERT INTO "Survey" ("id", "courseId", "district", "askedAt", "closesAt", "answer") VALUES (?, ?, ?, 1, ?, ?)',
              `s${count}`,
              course,
              district,
              office.clock.now + 86_400_000,
              answer,
            );
          }),
        ),
      );
    for (const id of ['academy', 'small', 'far']) {
      await run(
        `INSERT INTO "Course" ("id", "kind", "name", "sourceSet", "sourceKey") VALUES (?1, 'シニア・アカデミー', ?1, 'test', 'x' || ?1)`,
        id,
      );
    }
    await asks('academy', '柳瀬', [
      ['found', 11],
      ['way', 7],
      ['neither', 6],
      ['refused', 5],
      [null, 8],
    ]);
    await asks('far', '富岡', [['found', 6]]);
    const page = await desk.open('/console/surveys');
    for (const cell of ['37', '24', '11', '7', '6', '13', '5', '75%', '90%']) {
      expect([cell, page.text.includes(`>${cell}</td>`)]).toEqual([cell, true]);
    }
    expect(page.text).toContain('令和8年度');
    expect(page.text).not.toContain('far');
    await asks('small', '柳瀬', [
      ['found', 2],
      [null, 1],
    ]);
    const withSmall = await desk.open('/console/surveys');
    expect(withSmall.text).toContain('n が5人未満');
    expect(withSmall.text).not.toContain('>11</td>');
    const file = await desk.open('/console/surveys/export');
    expect(file.text).toContain('academy');
    expect(file.text).not.toContain('far');
    expect((await boss.open('/console/audit?action=survey.exported')).text).toContain('窓口の人');
  });
});
