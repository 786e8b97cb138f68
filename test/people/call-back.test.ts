import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_LINK_LIFE } from '../../src/service/own-links';
import { startBot, type TestBot } from '../support/bot';

let bot: TestBot;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

/** She asks for a person; the path of the page on which she can ask to be called. */
const asksForPerson = async (name: string): Promise<string> => {
  const her = bot.line.person(name, { friendship: 'friend' });
  await her.say('こんにちは');
  await bot.settled();
  await her.tap('人に聞く（電話）');
  await bot.settled();
  const url = /http:\/\/bot\.test(\/forms\/call-back\/[^"]+)/.exec(JSON.stringify(her.answers))?.[1];
  if (url === undefined) throw new Error('There is no page to be called.');
  return url;
};

const fields = { name: '見本 花子', phone: '04-2998-9120', topic: 'class', time: 'am' };

const sends = (path: string, change: Partial<typeof fields> = {}): Promise<Response> =>
  bot.request(path, { method: 'POST', body: new URLSearchParams({ ...fields, ...change }) });

const requests = async () =>
  (await bot.db.prepare('SELECT "topic", "note", "name", "phone", "doneAt" FROM "CallBack"').all()).results;

describe('someone who would rather be called', () => {
  it('says when and about what on our own page, and reads in the chat that it was taken, without her name', async () => {
    const path = await asksForPerson('anna');
    const page = await bot.request(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('なんのことですか');
    const wrong = await sends(path, { phone: '12' });
    expect(wrong.status).toBe(422);
    expect(await requests()).toEqual([]);
    expect((await sends(path)).status).toBe(200);
    expect((await sends(path, { name: 'ほかの人' })).status).toBe(200);
    expect(await requests()).toEqual([
      { topic: '教室のこと', note: '午前のうち', name: '見本 花子', phone: '0429989120', doneAt: null },
    ]);
    await bot.tick();
    await bot.settled();
    const chat = JSON.stringify(bot.line.world.chats.all);
    const hers = JSON.stringify([...bot.line.world.chats.all.values()].map(({ entries }) => entries));
    expect(hers).toContain('お電話をお待ちください');
    expect(chat + hers).not.toContain('花子');
  });

  it('cannot use a link that is too old, forged, or of somebody who was forgotten', async () => {
    const path = await asksForPerson('beni');
    expect((await bot.request(`${path.slice(0, -4)}AAAA`)).status).toBe(404);
    await bot.db
      .prepare('UPDATE "Interaction" SET "personId" = NULL, "seq" = NULL WHERE "seq" IS NOT NULL')
      .run();
    expect((await sends(path)).status).toBe(404);
    const old = await asksForPerson('chie');
    bot.pass(FORM_LINK_LIFE);
    expect((await sends(old)).status).toBe(410);
    expect(await requests()).toHaveLength(1);
  });
});
