import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonEvent } from '../../src/core/event';
import { answerPeople } from '../../src/service/answer-people';
import { askSurveys } from '../../src/service/ask-surveys';
import { takeIn } from '../../src/service/take-in';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { forgetSurveyed } from '../../src/store/surveys/answers';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';
import { DAY, lessonWith } from '../support/lessons';

let world: DeliveryWorld;
let count = 0;

beforeAll(async () => {
  world = await openDeliveryWorld();
  await academy('spring', ['2026-12-01', '2026-12-08']);
  await academy('autumn', ['2026-12-15']);
  world.setClock('2026-12-08', '10:30');
});
afterAll(() => world.close());

const courseOf = (id: string, kind = 'シニア・アカデミー') => ({
  id,
  kind,
  name: `${id}の講座`,
  needsContact: false,
  source: { set: 'test', key: id },
});

const academy = (id: string, dates: readonly string[], kind?: string) =>
  saveLessons(
    world.db,
    dates.map((date) => lessonWith({ id: `${id} ${date}`, course: courseOf(id, kind), date })),
  );

/** Somebody had a seat, and so many people came of it. */
const cameTo = async (lesson: string, person: string, people: number, isProxy = 0): Promise<void> => {
  count += 1;
  await world.book(lesson, person);
  const id = `booking of ${count}`;
  await world.db.batch([
    world.db
      .prepare(
        `UPDATE "Booking" SET "id" = ?1, "liveKey" = ?1, "isProxy" = ?2 WHERE "personId" = ?3 AND "lessonId" = ?4`,
      )
      .bind(id, isProxy, person, lesson),
    world.db.prepare(`INSERT INTO "Attendance" VALUES (?1, ?2, 1, 'staff')`).bind(id, people),
  ]);
};

const minute = async (): Promise<void> => {
  await askSurveys(world.deps);
  await world.run();
  world.pass(60_000);
};

const does = async (personId: string, event: PersonEvent): Promise<string> => {
  count += 1;
  world.pass(1_000);
  const id = `event-${count}`;
  const work = await takeIn(world.deps, [{ id, personId, occurredAt: world.now(), event }]);
  await answerPeople(world.deps, work);
  return screen(personId).at(-1) ?? '';
};

const says = (person: string, text: string) => does(person, { type: 'said', text });

const screen = (person: string): readonly string[] =>
  (world.emulator.world.chats.all.get(person)?.entries ?? [])
    .filter(({ from }) => from === 'bot')
    .map((entry) => JSON.stringify(entry));

const rowOf = (person: string) =>
  world.db
    .prepare('SELECT "id", "answer" FROM "Survey" WHERE "personId" = ?')
    .bind(person)
    .first<{ id: string; answer: string | null }>();

const taps = async (person: string, answer: string): Promise<string> => {
  const args = { survey: (await rowOf(person))?.id ?? '', answer };
  return does(person, {
    type: 'chose',
    move: { dialogue: 'survey', version: 1, step: 'ask', choice: 'answer', args },
  });
};

describe('who came to a シニア・アカデミー course', () => {
  it('is asked once, after its last lesson and not at night; nobody else is', async () => {
    const [her = '', missing = '', gone = '', proxy = '', silent = ''] = await world.friends(5);
    await cameTo('spring 2026-12-01', her, 1);
    await cameTo('spring 2026-12-08', her, 1);
    await cameTo('spring 2026-12-08', missing, 0);
    await cameTo('spring 2026-12-01', gone, 1);
    await cameTo('spring 2026-12-01', proxy, 1, 1);
    await cameTo('spring 2026-12-01', silent, 1);
    await world.db.batch([
      world.db.prepare('UPDATE "Person" SET "leftAt" = 1 WHERE "id" = ?').bind(gone),
      world.db.prepare(`INSERT INTO "NoticeChoice" VALUES (?, 'stop', 'broadcasts', 1)`).bind(silent),
    ]);
    const everybody = [her, missing, gone, proxy, silent];
    await minute();
    expect(everybody.map(world.copies)).toEqual([0, 0, 0, 0, 0]);
    world.setClock('2026-12-08', '22:30');
    await minute();
    expect(world.copies(her)).toBe(0);
    world.setClock('2026-12-09', '09:05');
    await Promise.all([askSurveys(world.deps), askSurveys(world.deps)]);
    await minute();
    await minute();
    expect(everybody.map(world.copies)).toEqual([1, 0, 0, 0, 0]);
    for (const words of ['見つけることができた', '見つける方法がわかった', 'まだ見つからない', '答えない']) {
      expect(screen(her)[0]).toContain(words);
    }
  });

  it('answers by a button or in her own words, and may change it; only the last answer is kept', async () => {
    const [her = ''] = await world.friends(1);
    await cameTo('spring 2026-12-08', her, 1);
    await minute();
    expect(await taps(her, 'way')).toContain('「見つける方法がわかった」と、うかがいました');
    expect((await rowOf(her))?.answer).toBe('way');
    expect(await says(her, '答えを変える')).toContain('まだ見つからない');
    expect(await says(her, '１番')).toContain('「見つけることができた」と、うかがいました');
    expect((await rowOf(her))?.answer).toBe('found');
    for (const [words, answer] of [
      ['見つける方法がわかりました', 'way'],
      ['まだ見つかりません', 'neither'],
      ['見つける方法もわからなかった', 'neither'],
      ['見つけられた', 'found'],
      ['答えない', 'refused'],
    ] as const) {
      await says(her, words);
      expect([words, (await rowOf(her))?.answer]).toEqual([words, answer]);
    }
    expect(
      await world.db
        .prepare('SELECT count(*) AS "n" FROM "Survey" WHERE "personId" = ?')
        .bind(her)
        .first('n'),
    ).toBe(1);
  });

  it('is never asked again once she refused; who answered is asked after the next course', async () => {
    const [refuses = '', answers = ''] = await world.friends(2);
    for (const person of [refuses, answers]) await cameTo('spring 2026-12-08', person, 1);
    await minute();
    expect(await says(refuses, 'アンケートには答えたくない')).toContain('これからも、お聞きしません');
    await taps(answers, 'found');
    const before = [refuses, answers].map(world.copies);
    for (const person of [refuses, answers]) await cameTo('autumn 2026-12-15', person, 1);
    world.setClock('2026-12-15', '13:00');
    await minute();
    expect([refuses, answers].map(world.copies)).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('cannot answer for somebody else by a button that was passed on', async () => {
    const [her = '', other = ''] = await world.friends(2);
    await cameTo('autumn 2026-12-15', her, 1);
    await minute();
    const survey = (await rowOf(her))?.id ?? '';
    const args = { survey, answer: 'found' };
    const move = { dialogue: 'survey', version: 1, step: 'ask', choice: 'answer', args };
    expect(await does(other, { type: 'chose', move })).toContain('締め切りました');
    expect((await rowOf(her))?.answer).toBeNull();
  });

  it('is no more known than as a number a month later, and her old button says so kindly', async () => {
    const [her = '', late = ''] = await world.friends(2);
    await cameTo('autumn 2026-12-15', her, 1);
    await minute();
    await taps(her, 'found');
    const survey = (await rowOf(her))?.id ?? '';
    world.setClock('2027-01-16', '10:00');
    await forgetSurveyed(world.db, world.now());
    expect(await rowOf(her)).toBeNull();
    expect(await world.db.prepare('SELECT 1 FROM "Survey" WHERE "id" = ?').bind(survey).first()).toBeNull();
    const args = { survey, answer: 'neither' };
    const move = { dialogue: 'survey', version: 1, step: 'ask', choice: 'answer', args };
    expect(await does(her, { type: 'chose', move })).toContain('締め切りました');
    // A further lesson does not open again what has closed.
    await academy('autumn', ['2026-12-15', '2027-01-16']);
    await cameTo('autumn 2027-01-16', late, 1);
    world.pass(DAY);
    const before = [her, late].map(world.copies);
    await minute();
    expect([her, late].map(world.copies)).toEqual(before);
  });
});

describe('who came to another class', () => {
  it('is not asked', async () => {
    const [her = ''] = await world.friends(1);
    world.setClock('2027-02-02', '13:00');
    await academy('phone', ['2027-02-02'], 'スマホ教室');
    await cameTo('phone 2027-02-02', her, 1);
    await minute();
    expect(world.copies(her)).toBe(0);
  });

  it('and speaks of a survey is told that nothing is asked, with a way on', async () => {
    const [her = ''] = await world.friends(1);
    const answer = await says(her, 'アンケートに答えます');
    expect(answer).toContain('いまは、お聞きしていることはありません');
    expect(answer).toContain('集まりをさがす');
  });
});
