import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { answerPeople } from '../../src/service/answer-people';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { ClassChat } from '../support/class-chat';
import { clearBookings, DAY, HOUR, lessonWith, MINUTE } from '../support/lessons';
import { Died, Life } from '../support/mortal';

let database: LocalDatabase;
let chat: ClassChat;

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
beforeEach(async () => {
  await clearBookings(database.db);
  chat = new ClassChat(database.db);
});
afterAll(() => database.close());

const bookings = async () =>
  z
    .array(
      z.object({
        personId: z.string(),
        state: z.string(),
        people: z.number(),
        number: z.string(),
        lessonId: z.string(),
        isProxy: z.number(),
      }),
    )
    .parse((await database.db.prepare('SELECT * FROM "Booking" ORDER BY "madeAt", "id"').all()).results);

/** From the menu to the last question before a seat is taken: three taps. */
const toReadBack = async (person: string): Promise<void> => {
  await chat.say(person, 'さいしょから');
  await chat.tap(person, 'スマホ教室');
  await chat.tap(person, '申しこむ');
  await chat.tap(person, '1人（わたし）');
};

const book = async (person: string): Promise<string> => {
  await toReadBack(person);
  return chat.tap(person, 'はい、申しこみます');
};

describe('two people who want the last seat in the same moment', () => {
  it('are told the truth: exactly one has booked, the other one may wait', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    for (let round = 0; round < 2; round += 1) {
      const people = [`ann${round}`, `bea${round}`];
      await database.db.prepare('DELETE FROM "Booking"').run();
      for (const person of people) await toReadBack(person);
      const work = await Promise.all(
        people.map((person) => chat.arrive(person, chat.tapOf(person, 'はい、申しこみます'))),
      );
      // Both were loaded while the seat was free; each decides on a worker of its own.
      await Promise.all(work.map((one) => answerPeople(chat.deps(), one)));
      const booked = people.filter((person) => chat.answer(person).includes('申しこみました'));
      expect(booked).toHaveLength(1);
      const [other] = people.filter((person) => !booked.includes(person));
      expect(chat.answer(other ?? '')).toContain('まんせきです。空いたら、お知らせしましょうか');
      expect((await bookings()).map(({ personId, state }) => [personId, state])).toEqual([
        [booked[0], 'booked'],
      ]);
    }
  });
});

describe('a worker that dies in the middle of a booking', () => {
  it('at whatever contact, leaves one booking and one answer that names its number', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 100 })]);
    const whole = new Life();
    const run = async (life: Life, person: string): Promise<void> => {
      await toReadBack(person);
      const deps = chat.deps(life);
      const event = chat.tapOf(person, 'はい、申しこみます');
      const id = chat.newEvent();
      try {
        await answerPeople(deps, await chat.arrive(person, event, deps, id));
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        // LINE got no answer and delivers the same event again, whether it had been stored or not.
        if (life.contacts === 1) await chat.arrive(person, event, chat.deps(), id);
      }
      for (let minute = 0; minute < 3; minute += 1) {
        chat.now += MINUTE / 3;
        await chat.sweep();
      }
    };
    await run(whole, 'whole');
    expect(whole.contacts).toBeGreaterThan(3);
    for (const when of ['before', 'after'] as const) {
      for (let contact = 1; contact <= whole.contacts; contact += 1) {
        const person = `${when}-${contact}`;
        await run(new Life(contact, when), person);
        const mine = (await bookings()).filter(({ personId }) => personId === person);
        expect(mine.map(({ state }) => state)).toEqual(['booked']);
        const told = chat.answers(person).filter((one) => one.includes(`受付番号は ${mine[0]?.number}`));
        expect({ person, told: told.length }).toEqual({ person, told: 1 });
      }
    }
  }, 180_000);
});

describe('an elder', () => {
  it('books in four taps, sees her booking, and asking again does not book twice', async () => {
    await saveLessons(database.db, [lessonWith()]);
    const answer = await book('ann');
    const [mine] = await bookings();
    expect(answer).toContain(`受付番号は ${mine?.number} です`);
    expect(answer).toContain('前の日の夕方');
    expect(await chat.say('ann', '予約の確認')).toContain(mine?.number);
    await toReadBack('bea');
    const twice = chat.tapOf('bea', 'はい、申しこみます');
    await chat.does('bea', twice);
    expect(await chat.does('bea', twice)).toContain('もう申しこんであります');
    expect(await bookings()).toHaveLength(2);
  });

  it('books for herself and her husband by one sentence and a yes', async () => {
    await saveLessons(database.db, [lessonWith(), lessonWith({ id: 'later', date: '2026-12-17' })]);
    const readBack = await chat.say('ann', '10日のスマホ教室、主人と二人で申しこみたい');
    expect(readBack).toContain('12月10日（木） 午前10時〜正午');
    expect(readBack).toContain('2人');
    expect(await bookings()).toEqual([]);
    await chat.say('ann', 'はい');
    expect((await bookings()).map(({ people, lessonId }) => [people, lessonId])).toEqual([[2, 'lesson']]);
  });

  it('books nothing by a stray or doubtful word', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await toReadBack('ann');
    expect(await chat.say('ann', 'けっこうです')).toContain('「はい」か「いいえ」');
    expect(await chat.say('ann', 'いいえ')).toContain('申しこんでいません');
    expect(await bookings()).toEqual([]);
  });

  it('books for her mother, of whom nothing is kept but that it is for somebody else', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await chat.say('ann', '母の分の予約をお願いします');
    expect(await chat.tap('ann', '申しこむ')).toContain('ご家族のかわり');
    await chat.tap('ann', 'はい、申しこみます');
    expect((await bookings()).map(({ isProxy, people }) => [isProxy, people])).toEqual([[1, 1]]);
    const kept = await database.db.prepare('SELECT * FROM "Booking"').first();
    expect(JSON.stringify(kept)).not.toContain('母');
  });

  it('cancels, thinks again within the hour and has her seat and her number back', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await book('ann');
    const [before] = await bookings();
    expect(await chat.say('ann', '予約を取り消したい')).toContain('この予約を取り消しますか');
    expect(await chat.tap('ann', 'はい、取り消します')).toContain('1時間のあいだ');
    expect((await bookings())[0]?.state).toBe('cancelled');
    chat.now += 59 * MINUTE;
    expect(await chat.tap('ann', 'もとにもどす')).toContain(`前と同じ ${before?.number}`);
    expect(await bookings()).toEqual([before]);
  });

  it('cannot have back what she gave up more than an hour ago', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await book('ann');
    await chat.say('ann', '予約を取り消したい');
    await chat.tap('ann', 'はい、取り消します');
    chat.now += HOUR;
    expect(await chat.tap('ann', 'もとにもどす')).toContain('1時間がすぎた');
    expect((await bookings())[0]?.state).toBe('cancelled');
  });

  it('moves to another day and comes with one more, keeping her number', async () => {
    await saveLessons(database.db, [lessonWith(), lessonWith({ id: 'later', date: '2026-12-17' })]);
    await chat.say('ann', '10日のスマホ教室を1人で予約したい');
    await chat.say('ann', 'はい');
    const [before] = await bookings();
    await chat.say('ann', '予約の日を変えたい');
    await chat.tap('ann', 'この日にする');
    expect(await chat.tap('ann', 'はい、変えます')).toContain('12月17日（木）');
    expect((await bookings())[0]).toMatchObject({ lessonId: 'later', number: before?.number });
    await chat.tap('ann', '変える・取り消す');
    await chat.tap('ann', '2人に変える');
    expect(await chat.tap('ann', 'はい、変えます')).toContain('2人に変えました');
    expect((await bookings())[0]?.people).toBe(2);
  });

  it('waits for a full class, is offered the seat that somebody gave up, and says yes', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    await book('ann');
    await chat.say('bea', 'スマホ教室');
    expect(chat.answer('bea')).toContain('まんせき・待てます');
    await chat.tap('bea', '空いたら知らせてもらう');
    await chat.tap('bea', '1人（わたし）');
    expect(await chat.tap('bea', 'はい、待ちます')).toContain('1番目です');
    await chat.say('ann', '予約を取り消したい');
    await chat.tap('ann', 'はい、取り消します');
    expect(await chat.say('bea', '予約の確認')).toContain('席が空きました');
    expect(await chat.tap('bea', 'はい、行きます')).toContain('申しこみました');
    expect((await bookings()).map(({ state }) => state)).toEqual(['cancelled', 'booked']);
  });

  it('is told kindly when her answer to an offer comes too late', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    await book('ann');
    await chat.say('bea', 'スマホ教室');
    await chat.tap('bea', '空いたら知らせてもらう');
    await chat.tap('bea', '1人（わたし）');
    await chat.tap('bea', 'はい、待ちます');
    await chat.say('ann', '予約を取り消したい');
    await chat.tap('ann', 'はい、取り消します');
    await chat.say('bea', '予約の確認');
    const yes = chat.tapOf('bea', 'はい、行きます');
    chat.now += 2 * DAY;
    expect(await chat.does('bea', yes)).toContain('お返事の時間がすぎた');
  });

  it('hears in the chat that a class is closed, not yet open or off, with a number to call', async () => {
    await saveLessons(database.db, [
      lessonWith({ id: 'off', isCancelled: true }),
      lessonWith({ id: 'soon', date: '2026-12-11', opensAt: chat.now + DAY }),
    ]);
    const answer = await chat.say('ann', '10日のスマホ教室はありますか');
    expect(answer).toContain('中止になりました');
    expect(await chat.say('ann', '11日のスマホ教室を予約したい')).toContain(
      '11月25日（水） 午前10時から申しこめます',
    );
    expect(chat.answer('ann')).toContain('04-');
  });
});
