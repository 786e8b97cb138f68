import { dateText, inTokyo, timeText } from '../../../core/calendar';
import type { AudienceReason, LeftOutReason, OneRule, Topic } from '../../../core/notice';
import type { Warning } from '../../../core/notice/check/check';

const moment = (at: number): string => {
  const { date, time } = inTokyo(at);
  return `${dateText(date)}${timeText(time)}`;
};

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** What is said where notices are written and looked at. */
export const writeWords = {
  newTitle: 'お知らせを書く',
  pickTitle: '何についてのお知らせですか',
  pickLead: '催しを選ぶと、日時と場所が入ります。選ばずに書くこともできます。',
  pickLessons: 'これからの教室',
  pickPlaces: '集まりの場',
  placeSearch: '集まりの名前',
  nextDate: '次の日にち',
  useIt: 'これについて書く',
  freeTitle: '催しを選ばずに書く',
  templates: {
    reminder: '催しのお知らせ',
    cancelled: '中止のお知らせ',
    moved: '場所・時間の変更',
    free: '白紙から',
  },
  templateHeading: {
    reminder: 'もうすぐです',
    cancelled: '中止のお知らせ',
    moved: '変更のお知らせ',
    free: '',
  },
  templateText: {
    reminder: (name: string, when: string, where: string) =>
      `${name}があります。\n日時：${when}\n場所：${where}\nみなさまのお越しをお待ちしています。`,
    cancelled: (name: string, when: string, _where: string) =>
      `${when}の${name}は、中止になりました。\n次の日にちは、決まりしだいお知らせします。`,
    moved: (name: string, when: string, where: string) =>
      `${name}の場所（時間）が変わりました。\n日時：${when}\n新しい場所：${where}`,
    free: (_name: string, _when: string, _where: string) => '',
  },
  blankName: '（催しの名前）',
  blankWhen: '（何月何日（何曜日）何時から）',
  blankWhere: '（場所）',
  heading: '見出し',
  headingHint: '20文字まで。通知の一行目になります。',
  text: '本文',
  textHint: '400文字まで。日にちには曜日も書いてください（例：12月10日（木）午後1時30分）。',
  phone: '問い合わせの電話（ボタンになります）',
  noPhone: '電話のボタンをつけない',
  callLabel: (phone: string) => `電話 ${phone}`,
  topic: '話題',
  topicHint: 'この話題を「いらない」とした人には送りません。',
  topics: {
    classes: '教室',
    gatherings: '集まりの場',
    helpers: 'お手伝い',
    city: '市からのお知らせ',
  } satisfies Readonly<Record<Topic, string>>,
  forDay: '催しの日',
  forDayHint: 'この日を過ぎたら、送り残しがあっても送りません。',
  sendAt: '送る日時',
  sendAtHint: '空のままなら、承認から2分後に送り始めます。夜（午後9時〜午前8時）には送りません。',
  audience: '送る相手',
  districts: '地区',
  districtsHint: '「地区の人」のときに選びます。ほかの相手のときに選ぶと、その地区の人だけにしぼります。',
  narrowTitle: 'さらにしぼる',
  narrowLead: '選んだもの全部に当てはまる人だけに送ります。しぼらないときは、空のままにします。',
  alsoCourse: '講座のこれからの回を予約した人だけ',
  notNarrowed: '（しぼらない）',
  nearMetres: '場所からの近さ',
  metres: { '500': '500メートルまで', '1000': '1キロまで', '2000': '2キロまで' },
  nearPlace: 'その場所の名前',
  nearPlaceHint: '集まりの場の名前を、登録のとおりに書きます。',
  nearPlaceUnknown: '近さでしぼるときは、位置のわかる集まりの場の名前を、登録のとおりに書いてください。',
  courseUnknown: 'その講座は見つかりません。',
  notWithThis: '訓練と訂正では、しぼれません。地区・講座・近さを空にしてください。',
  isCancellation: '中止のお知らせ（当日の朝6時30分から送れます）',
  isDrill: '訓練（試験係にだけ届きます）',
  kinds: '種類',
  rules: {
    districts: '地区の人（地区を選んだ人、住まいをおぼえさせた人）',
    lesson: 'この教室を予約した人',
    'lesson-waiting': 'この教室を予約した人と、空きを待つ人',
    course: 'この講座の、これからの回を予約した人',
    place: 'この集まりの知らせを希望した人',
    'near-500': 'この場所から500メートルの人',
    'near-1000': 'この場所から1キロの人',
    'near-2000': 'この場所から2キロの人',
    everyone: '友だち全員（市全体）',
    testers: '試験係だけ（訓練）',
  },
  /** The rules that must all hold for a person, as one sentence. */
  allWords: (rules: readonly string[]) => `${rules.join('、そのうち、')}（すべてに当てはまる人だけ）`,
  and: '・',
  ruleWords: (rule: OneRule, name: string): string => {
    switch (rule.type) {
      case 'everyone':
        return '友だち全員（市全体）';
      case 'districts':
        return `${rule.districts.join('・')}地区の人`;
      case 'near':
        return `「${name}」から${rule.metres}メートルの人`;
      case 'lesson':
        return rule.withWaiting ? `「${name}」を予約した人と、空きを待つ人` : `「${name}」を予約した人`;
      case 'waiting':
        return `「${name}」の空きを待つ人`;
      case 'course':
        return `「${name}」のこれからの回を予約した人`;
      case 'place':
        return `「${name}」の知らせを希望した人`;
      case 'reached-by':
        return '前のお知らせが届いた人（届いたかもしれない人を含む）';
      case 'testers':
        return '試験係だけ（訓練）';
      case 'supporters':
        return 'サポーター';
      case 'person':
        return 'ひとり';
    }
  },
  saveDraft: '下書きを保存する',
  headingMissing: '見出しを20文字までで書いてください。',
  textMissing: '本文を400文字までで書いてください。',
  audienceMissing: '送る相手を選んでください。',
  districtsMissing: '地区をひとつ以上選んでください。',
  outOfScope: '担当する地区の外へは送れません。送る相手を選び直してください。',
  drillOnly: '訓練は、試験係にだけ送れます。「試験係だけ」を選んでください。',
  dayWrong: '催しの日を正しく入れてください。',
  sendAtWrong: '送る日時を正しく入れてください。',
  sendAtPast: '送る日時が、もう過ぎています。',
  look: 'いまの内容で数える・確かめる',
  previewTitle: '届いたときの見え方',
  countTitle: '届く人数',
  people: (count: number) => `${count.toLocaleString('ja-JP')}人`,
  countNow: 'いま数えた、実際に送る人数です。',
  reasonsTitle: 'なぜ届くか',
  leftOutTitle: '送らない人',
  nobodyLeftOut: '送らない人はいません。',
  reasons: {
    friend: '友だちになっている',
    'chose-district': 'その地区を選んだ',
    'kept-area': '住まいのあたりをおぼえさせた',
    near: '近くに住む',
    booked: '予約した',
    waiting: '空きを待っている',
    'follows-place': 'その集まりの知らせを希望した',
    supporter: 'サポーター',
    named: '本人',
    'had-the-first': '前のお知らせが届いた',
    tester: '試験係',
  } satisfies Readonly<Record<AudienceReason, string>>,
  leftOut: {
    left: '友だちをやめた（ブロック）',
    erased: '情報を消した',
    'opted-out': 'お知らせや、この話題を止めている',
    capped: 'この1時間に、もう何通も届いている',
    'not-tester': '試験係でない（訓練のため）',
  } satisfies Readonly<Record<LeftOutReason, string>>,
  warningsTitle: '注意',
  noWarnings: '注意することは見つかりませんでした。',
  warning: (warning: Warning): string => {
    switch (warning.kind) {
      case 'no-date':
        return '日にちが書いてありません。';
      case 'wrong-weekday':
        return `曜日がちがいます。${dateText(warning.date)}なのに「${weekdays[warning.written]}」と書いてあります。`;
      case 'no-such-date':
        return `「${warning.written}」という日はありません。`;
      case 'past-date':
        return `${dateText(warning.date)}は、送る時にはもう過ぎています。`;
      case 'other-day':
        return `催しの日（${dateText(warning.forDay)}）が、本文にありません。`;
      case 'relative-day':
        return '「きょう」「あした」は、読む日によって変わります。日にちも書いてください。';
      case 'foreign-link':
        return `市のページでないリンクがあります：${warning.link}`;
      case 'personal':
        return `個人の情報かもしれません：${warning.found}`;
      case 'many-people':
        return `いつもは${warning.usual}人ほどですが、今回は${warning.count}人です。`;
      case 'everyone':
        return '友だち全員に届きます。';
      case 'night':
        return '夜にあたるため、次の朝まで送りません。';
      case 'sent-before':
        return `${moment(warning.at)}に、ほとんど同じ文を送っています。`;
    }
  },
  lineProblems: 'LINEが受け付けない内容です。文を短くしてください。',
  similarTitle: (at: number) => `よく似た前のお知らせ（${moment(at)}）との違い`,
  added: '加わった',
  removed: 'なくなった',
  same: '同じ',
  quotaTitle: '今月の通数',
  quotaShort: {
    'eats-reserve': (short: number) =>
      `これを送ると、予約した人へのお知らせと、中止の連絡のために残す分が${short}通たりなくなります。承認すると、それを承知で送ります。`,
    'beyond-limit': (short: number) => `今月の上限を${short}通こえます。全員には送りきれません。`,
  },
  quota: (used: number, planned: number, count: number, limit: number | undefined, isKnown: boolean) =>
    limit === undefined
      ? isKnown
        ? `今月はこれまでに${used}通。上限はありません。`
        : 'LINEの今月の通数は、まだ分かりません。'
      : `上限${limit}通のうち、${used}通を使い、${planned}通が予定されています。送ると残りは${limit - used - planned - count}通です。`,
} as const;
