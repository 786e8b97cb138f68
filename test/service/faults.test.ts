import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewFault } from '../../src/emulator/control/contract';
import type { Phone } from '../../src/emulator/phone/phone';
import { startBot, type TestBot } from '../support/bot';
import { Life } from '../support/mortal';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let bot: TestBot;
let people = 0;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

/** Somebody whose conversation has begun, so that her next turn is like any other. */
const someone = async (): Promise<Phone> => {
  people += 1;
  const her = bot.line.person(`person ${people}`);
  await her.say('こんにちは');
  await bot.settled();
  return her;
};

/** Time passes, and the clock does what it does each minute; a tick itself looks several times and takes 45 seconds. */
const minutesPass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await bot.tick();
    bot.pass(15 * SECOND);
    await bot.settled();
  }
};

const openTurns = async (): Promise<number> => {
  const row = await bot.db
    .prepare('SELECT count(*) AS "open" FROM "Interaction" WHERE "dueAt" IS NOT NULL')
    .first();
  return Number(row?.open);
};

describe('a worker that dies', () => {
  it('at any moment of handling loses nothing and answers once', async () => {
    const calm = new Life();
    bot.live(calm);
    const first = await someone();
    calm.contacts = 0;
    await first.say('ありがとう');
    await bot.settled();
    const moments = calm.contacts;
    expect(moments).toBeGreaterThanOrEqual(4);
    expect(first.answers).toHaveLength(1);

    for (const when of ['before', 'after'] as const) {
      for (let moment = 1; moment <= moments; moment += 1) {
        bot.live();
        const her = await someone();
        bot.live(new Life(moment, when));
        await her.say('ありがとう');
        await bot.quiet();
        bot.live();
        await bot.settled();
        await minutesPass(2);
        expect(her.answers, `dies ${when} contact ${moment}`).toHaveLength(1);
      }
    }
    expect(await openTurns()).toBe(0);
  }, 180_000);

  it('twice in a row still answers once', async () => {
    for (const [first, second] of [
      [2, 1],
      [3, 1],
      [3, 2],
      [4, 2],
    ] as const) {
      const her = await someone();
      bot.live(new Life(first, 'after'));
      await her.say('ありがとう');
      await bot.quiet();
      bot.live(new Life(second, 'before'));
      bot.pass(36 * SECOND);
      await bot.tick().catch(() => {});
      await bot.quiet();
      bot.live();
      await bot.settled();
      await minutesPass(3);
      expect(her.answers.length, `dies at ${first}, then at ${second}`).toBeLessThanOrEqual(1);
      const row = await bot.db
        .prepare('SELECT "outcome" FROM "Interaction" WHERE "personId" = ?1 ORDER BY "seq" DESC')
        .bind(her.id)
        .first<{ outcome: string }>();
      // If LINE's own memory of the token ran out meanwhile, nobody can know, and nothing is sent twice.
      if (her.answers.length === 0) expect(row?.outcome).toBe('uncertain');
    }
  }, 120_000);
});

describe('LINE in a bad hour', () => {
  const once = (kind: Extract<NewFault, { on: 'call' }>['kind'], times = 1): NewFault => ({
    on: 'call',
    kind,
    times,
    delay: 1_000,
  });

  it.each([
    ['says once that it failed', [once('server-error')]],
    ['fails three times', [once('server-error', 3)]],
    ['fails ten times', [once('server-error', 10)]],
    ['does not answer once', [once('time-out')]],
    ['does what it was asked and loses the answer', [once('answer-lost')]],
    ['loses the answer, then fails', [once('answer-lost'), once('server-error', 2)]],
    ['fails, then loses the answer', [once('server-error'), once('answer-lost')]],
    ['asks us to be slower', [once('rate-limit', 4)]],
    ['is slow', [once('slow')]],
  ] as const)('that %s leaves her with one answer', async (_, faults) => {
    const her = await someone();
    for (const fault of faults) bot.line.world.faults.add(fault);
    await her.say('ありがとう');
    await bot.settled();
    await minutesPass(faults.some(({ times }) => Number(times) > 5) ? 12 : 3);
    bot.line.world.faults.clear();
    expect(her.answers).toHaveLength(1);
    expect(await openTurns()).toBe(0);
  });

  it('that takes her reply token away is answered by push, once', async () => {
    const her = await someone();
    const before = bot.line.calls('push').length;
    bot.line.world.change({ replyTokenLife: -1 });
    await her.say('ありがとう');
    await bot.settled();
    bot.line.world.change({ replyTokenLife: 60_000 });
    await minutesPass(2);
    expect(her.answers).toHaveLength(1);
    expect(bot.line.calls('push').length - before).toBe(1);
  });

  it('that has no message left this month is told to staff, and tried no more', async () => {
    const her = await someone();
    bot.line.world.faults.add({ on: 'call', kind: 'server-error', endpoint: 'reply' });
    bot.line.world.faults.add({ on: 'call', kind: 'monthly-limit', endpoint: 'push' });
    await her.say('ありがとう');
    await bot.settled();
    await minutesPass(5);
    bot.line.world.faults.clear();
    expect(her.answers).toHaveLength(0);
    const { results } = await bot.db.prepare('SELECT "kind" FROM "Alert"').all<{ kind: string }>();
    expect(results.map(({ kind }) => kind)).toContain('answer-failed');
    expect(await openTurns()).toBe(0);
  });
});

describe('events that come in strange ways', () => {
  it('twice, five times and again a day later are answered once', async () => {
    const her = await someone();
    for (let time = 0; time < 4; time += 1)
      bot.line.world.faults.add({ on: 'webhook', kind: 'duplicate', times: 1 });
    await her.say('ありがとう');
    await bot.settled();
    expect(her.answers).toHaveLength(1);
    const webhook = bot.line.webhooks('message').at(-1);
    bot.pass(24 * 60 * MINUTE);
    await bot.line.outbox.sendRaw(JSON.parse(webhook?.requestBody ?? '{}').events);
    await bot.settled();
    expect(her.answers).toHaveLength(1);
  });

  it('at the same instant are answered in order, one by one', async () => {
    const her = await someone();
    await Promise.all(['ありがとう', 'ありがとう', 'ありがとう'].map((words) => her.say(words)));
    await bot.settled();
    await minutesPass(2);
    const { results } = await bot.db
      .prepare('SELECT "seq", "outcome" FROM "Interaction" WHERE "personId" = ?1 ORDER BY "seq"')
      .bind(her.id)
      .all<{ seq: number; outcome: string }>();
    expect(results).toEqual([1, 2, 3, 4].map((seq) => ({ seq, outcome: 'replied' })));
    expect(her.messages).toHaveLength(4);
  });

  it('of several people in one webhook are each answered to their own', async () => {
    const [a, b] = [await someone(), await someone()];
    bot.line.world.faults.add({ on: 'webhook', kind: 'batch', times: 2, size: 2 });
    await Promise.all([a.say('ありがとう'), b.say('ありがとう')]);
    await bot.settled();
    await minutesPass(1);
    expect([a.answers.length, b.answers.length]).toEqual([1, 1]);
  });

  it('forged are refused and leave nothing behind', async () => {
    const her = await someone();
    const count = () => bot.db.prepare('SELECT count(*) AS "n" FROM "Interaction"').first<{ n: number }>();
    const before = await count();
    bot.line.world.faults.add({ on: 'webhook', kind: 'forged', times: 1 });
    bot.line.world.change({ redelivery: [] });
    await her.say('ありがとう');
    await bot.settled();
    bot.line.world.change({ redelivery: [1_000, 10_000] });
    expect(bot.line.webhooks('message').at(-1)?.status).toBe(401);
    expect(await count()).toEqual(before);
    expect(her.answers).toEqual([]);
  });

  it('in standby, from groups and of kinds LINE has not made yet are recorded and not answered', async () => {
    const her = await someone();
    bot.line.world.faults.add({ on: 'webhook', kind: 'standby', times: 1 });
    await her.say('ありがとう');
    await bot.settled();
    await minutesPass(1);
    expect(her.answers).toEqual([]);
    expect(bot.line.webhooks('message').at(-1)?.status).toBe(200);
  });

  it('that nobody could store are delivered again by LINE and answered once', async () => {
    const her = await someone();
    bot.live(new Life(1, 'before'));
    await her.say('ありがとう');
    await bot.quiet();
    expect(bot.line.webhooks('message').at(-1)?.status).toBe(503);
    bot.live();
    await bot.settled();
    expect(her.answers).toHaveLength(1);
  });
});

describe('what she takes back or leaves', () => {
  it('is erased when she unsends it, in whatever order LINE tells us', async () => {
    for (const isEarly of [false, true]) {
      const her = await someone();
      if (isEarly) bot.line.world.faults.add({ on: 'webhook', kind: 'out-of-order', times: 1 });
      await her.say('ないしょの話');
      await her.unsend();
      await bot.settled();
      await minutesPass(1);
      const { results } = await bot.db
        .prepare('SELECT * FROM "Interaction" WHERE "personId" = ?1')
        .bind(her.id)
        .all();
      expect(JSON.stringify(results)).not.toContain('ないしょ');
    }
  });

  it('ends all sending when she blocks us, and begins again when she comes back', async () => {
    const her = await someone();
    bot.line.world.faults.add({ on: 'call', kind: 'server-error', times: 3 });
    await her.say('ありがとう');
    await her.block();
    await bot.settled();
    await minutesPass(3);
    const left = await bot.db
      .prepare('SELECT "leftAt" FROM "Person" WHERE "id" = ?1')
      .bind(her.id)
      .first<{ leftAt: number }>();
    expect(left?.leftAt).toBeGreaterThan(0);
    bot.pass(MINUTE);
    await her.follow();
    await bot.settled();
    expect(her.reads.join('\n')).toContain('おかえりなさい');
  });
});

describe('what she wrote', () => {
  it('is masked before it is stored', async () => {
    const her = await someone();
    await her.say('わたしの電話は090-1234-5678です');
    await bot.settled();
    const { results } = await bot.db
      .prepare('SELECT * FROM "Interaction" WHERE "personId" = ?1')
      .bind(her.id)
      .all();
    expect(JSON.stringify(results)).not.toContain('1234');
  });

  it('is forgotten after 30 days, and the conversation goes on', async () => {
    const her = await someone();
    await her.say('ありがとう');
    await bot.settled();
    bot.pass(31 * 24 * 60 * MINUTE);
    // Forgetting is done once an hour, at seven minutes past.
    bot.setClock(bot.now() - (bot.now() % (60 * MINUTE)) + 67 * MINUTE);
    await bot.tick();
    await bot.settled();
    const { results } = await bot.db
      .prepare('SELECT "event" FROM "Interaction" WHERE "personId" = ?1')
      .bind(her.id)
      .all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain('ありがとう');
    await her.say('こんにちは');
    await bot.settled();
    expect(her.answers).toHaveLength(1);
  });
});
