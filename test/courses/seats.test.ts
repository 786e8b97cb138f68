import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import type { BookingEffect } from '../../src/core/course/booking-effect';
import { bookingNumber } from '../../src/core/course/booking-number';
import type { Booking } from '../../src/core/course/course';
import { HOLD } from '../../src/core/course/offer';
import { moveLinesUp } from '../../src/store/bookings/offers';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { loadWork } from '../../src/store/person-work';
import type { PersonWork } from '../../src/store/turn';
import { atOnce } from '../support/at-once';
import { clearBookings, DAY, HOUR, lessonWith, MINUTE, NOW } from '../support/lessons';
import { decideWith, tapped } from '../support/turns';

let database: LocalDatabase;
let turns = 0;

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
beforeEach(() => clearBookings(database.db));
afterAll(() => database.close());

const turnId = (person: string): string => {
  turns += 1;
  return `turn-${turns}-${person}`;
};

/** One turn of one person that does this; tells whether it was written. */
const does = async (
  person: string,
  effectOf: (turn: string, work: PersonWork) => BookingEffect,
  now = NOW,
): Promise<boolean> => {
  const [work] = await tapped(database.db, [person], turnId, now);
  if (!work) throw new Error('Nobody is there.');
  return decideWith(database.db, work, [effectOf(work.waiting.at(-1)?.id ?? '', work)], now);
};

const making =
  (type: 'bookSeats' | 'holdSeats' | 'joinWaiting', people = 1, lesson = 'lesson') =>
  (turn: string, work: PersonWork): BookingEffect => ({
    type,
    booking: turn,
    lesson,
    people,
    number: bookingNumber(
      turn,
      work.lessons.lessons.find(({ id }) => id === lesson)?.seating.numbers ?? new Set(),
    ),
    isProxy: false,
    madeBy: 'chat',
  });

const bookingsOf = async (person: string): Promise<readonly Booking[]> =>
  (await loadWork(database.db, [person]))[0]?.bookings ?? [];

const stateOf = async (person: string): Promise<string | undefined> => (await bookingsOf(person))[0]?.state;

const idOf = async (person: string): Promise<string> => (await bookingsOf(person))[0]?.id ?? '';

const taken = async (now = NOW): Promise<number> => {
  const row = await database.db
    .prepare(
      `SELECT coalesce(sum("people"), 0) AS "taken" FROM "Booking"
       WHERE "state" = 'booked' OR ("state" IN ('held', 'offered') AND "until" > ?1)`,
    )
    .bind(now)
    .first();
  return z.object({ taken: z.number() }).parse(row).taken;
};

describe('one thousand people who book twenty seats in the same moment', () => {
  it('get twenty seats together, ones and twos, and everybody else can join the line', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 20 })]);
    const people = Array.from({ length: 1000 }, (_, index) => `p${index}`);
    const work = await tapped(database.db, people, (person) => `turn-${person}`, NOW);
    const size = (index: number): number => (index % 3 === 0 ? 2 : 1);
    const number = (index: number): string => String(10_000 + index);
    const effect = (type: 'bookSeats' | 'joinWaiting', index: number): BookingEffect => ({
      type,
      booking: `turn-p${index}`,
      lesson: 'lesson',
      people: size(index),
      number: number(index),
      isProxy: false,
      madeBy: 'chat',
    });
    const indexOf = (one: PersonWork): number => Number(one.person.id.slice(1));
    // All of them were shown twenty free seats; not one knows of any other.
    const booked = await atOnce(work, (one) =>
      decideWith(database.db, one, [effect('bookSeats', indexOf(one))], NOW),
    );
    expect(await taken()).toBe(20);
    const winners = work.filter((_, index) => booked[index]);
    expect(winners.reduce((sum, one) => sum + size(indexOf(one)), 0)).toBe(20);
    const losers = work.filter((_, index) => !booked[index]).slice(0, 60);
    const waits = await atOnce(losers, (one) =>
      decideWith(database.db, one, [effect('joinWaiting', indexOf(one))], NOW),
    );
    expect(waits.every(Boolean)).toBe(true);
    expect(await taken()).toBe(20);
    const rows = await database.db.prepare('SELECT count(*) AS "n" FROM "Booking"').first('n');
    expect(rows).toBe(winners.length + losers.length);
  }, 120_000);
});

describe('a seat', () => {
  it('is not given before bookings open nor after they close, whatever the button said', async () => {
    await saveLessons(database.db, [lessonWith({ opensAt: NOW + HOUR, closesAt: NOW + 2 * HOUR })]);
    expect(await does('early', making('bookSeats'), NOW + HOUR - 1)).toBe(false);
    expect(await does('first', making('bookSeats'), NOW + HOUR)).toBe(true);
    expect(await does('last', making('bookSeats'), NOW + 2 * HOUR - 1)).toBe(true);
    expect(await does('late', making('bookSeats'), NOW + 2 * HOUR)).toBe(false);
    expect(await stateOf('early')).toBeUndefined();
    expect(await stateOf('late')).toBeUndefined();
  });

  it('of a cancelled lesson, or of one that is booked by phone, is given to nobody', async () => {
    const { seats: _, ...byPhone } = lessonWith({ id: 'phone' });
    await saveLessons(database.db, [lessonWith({ isCancelled: true }), byPhone]);
    expect(await does('ann', making('bookSeats'))).toBe(false);
    expect(await does('ann', making('joinWaiting'))).toBe(false);
    expect(await does('ann', making('bookSeats', 1, 'phone'))).toBe(false);
  });

  it('is booked once by one person, however often she asks', async () => {
    await saveLessons(database.db, [lessonWith()]);
    expect(await does('ann', making('bookSeats'))).toBe(true);
    expect(await does('ann', making('bookSeats'))).toBe(false);
    expect(await taken()).toBe(1);
  });

  it('kept for the form is free again after a quarter of an hour, without anybody sweeping', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    expect(await does('ann', making('holdSeats'))).toBe(true);
    expect(await does('bea', making('bookSeats'), NOW + HOLD - 1)).toBe(false);
    expect(await does('bea', making('bookSeats'), NOW + HOLD)).toBe(true);
    expect(await taken(NOW + HOLD)).toBe(1);
  });
});

describe('someone who let her hold run out', () => {
  it('can book again at once, before anybody has swept', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    expect(await does('ann', making('holdSeats'))).toBe(true);
    expect(await does('ann', making('holdSeats'), NOW + HOLD - 1)).toBe(false);
    expect(await does('ann', making('bookSeats'), NOW + HOLD)).toBe(true);
    expect((await bookingsOf('ann')).map(({ state }) => state).sort()).toEqual(['booked', 'lapsed']);
  });
});

describe('the waiting list', () => {
  it('is joined only while the lesson is full', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    expect(await does('ann', making('joinWaiting'))).toBe(false);
    expect(await does('ann', making('bookSeats'))).toBe(true);
    expect(await does('bea', making('joinWaiting'))).toBe(true);
    expect((await bookingsOf('bea'))[0]).toMatchObject({ state: 'waiting', ahead: 0 });
  });

  it('moves up with a cancellation: the next in line is asked, in the same step, and has until tomorrow at six', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    await does('ann', making('bookSeats'));
    await does('bea', making('joinWaiting'), NOW + 1);
    await does('cat', making('joinWaiting'), NOW + 2);
    const booking = await idOf('ann');
    expect(await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }), NOW + 3)).toBe(true);
    expect((await bookingsOf('bea'))[0]).toMatchObject({ state: 'offered', until: NOW + 32 * HOUR });
    expect((await bookingsOf('cat'))[0]).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(await does('dot', making('bookSeats'), NOW + 4)).toBe(false);
  });

  it('goes on to the next when an offer runs out, and the one who let it pass hears of it', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    await does('ann', making('bookSeats'));
    await does('bea', making('joinWaiting'), NOW + 1);
    await does('cat', making('joinWaiting'), NOW + 2);
    const booking = await idOf('ann');
    await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }), NOW + 3);
    const until = NOW + 32 * HOUR;
    expect(await moveLinesUp(database.db, until - 1)).toEqual({ lapsed: [], offered: [] });
    // A newcomer cannot slip in between the end of the offer and the sweep.
    expect(await does('dot', making('bookSeats'), until)).toBe(false);
    expect(await moveLinesUp(database.db, until)).toEqual({
      lapsed: [await idOf('bea')],
      offered: [await idOf('cat')],
    });
    expect(await moveLinesUp(database.db, until)).toEqual({ lapsed: [], offered: [] });
    expect(await stateOf('bea')).toBe('lapsed');
    expect(await stateOf('cat')).toBe('offered');
  });

  it('offers two freed seats to two people, and one freed seat to the first whom it fits', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 3 })]);
    await does('ann', making('bookSeats', 2));
    await does('bea', making('bookSeats', 1));
    await does('couple', making('joinWaiting', 2), NOW + 1);
    await does('cat', making('joinWaiting', 1), NOW + 2);
    const bea = await idOf('bea');
    await does('bea', () => ({ type: 'cancelBooking', booking: bea, from: 'booked' }), NOW + 3);
    expect(await stateOf('couple')).toBe('waiting');
    expect(await stateOf('cat')).toBe('offered');
    const ann = await idOf('ann');
    await does('dot', making('joinWaiting', 1), NOW + 4);
    await does('ann', () => ({ type: 'cancelBooking', booking: ann, from: 'booked' }), NOW + 5);
    expect(await stateOf('couple')).toBe('offered');
    expect(await stateOf('dot')).toBe('waiting');
  });

  it('is answered by yes in time, and not a moment later', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 1 })]);
    await does('ann', making('bookSeats'));
    await does('bea', making('joinWaiting'), NOW + 1);
    const ann = await idOf('ann');
    await does('ann', () => ({ type: 'cancelBooking', booking: ann, from: 'booked' }), NOW + 2);
    const bea = await idOf('bea');
    const yes = (): BookingEffect => ({ type: 'acceptOffer', booking: bea, to: 'booked' });
    expect(await does('bea', yes, NOW + 32 * HOUR)).toBe(false);
    expect(await does('bea', yes, NOW + 32 * HOUR - 1)).toBe(true);
    expect(await taken(NOW + 3 * DAY)).toBe(1);
    expect(await does('bea', yes, NOW + HOUR)).toBe(false);
  });

  it('ends when nobody could be asked in time any more', async () => {
    await saveLessons(database.db, [
      lessonWith({ seats: 1, date: '2026-11-24', from: '18:00', closesAt: NOW + 8 * HOUR }),
    ]);
    await does('ann', making('bookSeats'));
    await does('bea', making('joinWaiting'), NOW + 1);
    const booking = await idOf('ann');
    const late = NOW + 4 * HOUR + MINUTE;
    await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }), late);
    expect(await stateOf('bea')).toBe('waiting');
    expect(await does('cat', making('bookSeats'), late)).toBe(true);
    await moveLinesUp(database.db, NOW + 8 * HOUR);
    expect(await stateOf('bea')).toBe('lapsed');
  });
});

describe('a booking', () => {
  it('that was cancelled comes back within an hour if its seats are still free, with its number', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 2 })]);
    await does('ann', making('bookSeats', 2));
    const [before] = await bookingsOf('ann');
    const booking = before?.id ?? '';
    const back = (): BookingEffect => ({ type: 'restoreBooking', booking, people: 2, to: 'booked' });
    await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }));
    expect(await does('ann', back, NOW + HOUR)).toBe(false);
    expect(await does('ann', back, NOW + HOUR - 1)).toBe(true);
    expect((await bookingsOf('ann'))[0]).toEqual(before);
    await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }));
    await does('bea', making('bookSeats', 1));
    expect(await does('ann', back, NOW + MINUTE)).toBe(false);
  });

  it('comes back even after bookings have closed, because it was hers an hour ago', async () => {
    await saveLessons(database.db, [lessonWith({ closesAt: NOW + MINUTE })]);
    await does('ann', making('bookSeats'));
    const booking = await idOf('ann');
    await does('ann', () => ({ type: 'cancelBooking', booking, from: 'booked' }), NOW + 2 * MINUTE);
    const back = (): BookingEffect => ({ type: 'restoreBooking', booking, people: 1, to: 'booked' });
    expect(await does('ann', back, NOW + 3 * MINUTE)).toBe(true);
  });

  it('moves to another day in one step: never two seats, never none', async () => {
    await saveLessons(database.db, [
      lessonWith({ seats: 1 }),
      lessonWith({ id: 'other', date: '2026-12-17', seats: 1 }),
    ]);
    await does('ann', making('bookSeats'));
    await does('bea', making('joinWaiting'));
    await does('cat', making('bookSeats', 1, 'other'));
    const [ann] = await bookingsOf('ann');
    const move = (): BookingEffect => ({
      type: 'moveBooking',
      booking: ann?.id ?? '',
      from: 'lesson',
      to: 'other',
      people: 1,
      number: ann?.number ?? '',
    });
    expect(await does('ann', move)).toBe(false);
    expect((await bookingsOf('ann'))[0]).toEqual(ann);
    const cat = await idOf('cat');
    await does('cat', () => ({ type: 'cancelBooking', booking: cat, from: 'booked' }));
    expect(await does('ann', move)).toBe(true);
    expect((await bookingsOf('ann'))[0]).toEqual({ ...ann, lesson: 'other' });
    expect(await stateOf('bea')).toBe('offered');
    // Her place in the first lesson is given up, so she may book it again.
    expect(await does('ann', making('joinWaiting'))).toBe(true);
  });

  it('becomes larger only if there is another seat, and a smaller one frees it', async () => {
    await saveLessons(database.db, [lessonWith({ seats: 3 })]);
    await does('ann', making('bookSeats', 1));
    await does('bea', making('bookSeats', 2));
    const ann = await idOf('ann');
    const more = (): BookingEffect => ({
      type: 'changePeople',
      booking: ann,
      lesson: 'lesson',
      from: 1,
      to: 2,
    });
    expect(await does('ann', more)).toBe(false);
    const bea = await idOf('bea');
    const less = (): BookingEffect => ({
      type: 'changePeople',
      booking: bea,
      lesson: 'lesson',
      from: 2,
      to: 1,
    });
    expect(await does('bea', less)).toBe(true);
    expect(await does('bea', less)).toBe(false);
    expect(await does('ann', more)).toBe(true);
    expect(await taken()).toBe(3);
  });

  it('of somebody else is out of reach', async () => {
    await saveLessons(database.db, [lessonWith()]);
    await does('ann', making('bookSeats'));
    const booking = await idOf('ann');
    expect(await does('eve', () => ({ type: 'cancelBooking', booking, from: 'booked' }))).toBe(false);
    expect(await stateOf('ann')).toBe('booked');
  });
});
