import { beforeEach, describe, expect, it } from 'vitest';
import { planLines } from '../../src/cli/rich-menus/plan';
import { perform, plan } from '../../src/cli/rich-menus/sync';
import { type WantedMenu, wantedMenus } from '../../src/cli/rich-menus/wanted';
import { createEmulator, type Emulator } from '../../src/emulator/emulator';
import { menuOf } from '../../src/emulator/phone/menu';
import { MenuClient } from '../../src/line/rich-menus';

const ACCESS = { baseUrl: 'https://api.line.me', accessToken: 'menu-token', timeout: 2_000 };
const DATA = 'https://api-data.line.me';
const wanted = await wantedMenus();

let line: Emulator;
beforeEach(() => {
  line = createEmulator({ secret: 'menu-secret', token: 'menu-token', seed: 3 });
});

const client = (fetcher: typeof fetch = line.fetch) => new MenuClient(ACCESS, DATA, fetcher);

const sync = async (menus: readonly WantedMenu[] = wanted, fetcher?: typeof fetch): Promise<void> => {
  const calls = client(fetcher);
  await perform(calls, menus, await plan(calls, menus));
};

/** The same menus after somebody reworded the bar of one. */
const reworded = wanted.map((menu) =>
  menu.alias === 'elder-main'
    ? { ...menu, request: { ...menu.request, name: 'tsudoi/elder-main/reworded', chatBarText: 'ここから' } }
    : menu,
);

/** All that a phone could see: what stands behind each alias, with its picture, and the default. */
const stateOf = ({ world: { richMenus } }: Emulator) => {
  const nameOf = (id: string | undefined) =>
    id === undefined ? undefined : richMenus.all.get(id)?.asked.name;
  return {
    aliases: Object.fromEntries([...richMenus.aliases].map(([alias, id]) => [alias, nameOf(id)])),
    pictured: [...richMenus.all.values()].map(({ asked, image }) => [asked.name, image?.bytes.length]).sort(),
    everybodys: nameOf(richMenus.defaultId),
  };
};

describe('the menus at LINE', () => {
  it('are made with their pictures, and the elders’ first page becomes everybody’s', async () => {
    await sync();
    expect(stateOf(line)).toEqual({
      aliases: Object.fromEntries(wanted.map(({ alias, request }) => [alias, request.name])),
      pictured: wanted.map(({ request, png }) => [request.name, png.length]).sort(),
      everybodys: wanted[0]?.request.name,
    });
    const hanako = line.person('Hanako');
    await hanako.follow();
    const seen = menuOf(line.world, hanako.id);
    expect(seen?.name).toBe(wanted[0]?.request.name);
    expect(seen?.areas).toHaveLength(6);
    expect(seen?.isOpen).toBe(true);
  });

  it('are left alone by a second run', async () => {
    await sync();
    const before = line.received.length;
    await sync();
    const methods = line.received.slice(before).map((entry) => `${entry.kind} ${entry.name}`);
    expect(methods).toHaveLength(3);
    expect(planLines(await plan(client(), wanted))).toEqual([]);
  });

  it('are not touched by a dry run, which says what it would do', async () => {
    const lines = planLines(await plan(client(), wanted));
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('default  becomes elder-main');
    expect(line.world.richMenus.all.size).toBe(0);
  });

  it('are replaced one by one: only what changed is made anew, its alias moves, the old one goes', async () => {
    await sync();
    const kept = [...line.world.richMenus.all.keys()].slice(1);
    await sync(reworded);
    expect([...line.world.richMenus.all.keys()]).toEqual([...kept, expect.any(String)]);
    expect(stateOf(line).aliases['elder-main']).toBe('tsudoi/elder-main/reworded');
    expect(stateOf(line).everybodys).toBe('tsudoi/elder-main/reworded');
    expect(planLines(await plan(client(), reworded))).toEqual([]);
  });

  it('of others are never touched, nor are their aliases', async () => {
    const theirs = client();
    const id = await theirs.create({ ...wanted[0]?.request, name: 'somebody else’s' });
    await theirs.createAlias('theirs', id);
    await sync();
    await sync(reworded);
    expect(line.world.richMenus.all.get(id)?.asked.name).toBe('somebody else’s');
    expect(line.world.richMenus.aliases.get('theirs')).toBe(id);
  });

  it('that we no longer want go with their alias', async () => {
    await sync();
    await sync(wanted.filter(({ alias }) => alias !== 'staff-tester'));
    expect([...line.world.richMenus.aliases.keys()]).toEqual(['elder-main', 'elder-more', 'supporter']);
    expect(line.world.richMenus.all.size).toBe(3);
  });

  it('end right after a death before or after any call and one more run', async () => {
    await sync();
    await sync(reworded);
    const right = stateOf(line);
    let deaths = 0;
    for (let last = 0; ; last += 1) {
      for (const isDone of [false, true]) {
        line.reset();
        await sync();
        let calls = 0;
        const dying: typeof fetch = async (input, init) => {
          calls += 1;
          if (calls <= last) return line.fetch(input, init);
          if (isDone && calls === last + 1) await line.fetch(input, init);
          throw new TypeError('the process died');
        };
        const died = await sync(reworded, dying).then(
          () => false,
          () => true,
        );
        if (!died) {
          expect(deaths).toBeGreaterThan(12);
          return;
        }
        deaths += 1;
        await sync(reworded);
        expect(stateOf(line)).toEqual(right);
        expect(planLines(await plan(client(), reworded))).toEqual([]);
      }
    }
  });
});

describe('the names of menus', () => {
  it('stay the same for the same menu and picture, and differ for another', async () => {
    const again = await wantedMenus();
    expect(again.map(({ request }) => request.name)).toEqual(wanted.map(({ request }) => request.name));
    expect(new Set(wanted.map(({ request }) => request.name)).size).toBe(wanted.length);
  });
});
