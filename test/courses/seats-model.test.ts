import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import type { BookingEffect } from '../../src/core/course/booking-effect';
import { bookingNumber } from '../../src/core/course/booking-number';
import { isLive, type Lesson } from '../../src/core/course/course';
import { lessonOf } from '../../src/core/course/lesson-list';
import { UNDO } from '../../src/core/course/offer';
import { hasRoom, mayBook, mayWait, seatsLeft } from '../../src/core/course/seats';
import { moveLinesUp } from '../../src/store/bookings/offers';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { loadWork } from '../../src/store/person-work';
import type { PersonWork } from '../../src/store/turn';
import { atOnce } from '../support/at-once';
import { clearBookings, DAY, HOUR, lessonWith, MINUTE, NOW } from '../support/lessons';
import { decideWith, tapped } from '../support/turns';

let database: LocalDatabase;
beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
});
afterAll(() => database.close());

/** The same numbers each time, so that a failure can be seen again. */
const dice = (seed: number) => {
  let value = seed;
  const next = (): number => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2 ** 32;
  };
  return {
    below: (count: number): number => Math.floor(next() * count),
    one: <T>(of: readonly T[]): T | undefined => of[Math.floor(next() * of.length)],
  };
};

const LESSONS = ['a', 'b', 'c'];

/** A wish at random, and whether core's rules would grant it, looking at what was loaded. */
const wishOf = (
  work: PersonWork,
  turn: string,
  random: ReturnType<typeof dice>,
  now: number,
): { readonly effect: BookingEffect; readonly isGranted: boolean } => {
  const lesson = lessonOf(work.lessons, random.one(LESSONS));
  const mine = random.one(work.bookings);
  const people = 1 + random.below(2);
  if (!lesson) throw new Error('The lesson is gone.');
  const live = (at: Lesson | undefined): boolean =>
    work.bookings.some((one) => one.lesson === at?.id && isLive(one, now));
  const made = {
    booking: turn,
    lesson: lesson.id,
    people,
    number: bookingNumber(turn, lesson.seating.numbers),
    isProxy: false,
    madeBy: 'chat',
  } as const;
  const its = lessonOf(work.lessons, mine?.lesson);
  switch (mine === undefined ? random.below(3) : random.below(9)) {
    case 0:
      return {
        effect: { type: 'bookSeats', ...made },
        isGranted: mayBook(lesson, people, now) && !live(lesson),
      };
    case 1:
      return {
        effect: { type: 'holdSeats', ...made },
        isGranted: mayBook(lesson, people, now) && !live(lesson),
      };
    case 2:
      return {
        effect: { type: 'joinWaiting', ...made },
        isGranted: mayWait(lesson, people, now) && !live(lesson),
      };
    case 3:
    case 4: {
      const from = random.one(['booked', 'waiting', 'offered', mine?.state ?? 'booked'] as const) ?? 'booked';
      return {
        effect: { type: 'cancelBooking', booking: mine?.id ?? '', from },
        isGranted: mine?.state === from,
      };
    }
    case 5: {
      const to = mine?.cancelledFrom === 'waiting' ? 'waiting' : 'booked';
      const isFresh = mine?.state === 'cancelled' && (mine.cancelledAt ?? 0) > now - UNDO;
      const hasIts =
        its !== undefined && !its.isCancelled && now < its.startsAt && hasRoom(its, mine?.people ?? 1, now);
      return {
        effect: { type: 'restoreBooking', booking: mine?.id ?? '', people: mine?.people ?? 1, to },
        isGranted: isFresh && !live(its) && (to === 'waiting' || hasIts),
      };
    }
    case 6:
      return {
        effect: {
          type: 'moveBooking',
          booking: mine?.id ?? '',
          from: mine?.lesson ?? '',
          to: lesson.id,
          people: mine?.people ?? 1,
          number: lesson.id === mine?.lesson ? mine.number : made.number,
        },
        isGranted:
          mine?.state === 'booked' &&
          mayBook(lesson, mine.people, now) &&
          (lesson.id === mine.lesson || !live(lesson)),
      };
    case 7: {
      const to = mine?.people === 1 ? 2 : 1;
      return {
        effect: {
          type: 'changePeople',
          booking: mine?.id ?? '',
          lesson: mine?.lesson ?? '',
          from: mine?.people ?? 1,
          to,
        },
        isGranted: mine?.state === 'booked' && (to === 1 || (its !== undefined && mayBook(its, 1, now))),
      };
    }
    default:
      return {
        effect: { type: 'acceptOffer', booking: mine?.id ?? '', to: 'booked' },
        isGranted: mine?.state === 'offered' && isLive(mine, now),
      };
  }
};

const seatsOf = async (now: number) =>
  z.array(z.object({ id: z.string(), seats: z.number(), taken: z.number(), fits: z.number() })).parse(
    (
      await database.db
        .prepare(
          `SELECT id, seats, taken, (SELECT count(*) FROM "Booking" w WHERE w."lessonId" = t.id
               AND w."state" = 'waiting' AND w."people" <= t.seats - t.taken) AS fits
             FROM (SELECT l."id" AS id, l."seats" AS seats, coalesce((SELECT sum(b."people") FROM "Booking" b
               WHERE b."lessonId" = l."id" AND (b."state" = 'booked' OR
                 (b."state" IN ('held', 'offered') AND b."until" > ?1))), 0) AS taken FROM "Lesson" l) t`,
        )
        .bind(now)
        .all()
    ).results,
  );

const prepare = async (): Promise<void> => {
  await clearBookings(database.db);
  await saveLessons(database.db, [
    lessonWith({ id: 'a', seats: 3 }),
    lessonWith({ id: 'b', seats: 4, date: '2026-11-26', closesAt: NOW + DAY }),
    lessonWith({ id: 'c', seats: 2, opensAt: NOW + 2 * HOUR }),
  ]);
};

describe('random bookings, changes and cancellations', () => {
  it('one after the other are granted exactly where the rules of core grant them', async () => {
    await prepare();
    const random = dice(20_261_124);
    const people = Array.from({ length: 8 }, (_, index) => `p${index}`);
    let now = NOW;
    const seen = { granted: 0, refused: 0 };
    for (let turn = 0; turn < 160; turn += 1) {
      now += random.below(4) === 0 ? random.below(45) * MINUTE : random.below(50) * 1000;
      if (turn % 25 === 0) await moveLinesUp(database.db, now);
      const person = random.one(people) ?? '';
      const [work] = await tapped(database.db, [person], () => `m${turn}`, now);
      if (!work) throw new Error('Nobody is there.');
      const { effect, isGranted } = wishOf(work, `m${turn}`, random, now);
      const isWritten = await decideWith(database.db, work, [effect], now);
      expect({ turn, effect, isWritten }).toEqual({ turn, effect, isWritten: isGranted });
      seen[isGranted ? 'granted' : 'refused'] += 1;
      if (!isWritten) {
        // Her next turn must not find this one still waiting.
        const [again] = await loadWork(database.db, [person]);
        if (again) await decideWith(database.db, again, [], now);
      }
      const after = (await loadWork(database.db, [person]))[0]?.lessons;
      for (const { id, seats, taken } of await seatsOf(now)) {
        expect(taken).toBeLessThanOrEqual(seats);
        const lesson = lessonOf(after ?? { revision: 0, lessons: [] }, id);
        expect(lesson && seatsLeft(lesson, now)).toBe(seats - taken);
      }
    }
    expect(seen.granted).toBeGreaterThan(25);
    expect(seen.refused).toBeGreaterThan(25);
  }, 120_000);

  it('all at once never oversell, never lose a seat, and leave nobody waiting beside a seat that fits', async () => {
    await prepare();
    const random = dice(7);
    const people = Array.from({ length: 24 }, (_, index) => `q${index}`);
    for (let round = 0; round < 6; round += 1) {
      const now = NOW + round * 5 * MINUTE;
      const work = await tapped(database.db, people, (person) => `r${round}-${person}`, now);
      const before = new Map(work.map(({ person, bookings }) => [person.id, bookings]));
      const wishes = new Map(
        work.map((one) => [one.person.id, wishOf(one, `r${round}-${one.person.id}`, random, now).effect]),
      );
      const written = await atOnce(work, async (one) => {
        const effect = wishes.get(one.person.id);
        const isWritten = effect !== undefined && (await decideWith(database.db, one, [effect], now));
        return { person: one.person.id, effect, isWritten };
      });
      for (const { person, effect, isWritten } of written) {
        const [after] = await loadWork(database.db, [person]);
        if (!isWritten && after) {
          // The line may move under her without her doing, and a hold whose time is over may be put away.
          const shown = (one: PersonWork['bookings'][number]): string =>
            one.state === 'offered'
              ? 'waiting'
              : one.state === 'held' && !isLive(one, now)
                ? 'lapsed'
                : one.state;
          const ofHers = (list: PersonWork['bookings'] | undefined) =>
            list?.map((one) => [one.id, shown(one), one.people]);
          expect(ofHers(after.bookings)).toEqual(ofHers(before.get(person)));
          await decideWith(database.db, after, [], now);
        }
        if (isWritten && effect && (effect.type === 'bookSeats' || effect.type === 'holdSeats')) {
          expect(
            after?.bookings.some(({ id, state }) => id === effect.booking && /booked|held/.test(state)),
          ).toBe(true);
        }
      }
      await moveLinesUp(database.db, now);
      for (const { seats, taken, fits } of await seatsOf(now)) {
        expect(taken).toBeLessThanOrEqual(seats);
        expect(fits).toBe(0);
      }
    }
  }, 120_000);
});
