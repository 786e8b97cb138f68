import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pattern, Rule } from '../../src/core/schedule';
import {
  readRecurrenceCode,
  readSchedule,
  recurrenceCode,
  ruleText,
  scheduleText,
  storedSchedule,
} from '../../src/core/schedule';
import { rule as anyRule, schedule as anySchedule } from './arbitrary';

const read = (text: string) => readSchedule(text, '2026-11-24');
const rules = (text: string) => read(text)?.rules;
const afternoon = { from: '13:30', to: '15:00' };

describe('a schedule as people write it', () => {
  it.each<[string, Pattern, Partial<Rule>?]>([
    [
      '第2・4火曜 午後1時30分〜3時',
      { kind: 'nth-weekday', weeks: [2, 4], weekdays: [2] },
      { time: afternoon },
    ],
    [
      '第２、第４火曜日　13:30～15:00',
      { kind: 'nth-weekday', weeks: [2, 4], weekdays: [2] },
      { time: afternoon },
    ],
    [
      '毎月第2・第4火曜日の午後1時半から3時まで',
      { kind: 'nth-weekday', weeks: [2, 4], weekdays: [2] },
      { time: afternoon },
    ],
    [
      '1・3月曜日 10時から',
      { kind: 'nth-weekday', weeks: [1, 3], weekdays: [1] },
      { time: { from: '10:00' } },
    ],
    ['第1〜3木曜', { kind: 'nth-weekday', weeks: [1, 2, 3], weekdays: [4] }],
    ['第一土曜日', { kind: 'nth-weekday', weeks: [1], weekdays: [6] }],
    ['第１・最終金曜日', { kind: 'nth-weekday', weeks: [1, 'last'], weekdays: [5] }],
    [
      '最終金曜日 正午から',
      { kind: 'nth-weekday', weeks: ['last'], weekdays: [5] },
      { time: { from: '12:00' } },
    ],
    ['月末の水曜', { kind: 'nth-weekday', weeks: ['last'], weekdays: [3] }],
    ['毎週月曜日', { kind: 'weekly', weekdays: [1] }],
    [
      '毎週 月・水・金曜日 午前10時〜11時30分',
      { kind: 'weekly', weekdays: [1, 3, 5] },
      { time: { from: '10:00', to: '11:30' } },
    ],
    ['月曜と木曜', { kind: 'weekly', weekdays: [1, 4] }],
    ['月～金', { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] }],
    ['月火水木金土日', { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 0] }],
    [
      '毎日 9:00-17:00',
      { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 0] },
      { time: { from: '09:00', to: '17:00' } },
    ],
    [
      '平日 午前9時〜正午',
      { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] },
      { holidays: 'skipped', time: { from: '09:00', to: '12:00' } },
    ],
    ['毎週日曜日（祝日は休み）', { kind: 'weekly', weekdays: [0] }, { holidays: 'skipped' }],
    ['毎週日曜日 祝日を除く', { kind: 'weekly', weekdays: [0] }, { holidays: 'skipped' }],
    ['毎週日曜日（祝日も開催）', { kind: 'weekly', weekdays: [0] }, { holidays: 'held' }],
    ['隔週水曜日', { kind: 'alternate-weeks', weekdays: [3] }],
    ['隔週水曜（12月2日から）', { kind: 'alternate-weeks', weekdays: [3], anchor: '2026-12-02' }],
    ['毎月5日・15日・末日', { kind: 'month-days', days: [5, 15, 'last'] }],
    ['毎月10日 14時', { kind: 'month-days', days: [10] }, { time: { from: '14:00' } }],
    ['4月〜7月の第1月曜', { kind: 'nth-weekday', weeks: [1], weekdays: [1] }, { months: [4, 5, 6, 7] }],
    ['偶数月の第3土曜', { kind: 'nth-weekday', weeks: [3], weekdays: [6] }, { months: [2, 4, 6, 8, 10, 12] }],
    [
      '第3土曜（8月を除く）',
      { kind: 'nth-weekday', weeks: [3], weekdays: [6] },
      { months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12] },
    ],
    [
      '12月3日（木）、12月10日（木） 午後2時〜4時',
      { kind: 'dates', dates: ['2026-12-03', '2026-12-10'] },
      { time: { from: '14:00', to: '16:00' } },
    ],
    ['1月8日', { kind: 'dates', dates: ['2027-01-08'] }],
    ['不定期', { kind: 'irregular' }],
    ['毎週火曜 1時半〜3時', { kind: 'weekly', weekdays: [2] }, { time: afternoon }],
    ['毎週火曜 午前11時〜1時', { kind: 'weekly', weekdays: [2] }, { time: { from: '11:00', to: '13:00' } }],
  ])('「%s」', (text, pattern, terms = {}) => {
    expect(rules(text)).toEqual([{ holidays: 'unknown', ...pattern, ...terms }]);
    expect(read(text)?.unread).toEqual([]);
  });

  it('has two rules with one time, and two with one each', () => {
    expect(rules('第1・4火曜と第4木曜 午後1時30分〜3時')).toEqual([
      { kind: 'nth-weekday', weeks: [1, 4], weekdays: [2], holidays: 'unknown', time: afternoon },
      { kind: 'nth-weekday', weeks: [4], weekdays: [4], holidays: 'unknown', time: afternoon },
    ]);
    expect(rules('毎週月曜 10時〜11時、第2土曜 13時30分〜15時')).toEqual([
      { kind: 'weekly', weekdays: [1], holidays: 'unknown', time: { from: '10:00', to: '11:00' } },
      { kind: 'nth-weekday', weeks: [2], weekdays: [6], holidays: 'unknown', time: afternoon },
    ]);
  });

  it('has a second sitting where a second time is given', () => {
    expect(rules('毎週月曜 10時〜11時・13時30分〜15時')?.map((rule) => rule.time)).toEqual([
      { from: '10:00', to: '11:00' },
      afternoon,
    ]);
  });

  it('keeps what it cannot read, and is nothing where no day is named', () => {
    expect(read('毎週月曜 雨天中止')?.unread).toEqual(['雨天中止']);
    expect(read('お問い合わせください')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  it('makes up no Sunday of 「雨の日は休み」', () => {
    const found = read('毎週火曜 午前10時〜11時（雨の日は休み）');
    expect(found?.rules.map((rule) => 'weekdays' in rule && rule.weekdays)).toEqual([[2]]);
    expect(found?.unread.join('')).toContain('雨');
  });

  it('reads back every rule that we write', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const back = readSchedule(ruleText(rule));
        expect(back?.unread).toEqual([]);
        expect(back?.rules).toEqual([rule]);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails on any text', () => {
    const piece = fc.constantFrom(
      '第',
      '2',
      '火',
      '曜',
      '月',
      '日',
      '〜',
      '・',
      '毎週',
      '10時',
      '祝日',
      'と',
      '、',
      '5',
      '末',
      '午後',
      '年',
      '最終',
      '隔週',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = readSchedule(pieces.join(''), '2026-11-24');
        if (found !== undefined) expect(storedSchedule.safeParse({ rules: found.rules }).success).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the wording of a schedule', () => {
  it('says rules, holidays, pauses and the end', () => {
    expect(
      scheduleText(
        {
          rules: [
            { kind: 'nth-weekday', weeks: [2, 4], weekdays: [2], time: afternoon, holidays: 'skipped' },
            { kind: 'weekly', weekdays: [6, 1], months: [4, 5, 6], holidays: 'unknown' },
          ],
          pauses: [
            { from: '2026-12-28', to: '2027-01-04', reason: '年末年始' },
            { from: '2026-08-01', to: '2026-08-31' },
          ],
          end: '2027-03-31',
        },
        '2026-11-24',
      ),
    ).toEqual([
      '第2・第4火曜日 午後1時30分〜3時（祝日は休み）',
      '4月〜6月の毎週月・土曜日',
      '12月28日（月）から1月4日（月）まで休み（年末年始）',
      '2027年3月31日（水）まで',
    ]);
  });
});

describe('the months of a rule', () => {
  const every = (months: readonly number[]) =>
    ruleText({ kind: 'weekly', weekdays: [4], months, time: afternoon, holidays: 'skipped' });

  it('are named as those off where only few are off, and as every second one where they are', () => {
    expect(every([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12])).toBe(
      '毎週木曜日 午後1時30分〜3時（8月は休み）（祝日は休み）',
    );
    expect(every([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toBe(
      '3月〜12月の毎週木曜日 午後1時30分〜3時（祝日は休み）',
    );
    expect(every([2, 4, 6, 8, 10, 12])).toBe('偶数月の毎週木曜日 午後1時30分〜3時（祝日は休み）');
    expect(every([4, 5, 10, 11])).toBe('4・5・10・11月の毎週木曜日 午後1時30分〜3時（祝日は休み）');
  });
});

describe('recurrence codes of the open-data model', () => {
  it.each<[string, readonly Pattern[]]>([
    ['0We', [{ kind: 'weekly', weekdays: [3] }]],
    ['13Mo', [{ kind: 'nth-weekday', weeks: [1, 3], weekdays: [1] }]],
    [
      '14Tu4Th',
      [
        { kind: 'nth-weekday', weeks: [1, 4], weekdays: [2] },
        { kind: 'nth-weekday', weeks: [4], weekdays: [4] },
      ],
    ],
    ['6Fr', [{ kind: 'nth-weekday', weeks: ['last'], weekdays: [5] }]],
    ['7Su', [{ kind: 'alternate-weeks', weekdays: [0] }]],
    ['0Mo0We', [{ kind: 'weekly', weekdays: [1, 3] }]],
  ])('%s both ways', (code, patterns) => {
    expect(readRecurrenceCode(code)).toEqual(patterns);
    expect(recurrenceCode(patterns)).toBe(code);
  });

  it('are refused where they are not wholly codes', () => {
    for (const text of ['', '第2火曜', '8Mo', '0Xx', '13', '70Su'])
      expect(readRecurrenceCode(text)).toBeUndefined();
    expect(recurrenceCode([{ kind: 'month-days', days: [5] }])).toBeUndefined();
    expect(recurrenceCode([])).toBeUndefined();
  });
});

describe('a stored schedule', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(anySchedule, ({ exceptions: _, ...schedule }) => {
        expect(storedSchedule.parse(JSON.parse(JSON.stringify(schedule)))).toEqual(schedule);
      }),
    );
  });

  it('is refused when it is not one', () => {
    expect(
      storedSchedule.safeParse({ rules: [{ kind: 'weekly', weekdays: [7], holidays: 'held' }] }).success,
    ).toBe(false);
    expect(
      storedSchedule.safeParse({ rules: [{ kind: 'dates', dates: ['2026-02-30'], holidays: 'held' }] })
        .success,
    ).toBe(false);
  });
});
