/** The words of steering, which are the same in every dialogue. */
export const wording = {
  back: 'もどる',
  restart: 'さいしょから',
  stop: 'やめる',
  human: '人に聞く（電話）',
  resume: '前のつづきから',
  /** Typed words that stop what is going on, compared after spaces and marks are taken out. */
  stopWords: ['やめる', 'やめます', 'やめて', 'やめたい', '中止', 'ストップ', 'もういい', 'もういいです', 'おわり', '終わり', '終了'],
  stopped: 'わかりました。ここでやめます。また、いつでも声をかけてください。',
  nothingToStop: 'いま進めていることはありません。',
  noFurtherBack: 'ここがいちばん前です。',
  oldButton: '前にお送りしたボタンですね。いまは使えなくなりました。新しいご案内をお出しします。',
  askResume: '前のつづきから始めますか。',
  welcomeBack: 'おかえりなさい。',
  notUnderstood: 'すみません、うまく読みとれませんでした。もう一度お願いします。',
  notUnderstoodAgain: 'ごめんなさい、まだ読みとれませんでした。下のボタンでもお電話でも、だいじょうぶです。',
  alsoTitle: 'もう一つのご用件',
  alsoLine: '続けて、こちらもお手伝いします。',
  also: '続ける',
} as const;
