import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform, plan } from '../../src/cli/rich-menus/sync';
import { wantedMenus } from '../../src/cli/rich-menus/wanted';
import type { Emulator } from '../../src/emulator/emulator';
import { menuOf } from '../../src/emulator/phone/menu';
import type { Phone } from '../../src/emulator/phone/phone';
import { MenuClient } from '../../src/line/rich-menus';
import { linkMenus } from '../../src/service/link-menus';
import { inviteSupporter } from '../../src/service/notices/invites';
import { claimLink, dueLinks, settleLink, wishMenus } from '../../src/store/menu-links';
import { endScope } from '../../src/store/notices/supporters';
import { startBot, type TestBot } from '../support/bot';
import { openDeliveryWorld } from '../support/delivery-world';
import { Life } from '../support/mortal';

const MINUTE = 60_000;
const SCOPE = { kind: 'course', target: 'course-1' } as const;

let bot: TestBot;
let people = 0;
const wanted = await wantedMenus();

const sync = async (menus = wanted, line: Emulator = bot.line): Promise<void> => {
  const client = new MenuClient(
    { baseUrl: 'https://api.line.me', accessToken: line.world.channel.accessToken },
    'https://api-data.line.me',
    line.fetch,
  );
  await perform(client, menus, await plan(client, menus));
};

beforeAll(async () => {
  bot = await startBot();
  await sync();
});
afterAll(() => bot.close());

/** A friend of the account, who follows it on her phone. */
const friend = async (): Promise<Phone> => {
  people += 1;
  const her = bot.line.person(`person ${people}`);
  await her.follow();
  await bot.settled();
  return her;
};

/** Staff gave her a role; how is another story, here only what follows from it counts. */
const grant = async (db: TestBot['db'], person: string, now: number): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO "SupporterScope" ("personId", "kind", "target", "grantedAt", "grantedBy")
       VALUES (?1, 'course', 'course-1', ?2, 'staff')`,
    )
    .bind(person, now)
    .run();
};
const makeSupporter = ({ id }: Phone): Promise<void> => grant(bot.db, id, bot.now());

const minutesPass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await bot.tick();
    bot.pass(MINUTE);
    await bot.settled();
  }
};

/** The menu she sees when she opens the chat now, by its alias. */
const seen = ({ id }: Phone): string | undefined => menuOf(bot.line.world, id)?.name.split('/')[1];
const hasOwn = ({ id }: Phone): boolean => bot.line.world.richMenus.byPerson.has(id);
const linkRows = async ({ id }: Phone) =>
  (await bot.db.prepare('SELECT "wished", "dueAt" FROM "MenuLink" WHERE "personId" = ?1').bind(id).all())
    .results;

describe('the menu under a chat', () => {
  it('is everybody’s for an elder, without a call or a row for her', async () => {
    const her = await friend();
    expect(seen(her)).toBe('elder-main');
    expect(hasOwn(her)).toBe(false);
    await minutesPass(1);
    expect(await linkRows(her)).toEqual([]);
  });

  it('changes with the role and changes back when the role ends', async () => {
    const her = await friend();
    await makeSupporter(her);
    await minutesPass(1);
    expect(seen(her)).toBe('supporter');
    expect(await linkRows(her)).toEqual([{ wished: 'supporter', dueAt: null }]);
    const calls = bot.line.calls('link-rich-menu').length;
    await minutesPass(3);
    expect(bot.line.calls('link-rich-menu')).toHaveLength(calls);
    await endScope(bot.db, her.id, SCOPE, bot.now());
    await minutesPass(1);
    expect(seen(her)).toBe('elder-main');
    expect(await linkRows(her)).toEqual([]);
  });

  it('is the tester’s for staff who try things out', async () => {
    const her = await friend();
    await bot.db.prepare('UPDATE "Person" SET "isTester" = 1 WHERE "id" = ?1').bind(her.id).run();
    await minutesPass(1);
    expect(seen(her)).toBe('staff-tester');
  });

  it('comes at once when she sends the code of staff, not a minute later', async () => {
    const her = await friend();
    const code = await inviteSupporter({ ...bot, newId: () => crypto.randomUUID() }, [SCOPE], 'staff');
    await her.say(`サポーター ${code}`);
    await bot.settled();
    expect(seen(her)).toBe('supporter');
  });

  it('is hers again after she blocked us and came back', async () => {
    const her = await friend();
    await makeSupporter(her);
    await minutesPass(1);
    await her.block();
    bot.line.world.richMenus.byPerson.delete(her.id);
    await minutesPass(2);
    await her.follow();
    await bot.settled();
    expect(seen(her)).toBe('supporter');
  });

  it('is linked again when the menu was replaced', async () => {
    const her = await friend();
    await makeSupporter(her);
    await minutesPass(1);
    await sync(
      wanted.map((menu) =>
        menu.alias === 'supporter'
          ? { ...menu, request: { ...menu.request, name: 'tsudoi/supporter/newer' } }
          : menu,
      ),
    );
    expect(hasOwn(her)).toBe(false);
    await minutesPass(1);
    expect(menuOf(bot.line.world, her.id)?.name).toBe('tsudoi/supporter/newer');
    await sync();
    await minutesPass(1);
  });

  it('is tried again while LINE fails, with longer and longer pauses', async () => {
    const her = await friend();
    await makeSupporter(her);
    const before = bot.line.calls('link-rich-menu').length;
    bot.line.world.faults.add({ on: 'call', kind: 'server-error', endpoint: 'link-rich-menu', times: 3 });
    await minutesPass(3);
    expect(seen(her)).toBe('elder-main');
    await minutesPass(9);
    expect(seen(her)).toBe('supporter');
    expect(bot.line.calls('link-rich-menu')).toHaveLength(before + 4);
  });

  it('is right in the end wherever the worker dies', async () => {
    const world = await openDeliveryWorld();
    await sync(wanted, world.emulator);
    const { byPerson, aliases } = world.emulator.world.richMenus;
    const friends = await world.friends(20);
    const makeHer = async (): Promise<string> => {
      const her = friends[supporters] ?? '';
      supporters += 1;
      await grant(world.db, her, world.now());
      return her;
    };
    let supporters = 0;
    const calm = new Life();
    const first = await makeHer();
    await linkMenus(world.mortal(calm));
    expect(byPerson.get(first)).toBe(aliases.get('supporter'));
    expect(calm.contacts).toBeGreaterThanOrEqual(6);
    for (const when of ['before', 'after'] as const) {
      for (let moment = 1; moment <= calm.contacts; moment += 1) {
        const her = await makeHer();
        await linkMenus(world.mortal(new Life(moment, when))).catch(() => {});
        world.pass(MINUTE);
        await linkMenus(world.deps);
        expect(byPerson.get(her), `death ${when} contact ${moment}`).toBe(aliases.get('supporter'));
      }
    }
    const { results } = await world.db.prepare('SELECT * FROM "MenuLink" WHERE "dueAt" IS NOT NULL').all();
    expect(results).toEqual([]);
    await world.close();
  });

  it('ends with everybody’s when the role ended while LINE was being told of it', async () => {
    const her = await friend();
    await makeSupporter(her);
    await wishMenus(bot.db, bot.now(), her.id);
    const ids = { supporter: 'richmenu-x' };
    const [due] = await dueLinks(bot.db, ids, bot.now(), 1, her.id);
    const claimed = due && (await claimLink(bot.db, due, bot.now()));
    if (!due || !claimed) throw new Error('Her link was to be claimed.');
    expect(await claimLink(bot.db, due, bot.now())).toBeUndefined();
    await endScope(bot.db, her.id, SCOPE, bot.now());
    await wishMenus(bot.db, bot.now(), her.id);
    // Nobody takes it up while that worker has it.
    expect(await dueLinks(bot.db, ids, bot.now(), 1, her.id)).toEqual([]);
    bot.line.world.richMenus.byPerson.set(her.id, bot.line.world.richMenus.aliases.get('supporter') ?? '');
    await settleLink(bot.db, claimed, 'richmenu-x', bot.now());
    expect(seen(her)).toBe('supporter');
    await minutesPass(1);
    expect(hasOwn(her)).toBe(false);
    expect(await linkRows(her)).toEqual([]);
  });

  it('says so to staff once where the menus are not at LINE, and links when they are', async () => {
    const her = await friend();
    await makeSupporter(her);
    bot.line.world.richMenus.aliases.delete('supporter');
    await minutesPass(2);
    const { results } = await bot.db
      .prepare(`SELECT "subject" FROM "Alert" WHERE "kind" = 'menu-missing'`)
      .all();
    expect(results).toEqual([{ subject: 'supporter' }]);
    await sync();
    await minutesPass(1);
    expect(seen(her)).toBe('supporter');
  });

  it('turns its page without a word, and says something only if it could not be turned', async () => {
    const her = await friend();
    const before = her.messages.length;
    await her.tap('ほかのご用');
    await bot.settled();
    expect(seen(her)).toBe('elder-more');
    await her.tap('前にもどる');
    await bot.settled();
    expect(seen(her)).toBe('elder-main');
    expect(her.messages).toHaveLength(before);
    bot.line.world.richMenus.aliases.delete('elder-more');
    await her.tap('ほかのご用');
    await bot.settled();
    expect(her.answers.length).toBeGreaterThan(0);
  });
});
