/** What is said when somebody answers the question after a course. */
export const wording = {
  title: 'ありがとうございました',
  heard: (label: string) => `「${label}」と、うかがいました。`,
  changeUntil: (date: string) => `${date}までは、答えを変えられます。`,
  refusedTitle: 'わかりました',
  refused: 'これからも、お聞きしません。',
  change: '答えを変える',
  search: '集まりをさがす',
  helping: 'お手伝いを見る',
  none: 'いまは、お聞きしていることはありません。',
  closed: 'このお答えは、もう締め切りました。ありがとうございました。',
  /** How each answer is put in words of her own, the more certain first. */
  said: [
    ['refused', /答え(?:ない|ません|たくな)|断|嫌|いや|協力しま|面倒|やりたくな/],
    [
      'neither',
      /(?:見|み)つから|(?:見|み)つけられ(?:な|ま)|(?:見|み)つけていな|まだ|わから(?:な|ま)|分から(?:な|ま)/,
    ],
    ['way', /方法|やり方|さがし方|探し方/],
    ['found', /(?:見|み)つ(?:け|か)/],
  ],
} as const;
