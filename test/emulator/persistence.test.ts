import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepIn } from '../../src/emulator/keep';
import { lastReplyToken, openChannel, PUSH, REPLY, text } from './channel';

const folder = mkdtempSync(join(tmpdir(), 'line-emulator-'));
const file = join(folder, 'state.json');
afterEach(() => rmSync(file, { force: true }));

const KEY = { 'X-Line-Retry-Key': '123e4567-e89b-12d3-a456-426614174000' };

describe('an emulator with a state file', () => {
  it('goes on after a restart where it was: people, chats, tokens, keys, quota, files, later work', async () => {
    const before = openChannel();
    const stop = keepIn(file, before.emulator.world, []);
    const hana = before.emulator.person('花子');
    await hana.sendPhoto();
    const photo = hana.entries[0]?.id;
    await hana.say('こんにちは');
    const replyToken = lastReplyToken(before.emulator);
    await before.post(PUSH, { to: hana.id, messages: [text('1')] }, KEY);
    const made = await before.post('/v2/bot/audienceGroup/upload', {
      description: 'a',
      audiences: [{ id: hana.id }],
    });
    stop();

    const after = openChannel({ seed: 2 });
    keepIn(file, after.emulator.world, [])();
    const again = after.emulator.person('花子');
    expect(again.id).toBe(hana.id);
    expect(again.entries).toEqual(hana.entries);
    expect((await after.post(PUSH, { to: hana.id, messages: [text('1')] }, KEY)).status).toBe(409);
    expect((await after.post(REPLY, { replyToken, messages: [text('はい')] })).status).toBe(200);
    expect((await after.get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(1);
    expect((await after.get(`/v2/bot/message/${photo}/content`)).status).toBe(200);
    const look = () => after.get(`/v2/bot/audienceGroup/${made.json.audienceGroupId}`);
    expect((await look()).json.audienceGroup.status).toBe('IN_PROGRESS');
    after.pass(2_000);
    expect((await look()).json.audienceGroup.status).toBe('READY');
    await again.say('また');
    expect(again.entries.at(-1)?.id).not.toBe(hana.entries.at(-1)?.id);
    after.emulator.world.agenda.clear();
    before.emulator.world.agenda.clear();
  });

  it('writes by itself a moment after something happened', async () => {
    const { emulator } = openChannel();
    const stop = keepIn(file, emulator.world, []);
    await emulator.person('花子').say('あ');
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 3_000 }).toContain('花子');
    stop();
  });

  it('keeps the settings given at the start before those of the file', () => {
    const before = openChannel({ settings: { webhookUrl: 'http://old.example/', chatMode: 'chat' } });
    keepIn(file, before.emulator.world, [])();
    const after = openChannel({ settings: { webhookUrl: 'http://new.example/' } });
    keepIn(file, after.emulator.world, ['webhookUrl'])();
    expect(after.emulator.world.settings).toMatchObject({
      webhookUrl: 'http://new.example/',
      chatMode: 'chat',
    });
  });

  it('does not touch a file that is not its own', () => {
    writeFileSync(file, '{"format":"something else"}');
    expect(() => keepIn(file, openChannel().emulator.world, [])).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('{"format":"something else"}');
  });
});
