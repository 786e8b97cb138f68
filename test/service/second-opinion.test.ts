import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { createUnderstanding, withOpinion } from '../../src/core/understanding';
import { intents } from '../../src/core/understanding/intents';
import { HostedModel } from '../../src/hosted-model/reader';
import { SecondOpinions } from '../../src/service/second-opinion';
import { startBot, type TestBot } from '../support/bot';
import { TUESDAY_MORNING } from '../support/context';
import { play, readTranscript } from '../support/transcript';

const now = TUESDAY_MORNING;
const understanding = createUnderstanding(tokorozawa);
const unsure = understanding.understand('予約のことで', { now });
const patience = 30;

/** What the model's server answers, and what it was sent. */
let answer: (signal: AbortSignal | null | undefined) => Promise<Response> = async () => saying('none');
const sent: string[] = [];
const saying = (content: string) => Response.json({ choices: [{ message: { content } }] });
const model = new HostedModel(
  { url: 'https://model.test/v1/chat/completions', model: 'small', token: 'secret' },
  (_, init) => {
    sent.push(String(init?.body));
    return answer(init?.signal);
  },
);

const asked = '# Unclear\n@ 2026-11-24 10:00\n> (follow)\n> 予約のことで\n< どのことでしょうか\n';

describe('a hosted model that reads what we are unsure of', () => {
  let bot: TestBot;
  beforeAll(async () => {
    // The rest after a failure is a minute, so that every story begins two minutes later.
    bot = await startBot({ opinions: new SecondOpinions(model, { patience, budget: 100 }) });
  });
  afterAll(() => bot.close());
  let minute = 10;
  const tell = (lines: string): Promise<unknown> => {
    const story = readTranscript(lines.replace('10:00', `10:${minute}`));
    minute += 2;
    return play(bot, `second opinion ${minute}`, story);
  };

  it('changes nothing when it fails, is slow, answers nonsense or is never certain', async () => {
    for (const one of [
      async () => new Response('broken', { status: 500 }),
      async () => Promise.reject(new TypeError('no network')),
      async () => new Response('<html>'),
      // It never answers, and does not even listen to the signal.
      () => new Promise<Response>(() => {}),
      async () => saying('none'),
    ]) {
      answer = one;
      await tell(`${asked}< [予約を確かめる]`);
    }
    expect(sent.length).toBe(5);
  });

  it('is followed where it only shows something', async () => {
    answer = async () => saying('my_bookings\n');
    await tell('# Clear to it\n@ 2026-11-24 10:00\n> 予約のことで\n< いまは、予約がありません');
  });

  it('books, cancels and erases nothing: she is asked, with its guess first', async () => {
    for (const [lie, label] of [
      ['book', '教室に申しこむ'],
      ['cancel', '予約を取り消す'],
      ['privacy_erase', 'わたしの記録を消す'],
    ] as const) {
      answer = async () => saying(lie);
      await tell(`${asked}< [${label}]\n< [予約を確かめる]`);
    }
  });

  it('never sees a sentence we understand, nor one that tells of danger, nor anybody’s number', async () => {
    const before = sent.length;
    answer = async () => saying('smalltalk');
    await tell(
      '# Clear\n@ 2026-11-24 10:00\n> おじいさんが倒れて息をしていません\n< すぐに 119\n> こんにちは\n< こんにちは',
    );
    expect(sent.length).toBe(before);
    await tell('# Masked\n@ 2026-11-24 10:00\n> 東所沢3-5-12の予約のことで');
    expect(sent.length).toBe(before + 1);
    expect(sent.at(-1)).toContain('の予約のことで');
    expect(sent.at(-1)).not.toContain('5-12');
  });

  it('is asked no more than its budget allows, and rests after a failure', async () => {
    let times = 0;
    const failing = new SecondOpinions(
      {
        wishIn: async () => {
          times += 1;
          throw new Error('down');
        },
      },
      { patience, budget: 2 },
    );
    let clock = now;
    const world = { understanding, now: () => clock, log: () => {} };
    const ask = () => failing.of({ type: 'said', text: '予約のことで' }, null, world);
    await ask();
    await ask();
    expect(times).toBe(1);
    for (let minute = 0; minute < 5; minute += 1) {
      clock += 61_000;
      expect(await ask()).toBeUndefined();
    }
    expect(times).toBe(2);
  });

  it('cannot name danger, an answer or anything we do not know', () => {
    for (const said of [...intents, 'constructor', 'drop table', '']) {
      const { intent, doubt } = withOpinion(unsure, said);
      if (doubt === undefined) expect(intent).toBe(said);
      expect(['emergency', 'scam', 'yes', 'no', 'personal_info', 'human']).not.toContain(intent);
      expect(doubt === undefined && ['book', 'cancel', 'privacy_erase'].includes(intent), said).toBe(false);
    }
    const danger = understanding.understand('息ができない', { now });
    expect(withOpinion(danger, 'smalltalk')).toEqual(danger);
  });
});
