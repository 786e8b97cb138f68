import { describe, expect, it } from 'vitest';
import { eventsOf, openChannel, type TestChannel } from './channel';

const MENU = {
  size: { width: 800, height: 400 },
  selected: true,
  name: 'menu',
  chatBarText: 'メニュー',
  areas: [
    {
      bounds: { x: 0, y: 0, width: 400, height: 400 },
      action: { type: 'postback', label: '集まりをさがす', data: 'find' },
    },
    {
      bounds: { x: 400, y: 0, width: 400, height: 400 },
      action: { type: 'richmenuswitch', label: 'つぎへ', richMenuAliasId: 'next', data: 'to-next' },
    },
  ],
};

/** The beginning of a PNG, which is all that is looked at. */
const png = (width: number, height: number, size = 64): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};

const create = async ({ post }: TestChannel, menu: object = MENU): Promise<string> =>
  (await post('/v2/bot/richmenu', menu)).json.richMenuId;

const upload = ({ call }: TestChannel, id: string, body = png(800, 400), type = 'image/png') =>
  call('POST', `/v2/bot/richmenu/${id}/content`, { body, headers: { 'content-type': type } });

const ready = async (channel: TestChannel): Promise<string> => {
  const id = await create(channel);
  await upload(channel, id);
  return id;
};

const DEFAULT = '/v2/bot/user/all/richmenu';

describe('a rich menu', () => {
  it('is made, given a picture, shown to everybody and tapped', async () => {
    const channel = openChannel();
    const { emulator, post, get, call } = channel;
    const hana = emulator.person('花子');
    const id = await create(channel);
    expect(id).toMatch(/^richmenu-[0-9a-f]{32}$/);
    expect((await upload(channel, id)).status).toBe(200);
    expect((await get(`/v2/bot/richmenu/${id}`)).json).toEqual({ richMenuId: id, ...MENU });
    expect((await get(DEFAULT)).json).toEqual({ message: 'no default richmenu' });
    expect((await post(`${DEFAULT}/${id}`)).status).toBe(200);
    expect((await get(DEFAULT)).json).toEqual({ richMenuId: id });
    expect(await hana.tap('集まりをさがす')).toEqual({ did: 'postback' });
    expect(eventsOf(emulator).at(-1).postback).toEqual({ data: 'find' });
    expect((await call('DELETE', DEFAULT)).status).toBe(200);
    await expect(hana.tap('集まりをさがす')).rejects.toThrow('no button');
  });

  it('without a picture cannot be shown to anybody', async () => {
    const channel = openChannel();
    const id = await create(channel);
    const hana = channel.emulator.person('花子');
    for (const path of [`${DEFAULT}/${id}`, `/v2/bot/user/${hana.id}/richmenu/${id}`]) {
      expect((await channel.post(path)).json.message).toBe(
        'must upload richmenu image before applying it to user',
      );
    }
  });

  it('takes one picture of the right kind, size and weight', async () => {
    const channel = openChannel();
    const id = await create(channel);
    expect((await upload(channel, id, png(800, 400), 'image/gif')).status).toBe(415);
    expect((await upload(channel, id, new Uint8Array(64))).status).toBe(415);
    expect((await upload(channel, id, png(800, 400, 1_000_001))).status).toBe(413);
    for (const [width, height] of [
      [799, 400],
      [2501, 1000],
      [800, 249],
      [800, 600],
      [1200, 400],
    ] as const) {
      expect((await upload(channel, id, png(width, height))).json.message).toBe(
        'The image size is not allowed for richmenu',
      );
    }
    expect((await upload(channel, id, png(800, 400, 1_000_000))).status).toBe(200);
    expect((await upload(channel, id)).json.message).toBe(
      'An image has already been uploaded to the richmenu',
    );
    expect((await upload(channel, 'richmenu-none')).status).toBe(404);
  });

  it('is refused if its object is wrong, also when it is only tried', async () => {
    const { post } = openChannel();
    for (const path of ['/v2/bot/richmenu', '/v2/bot/richmenu/validate']) {
      const { status, json } = await post(path, { ...MENU, chatBarText: 'あ'.repeat(15) });
      expect([status, json.details[0].property]).toEqual([400, 'chatBarText']);
    }
    expect((await post('/v2/bot/richmenu/validate', MENU)).json).toEqual({});
  });

  it('of a person’s own comes before the default, at once; the default only when she opens the chat again', async () => {
    const channel = openChannel();
    const { emulator, post, pass } = channel;
    const hana = emulator.person('花子');
    const phone = async () =>
      (await (await emulator.app.request(`/__emulator/people/${hana.id}/phone`)).json()).richMenu;
    const open = () =>
      emulator.app.request(`/__emulator/people/${hana.id}/chat`, {
        method: 'POST',
        body: JSON.stringify({ isOpen: true }),
      });
    await open();
    pass(1);
    const [first, second] = [await ready(channel), await ready(channel)];
    await post(`${DEFAULT}/${first}`);
    expect(await phone()).toBeUndefined();
    await open();
    expect(await phone()).toMatchObject({ richMenuId: first, isOwn: false, isOpen: true });
    await post(`/v2/bot/user/${hana.id}/richmenu/${second}`);
    expect(await phone()).toMatchObject({ richMenuId: second, isOwn: true });
  });

  it('is not linked to someone who blocked the account, though LINE says 200', async () => {
    const channel = openChannel();
    const id = await ready(channel);
    const hana = channel.emulator.person('花子');
    await hana.block();
    expect((await channel.post(`/v2/bot/user/${hana.id}/richmenu/${id}`)).status).toBe(200);
    const own = await channel.get(`/v2/bot/user/${hana.id}/richmenu`);
    expect([own.status, own.json.message]).toEqual([404, 'the user has no richmenu']);
    expect((await channel.get('/v2/bot/user/hanako/richmenu')).json.message).toBe(
      "The value for the 'userId' parameter is invalid",
    );
  });

  it('is switched by its alias, and the bot hears how it went', async () => {
    const channel = openChannel();
    const { emulator, post, get } = channel;
    const [first, second] = [await ready(channel), await ready(channel)];
    const hana = emulator.person('花子');
    await post(`/v2/bot/user/${hana.id}/richmenu/${first}`);
    expect(await hana.tap('つぎへ')).toEqual({
      did: 'rich-menu-switch',
      status: 'RICHMENU_ALIAS_ID_NOTFOUND',
    });
    await post('/v2/bot/richmenu/alias', { richMenuAliasId: 'next', richMenuId: second });
    expect(await hana.tap('つぎへ')).toEqual({ did: 'rich-menu-switch', status: 'SUCCESS' });
    expect(eventsOf(emulator).map(({ postback }) => postback)).toEqual([
      { data: 'to-next', params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
      { data: 'to-next', params: { newRichMenuAliasId: 'next', status: 'SUCCESS' } },
    ]);
    expect((await get(`/v2/bot/user/${hana.id}/richmenu`)).json).toEqual({ richMenuId: second });
  });

  it('goes to many people a while after the call', async () => {
    const channel = openChannel();
    const { emulator, post, get, pass } = channel;
    const id = await ready(channel);
    const userIds = emulator.crowd(500);
    const own = async () => (await get(`/v2/bot/user/${userIds[499]}/richmenu`)).status;
    expect((await post('/v2/bot/richmenu/bulk/link', { richMenuId: id, userIds })).status).toBe(202);
    expect(await own()).toBe(404);
    pass(2_000);
    expect(await own()).toBe(200);
    expect((await post('/v2/bot/richmenu/bulk/unlink', { userIds })).status).toBe(202);
    pass(2_000);
    expect(await own()).toBe(404);
    const tooMany = { richMenuId: id, userIds: [...userIds, userIds[0]] };
    expect((await post('/v2/bot/richmenu/bulk/link', tooMany)).status).toBe(400);
    const unknown = { richMenuId: `richmenu-${'0'.repeat(32)}`, userIds };
    expect((await post('/v2/bot/richmenu/bulk/link', unknown)).json.message).toBe('richmenu not found');
  });

  it('is replaced for all who have it by a batch, whose progress can be asked', async () => {
    const channel = openChannel();
    const { emulator, post, get, pass } = channel;
    const [first, second] = [await ready(channel), await ready(channel)];
    const hana = emulator.person('花子');
    await post(`/v2/bot/user/${hana.id}/richmenu/${first}`);
    const operations = [{ type: 'link', from: first, to: second }];
    const { status, headers } = await post('/v2/bot/richmenu/batch', { operations });
    expect(status).toBe(202);
    const progress = () =>
      get(`/v2/bot/richmenu/progress/batch?requestId=${headers.get('x-line-request-id')}`);
    expect((await progress()).json.phase).toBe('ongoing');
    pass(2_000);
    expect((await progress()).json).toMatchObject({ phase: 'succeeded', completedTime: expect.any(String) });
    expect((await get(`/v2/bot/user/${hana.id}/richmenu`)).json).toEqual({ richMenuId: second });
    pass(14 * 24 * 3_600_000);
    expect((await progress()).status).toBe(404);
    await post('/v2/bot/richmenu/batch', { operations });
    await post('/v2/bot/richmenu/batch', { operations });
    expect((await post('/v2/bot/richmenu/batch', { operations })).status).toBe(200 + 2);
    expect((await post('/v2/bot/richmenu/batch', { operations })).status).toBe(429);
  });
});

describe('an alias', () => {
  it('is made once, changed, listed and deleted', async () => {
    const channel = openChannel();
    const { post, get, call } = channel;
    const ALIAS = '/v2/bot/richmenu/alias';
    const [first, second] = [await ready(channel), await ready(channel)];
    const alias = { richMenuAliasId: 'main', richMenuId: first };
    expect((await post(ALIAS, { ...alias, richMenuAliasId: 'Main' })).status).toBe(400);
    expect((await post(ALIAS, { ...alias, richMenuId: `richmenu-${'0'.repeat(32)}` })).json.message).toBe(
      'richmenu not found',
    );
    expect((await post(ALIAS, alias)).status).toBe(200);
    expect((await post(ALIAS, alias)).json.message).toBe('conflict richmenu alias id');
    expect((await post(`${ALIAS}/main`, { richMenuId: second })).status).toBe(200);
    expect((await get(`${ALIAS}/main`)).json).toEqual({ richMenuAliasId: 'main', richMenuId: second });
    expect((await get(`${ALIAS}/list`)).json.aliases).toHaveLength(1);
    expect((await call('DELETE', `${ALIAS}/main`)).status).toBe(200);
    expect((await get(`${ALIAS}/main`)).json.message).toBe('richmenu alias not found');
  });
});
