import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = join(import.meta.dirname, 'independent');

const intents = [
  ...['find_place', 'refine', 'more', 'find_class', 'find_event', 'place_detail', 'location'],
  ...['book', 'waitlist', 'change', 'cancel', 'undo', 'my_bookings', 'availability', 'choice'],
  ...['volunteer', 'volunteer_withdraw', 'start_group', 'report'],
  ...['notice_on', 'notice_off', 'notice_last', 'notice_settings', 'supporter', 'human', 'care', 'complaint'],
  ...['emergency', 'scam', 'lonely', 'medical', 'privacy', 'privacy_erase', 'yes', 'no', 'unclear_yes_no'],
  ...['back', 'restart', 'menu', 'repeat', 'later', 'resume', 'usage', 'confused', 'personal_info', 'survey'],
  ...['greeting', 'thanks', 'smalltalk', 'off_topic', 'other'],
] as const;
const intent = z.enum(intents);

const slots = z.strictObject({
  area: z
    .string()
    .regex(/^(?:\d{3}-\d{4}|[^\d\s０-９]+(?:\d丁目)?)$/u)
    .optional(),
  near: z.enum(['here', 'home']).optional(),
  activity: z
    .enum(['体操', 'お茶', '麻雀', '囲碁', '将棋', '歌', '手芸', '散歩', '料理', '認知症カフェ', 'スマホ'])
    .optional(),
  day: z.union([z.iso.date(), z.literal('weekend')]).optional(),
  time: z.enum(['am', 'pm', 'now']).optional(),
  mode: z.enum(['walk', 'bike', 'transport']).optional(),
  maxMinutes: z.int().min(1).max(120).optional(),
  fee: z.literal('free').optional(),
  feature: z.enum(['wheelchair', 'parking', 'toilet', 'chair', 'stairs']).optional(),
  count: z.int().min(1).max(10).optional(),
  ordinal: z.union([z.int().min(1).max(10), z.literal('last')]).optional(),
  course: z
    .enum(['スマホサポーター養成講座', 'トコフィット', 'シニア・アカデミー', '認知症サポーター養成講座'])
    .optional(),
  topic: z.enum(['fee', 'time', 'bring', 'parking', 'way', 'map', 'phone', 'booking', 'open']).optional(),
});

const slotName = z.enum([...slots.keyof().options, 'field', 'kind']);

const line = z.strictObject({
  text: z.string().min(1),
  now: z.iso.datetime({ offset: true }).optional(),
  intent,
  slots,
  maybe: z
    .partialRecord(slotName, z.union([z.literal('*'), z.array(z.union([z.string(), z.number()])).min(1)]))
    .optional(),
  accept: z.array(intent).min(1).optional(),
  never: z.array(intent).min(1).optional(),
  who: z.string().min(5),
});
type Line = z.infer<typeof line>;

const lines: Line[] = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => line.parse(JSON.parse(text))),
  );

const dated = lines.filter(({ slots: { day } }) => day !== undefined && day !== 'weekend');

/** Days from the local date of `now` to the sentence's day. */
const daysAhead = ({ now = '', slots: { day = '' } }: Line): number =>
  (Date.parse(day) - Date.parse(now.slice(0, 10))) / 86_400_000;

/** A word for a day, and how far ahead that day must lie. The longest word stands first where one holds another. */
const relative: ReadonlyArray<readonly [RegExp, number]> = [
  [/しあさ[っつ]て|明々後日/u, 3],
  [/あさ[っつ]て|明後日|ｱｻｯﾃ/u, 2],
  [/あした|明日(?!か)|みょうにち|アス　|ｱｽ /u, 1],
  [/きょう(?!しつ)|今日/u, 0],
];

describe('the independent corpus', () => {
  it('says nothing twice', () => {
    const texts = lines.map(({ text }) => text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it('has at least 900 sentences, and ten for every intent', () => {
    expect(lines.length).toBeGreaterThanOrEqual(900);
    for (const name of intents) {
      expect(lines.filter((one) => one.intent === name).length, name).toBeGreaterThanOrEqual(10);
    }
  });

  it('never forbids or excuses the answer that it wants', () => {
    for (const { text, intent: wanted, accept = [], never = [] } of lines) {
      expect([...accept, ...never], text).not.toContain(wanted);
      expect(
        accept.filter((name) => never.includes(name)),
        text,
      ).toEqual([]);
    }
  });

  it('gives the present moment wherever a day is meant, and no day that is past or beyond a year', () => {
    for (const one of dated) {
      expect(one.now, one.text).toBeDefined();
      expect(daysAhead(one), one.text).toBeGreaterThanOrEqual(0);
      expect(daysAhead(one), one.text).toBeLessThan(366);
    }
  });

  it('reckons tomorrow and its like by the calendar', () => {
    const reckoned = dated.flatMap((one) => {
      const word = relative.find(([pattern]) => pattern.test(one.text));
      return word === undefined ? [] : [{ one, ahead: word[1] }];
    });
    expect(reckoned.length).toBeGreaterThan(20);
    for (const { one, ahead } of reckoned) expect(daysAhead(one), one.text).toBe(ahead);
  });

  it('means the weekday and the week that it names', () => {
    const named = dated.flatMap((one) => {
      const day = /(再来週|さらいしゅう|来週|今週|今度|こんど|次)の?、?([月火水木金土日])/u.exec(one.text);
      const at = '月火水木金土日'.indexOf(day?.[2] ?? '?');
      return day === null ? [] : [{ one, week: day[1] ?? '', at }];
    });
    expect(named.length).toBeGreaterThan(20);
    for (const { one, week, at } of named) {
      const ahead = daysAhead(one);
      const today = (new Date(`${one.now?.slice(0, 10) ?? ''}T00:00:00Z`).getUTCDay() + 6) % 7;
      expect((today + ahead) % 7, one.text).toBe(at);
      const weeksAhead = Math.floor((today + ahead) / 7);
      if (week === '今週') expect(weeksAhead, one.text).toBe(0);
      if (week === '来週') expect(weeksAhead, one.text).toBe(1);
      if (week === '再来週' || week === 'さらいしゅう') expect(weeksAhead, one.text).toBe(2);
      if (!week.endsWith('週') && week !== 'さらいしゅう') expect(ahead, one.text).toBeLessThan(8);
    }
  });

  it('means the month and day that it writes in digits', () => {
    const written = dated.flatMap((one) => {
      const digits = /(\d{1,2})(?:月|\/)(\d{1,2})/u.exec(one.text.normalize('NFKC'));
      return digits === null ? [] : [{ one, month: Number(digits[1]), date: Number(digits[2]) }];
    });
    expect(written.length).toBeGreaterThan(10);
    for (const { one, month, date } of written) {
      const [, m, d] = (one.slots.day ?? '').split('-').map(Number);
      expect([m, d], one.text).toEqual([month, date]);
    }
  });
});
