/** What stands on the buttons under the chat. A line break is a line of lettering; read aloud it is left out. */
export const wording = {
  /** On the bar that opens and closes the buttons, at most 14 characters. */
  bar: {
    elder: 'ご用をえらぶ',
    elderMore: 'ほかのご用',
    supporter: 'サポーターのご用',
    tester: 'ためす方のご用',
  },
  findPlace: '集まりを\nさがす',
  today: 'きょうの\n集まり',
  classes: 'スマホ\n教室',
  /** The kind of course, as the lessons are listed by. */
  classKind: 'スマホ教室',
  bookings: '予約の\n確認',
  human: '電話で\n相談',
  more: 'ほかの\nご用',
  here: 'いまいる\n場所から',
  notices: 'お知らせ',
  lastNotices: '前の\nお知らせ',
  volunteer: 'お手伝い\nしたい',
  usage: '使い方',
  back: '前に\nもどる',
  tell: 'みんなに\n知らせる',
  standIn: '代わりを\nさがす',
  supporter: 'サポーター\nのご用',
  testerBand: 'ためす方（市の職員）の画面です',
} as const;
