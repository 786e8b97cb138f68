import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type TestBot } from './support/bot';
import { sentTwice } from './support/sent-twice';
import { play, readTranscript, WentOtherwise } from './support/transcript';

const folder = join(import.meta.dirname, 'transcripts');
const stories = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, ...readTranscript(readFileSync(join(folder, name), 'utf8')) }));

describe.each([
  { which: 'the stories', seenThrough: (db: D1Database) => db },
  { which: 'the stories, when whatever goes to the database is sent twice', seenThrough: sentTwice },
])('$which', ({ seenThrough }) => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot({ seenThrough });
  });
  afterAll(() => bot.close());

  it.each(stories)('$name: $title', async (story) => {
    await play(bot, story.name, story);
    // Nothing of ours was ever refused by LINE, and no fault of ours was apologised for.
    expect(
      bot.line.calls().filter(({ status }) => status !== null && status >= 400 && status !== 409),
    ).toEqual([]);
    expect(bot.logged.filter((name) => /failed|unsendable|refused/.test(name))).toEqual([]);
  });

  it('would be seen to go otherwise', async () => {
    const wrong = readTranscript('# A wrong story\n@ 2026-11-24 10:00\n> こんにちは\n< さようなら、永遠に');
    await expect(play(bot, 'wrong', wrong)).rejects.toThrow(WentOtherwise);
  });
});
