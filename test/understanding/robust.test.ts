import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokorozawa } from '../../src/city/tokorozawa';
import { steerMove } from '../../src/core/dialogue/steer';
import { createUnderstanding, passOn, readPassedOn } from '../../src/core/understanding';
import { intents } from '../../src/core/understanding/intents';
import { encodeMove } from '../../src/line/postback';

const { understand, mask } = createUnderstanding(tokorozawa);
const now = Date.parse('2026-11-24T10:00:00+09:00');
const intentOf = (text: string, expects?: readonly ('choice' | 'location' | 'detail' | 'yes_no')[]): string =>
  understand(text, { now, asked: expects === undefined ? null : { expects } }).intent;

describe('whatever someone sends', () => {
  it('gets an intent and a confidence, and never an error', () => {
    const japanese = fc.string({
      unit: fc.constantFrom(
        ...'あいうえおかがきぎばぱっゃー東所沢予約取消体操何時１２三十日・。、？ 　ﾊﾞ🙏a-/',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(japanese, fc.string({ maxLength: 200, unit: 'binary' })), (text) => {
        const { intent, confidence } = understand(text, { now });
        expect(intents).toContain(intent);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(mask(text).length).toBe(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('is read in time that grows with its length, also at LINE’s 5,000 characters', () => {
    // Ten times the words may take ten times as long; a hundred times would be a pattern that runs back and forth. The
    // quickest of several readings is compared, because the machine has other work.
    const quickest = (text: string): number =>
      Math.min(
        ...Array.from({ length: 7 }, () => {
          const began = performance.now();
          understand(text, { now });
          return performance.now() - began;
        }),
      );
    for (const piece of [
      'あ',
      'たすけ',
      '東所沢で体操したい。',
      '予約の変更ときょうの教室の',
      '1',
      '三十',
      '痛い',
    ]) {
      const [short, long] = [500, 5_000].map((length) => quickest(piece.repeat(length / piece.length)));
      expect((long ?? 0) / ((short ?? 0) + 0.2), piece).toBeLessThan(60);
    }
  });
});

describe('a bare answer', () => {
  it('is taken for what was asked', () => {
    expect(understand('に', { now, asked: { expects: ['choice'] } })).toMatchObject({
      intent: 'choice',
      slots: { ordinal: 2 },
    });
    expect(intentOf('くめ', ['location'])).toBe('location');
    expect(intentOf('いくら', ['detail'])).toBe('place_detail');
    expect(understand('自宅', { now, asked: { expects: ['location'] } })).toMatchObject({
      intent: 'location',
      slots: { near: 'home' },
    });
    expect(understand('車は？', { now, asked: { expects: ['detail'] } }).slots.topic).toBe('parking');
    expect(understand('明日は？', { now, asked: { expects: ['detail'] } }).slots.topic).toBe('open');
  });

  it('that may mean yes or no is asked back, whatever was asked', () => {
    for (const text of [
      'けっこうです',
      'いいです',
      '大丈夫です',
      '予約はけっこうです',
      'キャンセルはいいです',
    ]) {
      expect(intentOf(text, ['yes_no']), text).toBe('unclear_yes_no');
      expect(intentOf(text), text).toBe('unclear_yes_no');
    }
  });
});

describe('two wishes in one message', () => {
  it('are both kept: the first is taken, the other waits behind a button', () => {
    const { intent, also } = understand(
      '12月3日のスマホ教室を予約したいです。あと、近くで体操できるところを教えてください',
      { now },
    );
    expect(intent).toBe('book');
    expect(also?.intent).toBe('find_place');
  });

  it('fit into a button and come back from it as they were', () => {
    const wish = understand(
      '東狭山ケ丘三丁目から歩いて十五分ぐらいで、あしたの午後に無料の体操ができる車いすで入れる所を探しています',
      { now },
    );
    const args = passOn(wish);
    expect(encodeMove(steerMove('also', args)).length).toBeLessThanOrEqual(300);
    expect(readPassedOn(args)).toMatchObject({ intent: wish.intent, slots: wish.slots });
    expect(readPassedOn({ intent: 'something-of-old' })).toBeUndefined();
  });
});

describe('what must not be kept', () => {
  it('is covered before it is stored, and still understood as personal', () => {
    for (const text of [
      '電話は090-1234-5678です',
      '０９０１２３４５６７８です',
      'メールは hanako@example.com',
      '所沢花子と申します',
      '昭和18年5月3日生まれ',
      'でんわばんごうは ぜろきゅうぜろの1111の2222です',
      'マイナンバーは1234 5678 9012です',
    ]) {
      const covered = mask(text);
      expect(covered, text).not.toMatch(/\d{3,}|花子|hanako|[０-９]{3,}|きゅうぜろ/u);
      expect(intentOf(covered), covered).toBe('personal_info');
    }
  });

  it('leaves towns, postcodes, days and choices as they are', () => {
    for (const text of [
      '359-0021',
      '東所沢三丁目',
      '12月3日の教室',
      '上から2番目',
      '来週の火曜、二人で',
      '2026-12-03',
    ])
      expect(mask(text)).toBe(text);
    expect(understand(mask('東所沢３－５－１２'), { now }).slots.area).toBe('東所沢3丁目');
  });
});
