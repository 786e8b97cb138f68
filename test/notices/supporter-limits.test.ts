import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClassDay, NoticeClaim, Scope } from '../../src/core/notice';
import { inviteSupporter } from '../../src/service/notices/invites';
import { noticeClaimStatements, noticeCondition } from '../../src/store/notices/claims';
import { loadNotice } from '../../src/store/notices/notice';
import { endScope } from '../../src/store/notices/supporters';
import { type DeliveryWorld, openDeliveryWorld } from '../support/delivery-world';

const HERS: Scope = { kind: 'course', target: 'course-1' };
const TODAY: ClassDay = { kind: 'lesson', course: 'course-1', lesson: 'today' };

let world: DeliveryWorld;
let hanako: string;
let people: readonly string[] = [];

beforeAll(async () => {
  world = await openDeliveryWorld();
  people = await world.friends(31);
  await world.lesson({ course: 'course-1', id: 'today', date: '2026-12-11', from: '19:00' });
  await world.lesson({ course: 'course-2', id: 'foreign', date: '2026-12-11' });
  const phone = world.emulator.person('Hanako');
  await phone.follow();
  hanako = phone.id;
  const code = await inviteSupporter(world.deps, [HERS], 'staff-a');
  await phone.say(`サポーター ${code}`);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.setClock('2026-12-10', '19:00');
  await world.db.batch(
    ['Booking', 'Notice', 'Delivery', 'Chunk'].map((table) => world.db.prepare(`DELETE FROM "${table}"`)),
  );
  for (const person of people) world.emulator.world.chats.of(person).entries = [];
});

const claimOf = (day: ClassDay, scope: Scope, count = 1) =>
  ({
    type: 'tellClass',
    day,
    scope,
    title: '持ち物',
    messages: [{ type: 'text', text: 'うわばきを持ってきてください。' }],
    audienceWords: 'スマホ教室を予約した方',
    isCancellation: false,
    tellsWaiting: false,
    forDay: '2026-12-11',
    notAfter: world.now() + 2 * 86_400_000,
    count,
  }) satisfies NoticeClaim;

/** Whether a turn with this claim would be written at all. */
const holds = async (day: ClassDay, scope: Scope, person = hanako): Promise<boolean> => {
  const { sql, values } = noticeCondition(claimOf(day, scope), { personId: person, now: world.now() });
  const row = await world.db
    .prepare(`SELECT ${sql} AS "holds"`)
    .bind(...values)
    .first<{ holds: number }>();
  return row?.holds === 1;
};

/** Writes what the store writes for her turn, and reads the notice back. */
const tell = async (turn: string, count?: number) => {
  const claimant = { turn, personId: hanako, now: world.now() };
  const always = { sql: 'true', values: [] };
  await world.db.batch(noticeClaimStatements(world.db, claimOf(TODAY, HERS, count), claimant, always));
  return loadNotice(world.db, turn);
};

describe('what a supporter tells, whatever the chat or a button believes', () => {
  it('waits for staff if it is for more than thirty people, although she was shown fewer', async () => {
    for (const person of people.slice(0, 30)) await world.book('today', person);
    expect(await tell('thirty')).toMatchObject({ status: 'approved' });
    await world.book('today', people[30] ?? '');
    expect(await tell('more', 12)).toMatchObject({ status: 'pending-approval' });
    expect((await loadNotice(world.db, 'more'))?.approverId).toBeUndefined();
    world.pass(600_000);
    await world.run();
    expect(await loadNotice(world.db, 'more')).toMatchObject({ status: 'pending-approval' });
  });

  it('is for her own classes alone, while she has the role', async () => {
    expect(await holds(TODAY, HERS)).toBe(true);
    const foreign: ClassDay = { kind: 'lesson', course: 'course-2', lesson: 'foreign' };
    expect(await holds(foreign, { kind: 'course', target: 'course-2' })).toBe(false);
    expect(await holds(foreign, HERS)).toBe(false);
    // A lesson of another class under the name of her own.
    expect(await holds({ ...foreign, course: 'course-1' }, HERS)).toBe(false);
    expect(await holds({ kind: 'place', place: 'course-1', date: '2026-12-11' }, HERS)).toBe(false);
    expect(await holds(TODAY, HERS, people[0])).toBe(false);
    await endScope(world.db, hanako, HERS, world.now());
    expect(await holds(TODAY, HERS)).toBe(false);
    await world.db.prepare('UPDATE "SupporterScope" SET "endedAt" = NULL').run();
  });

  it('goes to nobody at night, also if it was being sent when the night began', async () => {
    const [person = ''] = people;
    await world.book('today', person);
    world.setClock('2026-12-10', '20:56');
    await tell('late');
    world.setClock('2026-12-10', '20:59');
    world.emulator.world.faults.add({ on: 'call', kind: 'server-error' });
    await world.run();
    world.emulator.world.faults.clear();
    expect(await loadNotice(world.db, 'late')).toMatchObject({ status: 'sending' });
    world.setClock('2026-12-10', '21:01');
    await world.minutes(3);
    world.setClock('2026-12-11', '07:59');
    await world.run();
    expect(world.copies(person)).toBe(0);
    world.setClock('2026-12-11', '08:00');
    await world.run();
    expect(world.copies(person)).toBe(1);
  });
});
