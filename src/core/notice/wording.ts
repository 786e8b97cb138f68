import type { AudienceReason, AudienceRule, LeftOutReason } from './audience';
import type { ClassNews } from './supporter';

const distance = (metres: number): string =>
  metres < 1_000 ? `${metres}メートル` : `${String(metres / 1_000)}キロ`;

/** An audience's rule in words, as an approver reads it. `about` is the name of the class, place or notice. */
export const audienceText = (rule: AudienceRule, about = ''): string => {
  switch (rule.type) {
    case 'everyone':
      return '友だちになっている方ぜんいん';
    case 'districts':
      return `${rule.districts.map((name) => `${name}地区`).join('・')}のお知らせを受けとる方`;
    case 'near':
      return `${about}から${distance(rule.metres)}より近くにお住まいの方`;
    case 'lesson':
      return rule.withWaiting || rule.thenWaiting
        ? `${about}を予約した方と、順番を待っている方`
        : `${about}を予約した方`;
    case 'waiting':
      return `${about}の順番を待っている方`;
    case 'course':
      return `${about}のこれからの回を予約した方`;
    case 'place':
      return `「${about}」のお知らせを受けとる方`;
    case 'supporters':
      return `「${about}」のほかのサポーター`;
    case 'person':
      return 'おひとり';
    case 'reached-by':
      return `「${about}」が届いたかもしれない方ぜんいん`;
    case 'testers':
      return '訓練の受け手に登録した職員';
    case 'all-of':
      return `${rule.rules.map((one) => audienceText(one, about)).join('で、かつ、')}`;
  }
};

/** Why people are in an audience. */
export const reasonTexts: Readonly<Record<AudienceReason, string>> = {
  friend: '友だちになっている',
  'chose-district': 'その地区をえらんだ',
  'kept-area': 'お住まいがその地区',
  near: 'お住まいが近い',
  booked: '予約している',
  waiting: '順番を待っている',
  'follows-place': 'その集まりのお知らせを受けとる',
  supporter: 'サポーターである',
  named: 'ご本人',
  'had-the-first': '前のお知らせが届いた',
  tester: '訓練の受け手',
};

/** Why people are left out of an audience. */
export const leftOutTexts: Readonly<Record<LeftOutReason, string>> = {
  left: 'ブロックしている',
  erased: '記録を消した',
  'opted-out': 'お知らせを止めている',
  capped: '1時間に届く数をこえる',
  'not-tester': '訓練の受け手でない',
};

/** What stands above a supporter's notice. */
const newsTitles: Readonly<Record<ClassNews, string>> = {
  cancelled: '中止のお知らせ',
  place: '場所が変わります',
  time: '時間が変わります',
  bring: '持ち物のお知らせ',
  free: 'お知らせ',
};

export const wording = {
  /** What stands where the chat has covered a phone number or a name. */
  cover: '●',
  /** Words by which a message with six digits is known to be a code. */
  supporterWords: ['サポーター', 'さぽーたー', 'サポータ'],
  newsTitles,
  fromSupporter: (name: string) => `「${name}」のスマホサポーターより`,
  cancelledLine: (day: string) => `${day}は、お休みになりました。`,
  aboutDay: (day: string) => `${day}の回のことです。`,
  resultTitle: 'お知らせの結果',
  resultSent: (sent: number) => `${sent}人に送りました。`,
  resultMissed: (missed: number) =>
    `${missed}人は受けとれません（ブロックなど）。お電話などでお伝えください。`,
  resultGrew: '人数が増えたので、まだ送っていません。もう一度、ごらんになって送ってください。',
  resultReturned: '職員が確かめて、お返ししました。くわしくはお電話でお聞きください。',
  resultStopped: 'とちゅうで止まりました。',
  reminderTitle: { dayBefore: 'あしたの教室です', morning: 'きょうの教室です' },
  bring: (what: string) => `持ち物：${what}`,
  comes: '行きます',
  cancels: '取り消す',
  lapsedTitle: '席のお返事の時間がすぎました',
  lapsedLine: 'お返事がなかったので、次の方におゆずりしました。',
  lapsedAgain: 'もう一度ならぶ',
  offerTitle: '席が空きました',
  offerUntil: (until: string) => `${until}までに、お返事ください。`,
  offerYes: 'はい、行きます',
  offerNo: 'いいえ、ゆずります',
} as const;
