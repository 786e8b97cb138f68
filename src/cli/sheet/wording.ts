/** What must not stand in a sentence an elder reads, each with what to write instead (domain.md §4). */
export const forbidden: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /キャンセル/, instead: '取り消す' },
  { pattern: /リマインド|リマインダー/, instead: '前の日にお知らせ' },
  { pattern: /ログイン|サインイン/, instead: '入る' },
  { pattern: /アカウント/, instead: '（使わない）' },
  { pattern: /リッチメニュー|メニュー/, instead: '下のボタン' },
  { pattern: /タップ|クリック/, instead: '押す' },
  { pattern: /エラー/, instead: 'うまくいきませんでした' },
  { pattern: /メッセージを?(?:入力|送信)/, instead: '文字を送る' },
  {
    pattern: /エントリー|アクセス|サイト|コンテンツ|オンライン|ユーザー|リクエスト|スケジュール/,
    instead: '（やさしい言葉に）',
  },
  { pattern: /\d{1,2}\/\d{1,2}/, instead: '12月3日（水）' },
  { pattern: /\d{1,2}[:：]\d{2}/, instead: '午後1時30分' },
  {
    pattern: /なくはな|ないわけでは|ないことはな|ないではな|ざるを得/,
    instead: '（二重の打ち消しをやめる）',
  },
];

/** What a parameter of this name is filled with on the sheet. */
export const samples: Readonly<Record<string, string | number>> = {
  city: '所沢市',
  desk: '高齢者支援課',
  office: '高齢者支援課',
  name: '見本の会',
  label: '東所沢3丁目',
  base: '並木',
  from: '「東所沢3丁目」から',
  phone: '04-2998-9120',
  number: '119',
  advice: '#9110',
  consumer: '188',
  hours: '平日の日中',
  day: '12月3日（木）',
  date: '12月3日（木）',
  time: '午後1時30分',
  address: '東所沢3丁目',
  words: '午前・体操',
  count: 3,
  minutes: 12,
  last: 8,
  yen: 100,
};

/** The heads of the sheet. */
export const heads = {
  length: '字',
  kanji: '漢字',
  flagged: '直すところ',
  manyKanji: '漢字が多い（一文13字まで）',
  none: '直すところはありません。',
  some: (count: number) => `直すところが${count}か所あります。`,
} as const;
