import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTokyo, tokyoInstant } from '../../src/core/calendar';
import { bookingNumber } from '../../src/core/course/booking-number';
import { offerUntil } from '../../src/core/course/offer';
import { remindersOf } from '../../src/core/course/reminders';
import { hasRoom, mayBook, mayWait, openingAt, seatsLeft, seatsToTake } from '../../src/core/course/seats';
import { type Tellable, whomToCall, whomToTell } from '../../src/core/course/tell';
import { DAY, HOUR, MINUTE, NOW, nobody, seenLesson } from '../support/lessons';

describe('a lesson', () => {
  it('can be booked from its opening to its closing, and not one instant before or after', () => {
    const lesson = seenLesson({ opensAt: NOW, closesAt: NOW + HOUR });
    expect(openingAt(lesson, NOW - 1)).toBe('notYet');
    expect(openingAt(lesson, NOW)).toBe('open');
    expect(openingAt(lesson, NOW + HOUR - 1)).toBe('open');
    expect(openingAt(lesson, NOW + HOUR)).toBe('closed');
    expect(openingAt(lesson, lesson.startsAt)).toBe('begun');
    expect(openingAt({ ...lesson, isCancelled: true }, NOW)).toBe('cancelled');
  });

  it('without a number of seats is booked elsewhere, by phone', () => {
    const { seats: _, ...lesson } = seenLesson();
    expect(openingAt(lesson, NOW)).toBe('elsewhere');
    expect(mayBook(lesson, 1, NOW)).toBe(false);
    expect(mayWait(lesson, 1, NOW)).toBe(false);
  });

  it('has the seats that nobody booked and that are kept for nobody any more', () => {
    const lesson = seenLesson({
      seats: 10,
      seating: {
        ...nobody,
        booked: 6,
        kept: [
          { people: 2, until: NOW + 1 },
          { people: 1, until: NOW },
        ],
      },
    });
    expect(seatsLeft(lesson, NOW)).toBe(2);
    expect(seatsLeft(lesson, NOW + 1)).toBe(4);
  });

  it('keeps a free seat for the one who waits for it, and gives it to a newcomer if it would fit nobody who waits', () => {
    const one = seenLesson({ seats: 5, seating: { ...nobody, booked: 4, waiting: { ones: 1, twos: 0 } } });
    expect(mayBook(one, 1, NOW)).toBe(false);
    expect(mayWait(one, 1, NOW)).toBe(true);
    const couple = seenLesson({ seats: 5, seating: { ...nobody, booked: 4, waiting: { ones: 0, twos: 1 } } });
    expect(mayBook(couple, 1, NOW)).toBe(true);
    expect(mayBook(couple, 2, NOW)).toBe(false);
  });

  it('that begins too soon for an offer gives its free seats to whoever comes first', () => {
    const lesson = seenLesson({ seats: 5, seating: { ...nobody, booked: 4, waiting: { ones: 3, twos: 0 } } });
    const soon = { ...lesson, startsAt: NOW + 4 * HOUR - 1, closesAt: NOW + 4 * HOUR - 1 };
    expect(hasRoom(soon, 1, NOW)).toBe(true);
    expect(mayWait({ ...soon, seats: 4 }, 1, NOW)).toBe(false);
    expect(seatsToTake(soon, NOW)).toBe(1);
  });
});

describe('an offered seat', () => {
  const evening = tokyoInstant('2026-11-24', '20:00');

  it('waits for an answer until 18:00 of the next day', () => {
    expect(inTokyo(offerUntil(NOW + 30 * DAY, NOW))).toEqual({ date: '2026-11-25', time: '18:00' });
    expect(inTokyo(offerUntil(NOW + 30 * DAY, evening))).toEqual({ date: '2026-11-25', time: '18:00' });
  });

  it('is answered an hour before the lesson at the latest, and she always has three hours', () => {
    const startsAt = tokyoInstant('2026-11-25', '10:00');
    expect(inTokyo(offerUntil(startsAt, evening))).toEqual({ date: '2026-11-25', time: '09:00' });
    expect(offerUntil(NOW + 4 * HOUR, NOW) - NOW).toBe(3 * HOUR);
  });
});

describe('a booking number', () => {
  it('has four digits without those that sound alike, mean harm or look like a letter', () => {
    for (let turn = 0; turn < 500; turn += 1)
      expect(bookingNumber(`turn-${turn}`, new Set())).toMatch(/^[23568]{4}$/);
  });

  it('is the same for the same turn and new within the lesson', () => {
    const given = new Set<string>();
    for (let turn = 0; turn < 1500; turn += 1) {
      const number = bookingNumber(`01JD${turn}`, given);
      expect(bookingNumber(`01JD${turn}`, given)).toBe(number);
      expect(given.has(number)).toBe(false);
      given.add(number);
    }
    expect(given.size).toBe(1500);
  });

  it('is spread, so that people in a row do not get numbers in a row', () => {
    const numbers = new Set(
      Array.from({ length: 200 }, (_, turn) => bookingNumber(`turn-${turn}`, new Set())),
    );
    expect(numbers.size).toBeGreaterThan(140);
  });
});

describe('reminders', () => {
  const booking = { id: 'b1', madeAt: NOW };
  const times = (lesson: Parameters<typeof remindersOf>[1]) =>
    remindersOf(booking, lesson).map(({ kind, at }) => [kind, inTokyo(at).date, inTokyo(at).time]);

  it('come the day before at five, and two hours before the lesson', () => {
    expect(times(seenLesson({ date: '2026-12-10', from: '13:30' }))).toEqual([
      ['dayBefore', '2026-12-09', '17:00'],
      ['morning', '2026-12-10', '11:30'],
    ]);
  });

  it('come not before half past seven', () => {
    expect(times(seenLesson({ date: '2026-12-10', from: '09:00' }))[1]).toEqual([
      'morning',
      '2026-12-10',
      '07:30',
    ]);
    expect(times(seenLesson({ date: '2026-12-10', from: '07:00' }))).toHaveLength(1);
  });

  it('are only those that lie ahead when she books, and none for a cancelled lesson', () => {
    const lesson = seenLesson({ date: '2026-11-24', from: '15:00' });
    expect(times(lesson).map(([kind]) => kind)).toEqual(['morning']);
    expect(times({ ...lesson, isCancelled: true })).toEqual([]);
  });

  it('have one id however often they are computed, and another one after the lesson was moved', () => {
    const lesson = seenLesson();
    const ids = (of: typeof lesson) => remindersOf(booking, of).map(({ id }) => id);
    expect(ids(lesson)).toEqual(ids(lesson));
    expect(new Set([...ids(lesson), ...ids({ ...lesson, startsAt: lesson.startsAt + HOUR })]).size).toBe(4);
  });

  it('always come before the lesson and after the booking', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        (a, b) => {
          const startsAt = NOW + a * MINUTE;
          const { date } = inTokyo(startsAt);
          for (const { at } of remindersOf(
            { id: 'b', madeAt: NOW + b * MINUTE },
            { ...seenLesson(), date, startsAt },
          )) {
            expect(at).toBeGreaterThan(NOW + b * MINUTE);
            expect(at).toBeLessThan(startsAt);
            expect(inTokyo(at).time >= '07:30' && inTokyo(at).time <= '22:00').toBe(true);
          }
        },
      ),
    );
  });
});

describe('when a lesson is cancelled or moved', () => {
  const one = (id: string, state: Tellable['state'], change: Partial<Tellable> = {}): Tellable => ({
    id,
    person: `person of ${id}`,
    state,
    until: null,
    ...change,
  });

  it('those with a seat are told first, then those who wait; nobody who has left', () => {
    const told = whomToTell(
      [
        one('waits', 'waiting'),
        one('left', 'cancelled'),
        one('comes', 'booked'),
        one('asked', 'offered', { until: NOW + 1 }),
        one('late', 'offered', { until: NOW }),
        one('gone', 'lapsed'),
        one('writes', 'held', { until: NOW + 1 }),
      ],
      NOW,
    );
    expect(told.map(({ booking, as }) => [booking, as])).toEqual([
      ['comes', 'comes'],
      ['asked', 'comes'],
      ['writes', 'comes'],
      ['waits', 'waits'],
    ]);
  });

  it('those who booked by phone are called', () => {
    const bookings = [one('phone', 'booked', { person: null }), one('chat', 'booked')];
    expect(whomToCall(bookings)).toEqual(['phone']);
    expect(whomToTell(bookings, NOW).map(({ booking }) => booking)).toEqual(['chat']);
  });
});
