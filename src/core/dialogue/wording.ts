/** The words of steering, which are the same in every dialogue. */
export const wording = {
  back: 'もどる',
  restart: 'さいしょから',
  stop: 'やめる',
  human: '人に聞く（電話）',
  resume: '前のつづきから',
  /** Typed words that stop what is going on, compared after spaces and marks are taken out. */
  stopWords: [
    'やめる',
    'やめます',
    'やめて',
    'やめたい',
    '中止',
    'ストップ',
    'もういい',
    'もういいです',
    'おわり',
    '終わり',
    '終了',
  ],
  stopped: 'わかりました。ここでやめます。また、いつでも声をかけてください。',
  nothingToStop: 'いま進めていることはありません。',
  noFurtherBack: 'ここがいちばん前です。',
  oldButton: '前にお送りしたボタンですね。いまは使えなくなりました。新しいご案内をお出しします。',
  askResume: '前のつづきから始めますか。',
  welcomeBack: 'おかえりなさい。',
  /** How a question of ours ends. */
  question: /か[。]?$|？$/u,
  /** What is added to a button's words when they are typed as an answer. */
  politeEnding:
    /(?:に?して(?:ください|くれ|ほしい)?|[がで](?:いい|よい|ええ)(?:です|わ|な|よ)?|も?いい(?:です|わ|よ)?|[をで]?(?:お願い|おねがい)(?:します)?|です|だ|かな|で)$/u,
  /** Words that speak of a booking, not of the conversation. */
  ofBookings: /取り?消|とりけ|キャンセル|予約|よやく|申し?[込こ]|教室/u,
  goOnOrStop: 'つづけますか。ここで、やめますか。',
  goOn: 'つづける',
  notUnderstood: 'すみません、うまく読みとれませんでした。もう一度お願いします。',
  notUnderstoodAgain: 'ごめんなさい、まだ読みとれませんでした。下のボタンでもお電話でも、だいじょうぶです。',
  alsoTitle: 'もう一つのご用件',
  alsoLine: '続けて、こちらもお手伝いします。',
  also: '続ける',
} as const;
