import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { formsApp } from '../../src/forms/app';
import { lessonsApp } from '../../src/forms/lessons';
import { forgetContacts } from '../../src/store/bookings/contacts';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { ClassChat, ORIGIN } from '../support/class-chat';
import { clearBookings, DAY, lessonWith, MINUTE } from '../support/lessons';

let database: LocalDatabase;
let chat: ClassChat;

const training = (seats = 20) => {
  const lesson = lessonWith({ seats });
  return {
    ...lesson,
    course: {
      ...lesson.course,
      kind: 'スマホサポーター養成講座',
      name: 'スマホサポーター養成講座（見本）',
      needsContact: true,
    },
  };
};

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
beforeEach(async () => {
  await clearBookings(database.db);
  await database.db.prepare('DELETE FROM "Notice"').run();
  chat = new ClassChat(database.db);
});
afterAll(() => database.close());

/** A browser's request to our pages. */
const visit = (url: string, init?: RequestInit) =>
  Promise.resolve(formsApp(() => chat.deps()).request(url.replace(`${ORIGIN}/forms`, ORIGIN), init));

const send = (
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: ORIGIN },
) => visit(url, { method: 'POST', body: new URLSearchParams(fields), headers });

const good = { name: '所沢 花子', phone: '04-2998-9120' };

/** She says yes in the chat and is given the button to the page. */
const linkFor = async (person: string): Promise<string> => {
  await chat.say(person, '10日の教室を1人で予約したい');
  await chat.tap(person, 'はい、申しこみます');
  return chat.buttonOf(person, '書くページをひらく').uri ?? '';
};

const rows = async (table: string) => (await database.db.prepare(`SELECT * FROM "${table}"`).all()).results;

describe('a course that needs a name and a phone number', () => {
  it('asks for them on our own page, and books when they are sent', async () => {
    await saveLessons(database.db, [training()]);
    const link = await linkFor('ann');
    expect(link).not.toContain('ann');
    expect((await rows('Booking'))[0]).toMatchObject({ state: 'held' });
    const page = await visit(link);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('席をとってあります');
    expect(html).toContain('30日たつと、消します');
    const sent = await send(link, good);
    expect(sent.status).toBe(200);
    expect(await sent.text()).toContain('申しこみができました');
    expect((await rows('Booking'))[0]).toMatchObject({ state: 'booked', madeBy: 'form' });
    expect((await rows('Contact'))[0]).toMatchObject({ name: '所沢 花子', phone: '0429989120' });
    expect(await rows('Notice')).toHaveLength(1);
    expect(await chat.say('ann', '予約の確認')).toContain('12月10日（木）');
  });

  it('says kindly what is to be mended and keeps what she wrote', async () => {
    await saveLessons(database.db, [training()]);
    const link = await linkFor('ann');
    const sent = await send(link, { name: '所沢 "花子" <b>', phone: '2998-9120' });
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(html).toContain('はじめの番号から書いてください');
    expect(html).toContain('2998-9120');
    expect(html).not.toContain('<b>"');
    expect(html).not.toContain('<b> ');
    expect(await rows('Contact')).toEqual([]);
    expect((await send(link, good)).status).toBe(200);
  });

  it('takes one sending, however often the button is pressed', async () => {
    await saveLessons(database.db, [training()]);
    const link = await linkFor('ann');
    const all = await Promise.all([
      send(link, good),
      send(link, { ...good, name: '別の 人' }),
      send(link, good),
    ]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await rows('Contact')).toHaveLength(1);
    expect(await rows('Notice')).toHaveLength(1);
    expect(await (await send(link, { ...good, name: '別の 人' })).text()).toContain('申しこみができました');
    expect(await rows('Contact')).toHaveLength(1);
  });

  it('keeps the seat for a quarter of an hour, and still takes her if nobody came in between', async () => {
    await saveLessons(database.db, [training(1)]);
    const link = await linkFor('ann');
    chat.now += 16 * MINUTE;
    expect(await (await visit(link)).text()).toContain('席はまだ空いています');
    expect((await send(link, good)).status).toBe(200);
    expect((await rows('Booking'))[0]).toMatchObject({ state: 'booked' });
  });

  it('tells her when somebody else has the seat by then', async () => {
    await saveLessons(database.db, [training(1)]);
    const link = await linkFor('ann');
    chat.now += 16 * MINUTE;
    const other = await linkFor('bea');
    expect((await visit(link)).status).toBe(409);
    expect((await send(link, good)).status).toBe(409);
    expect((await send(other, good)).status).toBe(200);
    expect(await rows('Contact')).toHaveLength(1);
  });

  it('opens to nobody with a link that is too old, altered or made up', async () => {
    await saveLessons(database.db, [training()]);
    const link = await linkFor('ann');
    const other = await linkFor('bea');
    const [signature = ''] = link.split('/').slice(-1);
    const altered = [
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      other.replace(/[^/]+$/, signature),
      link.replace(/\/[0-9a-z]+\/([\w-]+)$/, '/zzzzzzzz/$1'),
      `${ORIGIN}/forms/contact/nothing/abc/${signature}`,
    ];
    for (const bad of altered) {
      const page = await visit(bad);
      expect({ bad, status: page.status }).toEqual({ bad, status: 404 });
      expect(await page.text()).toContain('LINEにもどる');
      expect((await send(bad, good)).status).toBe(404);
    }
    chat.now += 30 * MINUTE;
    const late = await visit(link);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('予約の確認');
    expect(await rows('Contact')).toEqual([]);
  });

  it('refuses a form that stood on another site', async () => {
    await saveLessons(database.db, [training()]);
    const link = await linkFor('ann');
    expect((await send(link, good, { origin: 'https://evil.example' })).status).toBe(404);
    expect(await rows('Contact')).toEqual([]);
    expect((await send(link, good, {})).status).toBe(200);
  });

  it('is kept in no cache and can load nothing from anywhere else', async () => {
    await saveLessons(database.db, [training()]);
    const page = await visit(await linkFor('ann'));
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await page.text()).not.toMatch(/<script|style=/);
  });

  it('is forgotten thirty days after the lesson', async () => {
    const lesson = training();
    await saveLessons(database.db, [lesson]);
    await send(await linkFor('ann'), good);
    await forgetContacts(database.db, lesson.endsAt + 30 * DAY - 1);
    expect(await rows('Contact')).toHaveLength(1);
    await forgetContacts(database.db, lesson.endsAt + 30 * DAY);
    expect(await rows('Contact')).toEqual([]);
  });
});

describe('a calendar', () => {
  const calendars = (path: string) => Promise.resolve(lessonsApp(() => chat.deps()).request(path));

  it('has an entry for her booking behind a link of her own', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await chat.say('ann', '10日のスマホ教室を1人で予約したい');
    await chat.tap('ann', 'はい、申しこみます');
    const link = new URL(chat.buttonOf('ann', 'カレンダーに入れる').uri ?? '');
    const file = await calendars(link.pathname);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    const text = await file.text();
    expect(text).toContain('DTSTART:20261210T010000Z\r\n');
    expect(text).toContain('DTEND:20261210T030000Z\r\n');
    expect(text.replace(/\r\n /g, '')).toContain('SUMMARY:はじめてのスマホ教室（見本）');
    expect(text.replace(/\r\n /g, '')).toContain('受付番号：');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect((await calendars(link.pathname.replace(/.\.ics$/, '-.ics'))).status).toBe(404);
  });

  it('and a list of the coming lessons are open to everybody and name nobody', async () => {
    await saveLessons(database.db, [lessonWith(), lessonWith({ id: 'past', date: '2026-11-01' })]);
    await chat.say('ann', '10日のスマホ教室を1人で予約したい');
    await chat.tap('ann', 'はい、申しこみます');
    const json = await (await calendars('/lessons.json')).json();
    expect(json).toMatchObject({ lessons: [{ id: 'lesson', seats: 20, seatsLeft: 19, booking: 'open' }] });
    const ics = await (await calendars('/lessons.ics')).text();
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(JSON.stringify(json) + ics).not.toContain('ann');
  });
});
