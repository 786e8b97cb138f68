/** What a new person reads first, and the menu. */
export const wording = {
  hello: (city: string) =>
    `${city}の「つどい」です。ご近所の集まりをさがすお手伝いをします。\n${city}の事業です。お金はいっさいかかりません。お金・口座・暗証番号・カードのことは、けっしてお聞きしません。`,
  helloAgain: (city: string) => `おかえりなさい。${city}の「つどい」です。またお手伝いします。`,
  kept: 'お預かりするのは、LINEの番号（記号）と、このやりとりだけです。やりとりは30日で消します。',
  check: (desk: string, phone: string) => `本物かどうか確かめたいときは ${desk} ${phone} へどうぞ。`,
  askFirst: '集まりの場所をさがしますか。',
  menuTitle: 'ご用はなんですか',
  menuLine: '下のボタンを押すか、文字や声で「◯◯町の体操」のように送ってください。',
  menuSimply:
    'さがしたいときは、上のみどりのボタンを押してください。文字が苦手なら、お電話でもだいじょうぶです。',
  findPlace: '集まりをさがす',
  today: 'きょうの集まり',
  /** Also the name of the kind of course. */
  classes: 'スマホ教室',
  usage: '使い方を見る',
  later: 'あとで見る',
  seeLater: 'わかりました。さがしたくなったら「さがす」と送ってください。',
  usageTitle: '使い方',
  usageLines: [
    '・町の名前や駅の名前を送ると、近くの集まりが出ます。',
    '・「あしたの体操」「むりょうの歌」のように書いてもだいじょうぶです。',
    '・ボタンを押しまちがえても、こわれません。「もどる」でもどれます。',
    '・「さいしょから」と送ると、いつでもここにもどります。',
  ],
  help: 'お手伝いをしたい',
  letters: '字の大きさを変える',
  herData: 'わたしについて知っていること',
  /** Letters that are too small, or are to be larger. */
  letterWords:
    /(?:字|文字|じ)[がをはも]?.{0,6}(?:大き|おおき|小さ|ちいさ|ちっちゃ|細か|こまか|読め|よめ|読みにく|見え|見にく)/,
  askLetters: '字を大きくしますか',
  lettersHint: 'ここに届く文字の大きさが変わります。',
  large: '大きくする',
  normal: 'ふつうにする',
} as const;
