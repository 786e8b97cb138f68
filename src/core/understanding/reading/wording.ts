/** Kana by vowel, for writing long vowels one way. */
export const vowelRows: Readonly<Record<string, string>> = {
  あ: 'あかさたなはまやらわがざだばぱ',
  い: 'いきしちにひみりぎじぢびぴ',
  う: 'うくすつぬふむゆるぐずづぶぷ',
  え: 'えけせてねへめれげぜでべぺ',
  お: 'おこそとのほもよろをごぞどぼぽ',
};

/** Small kana and others that are written as the ones below when keys are missed. */
export const smallKana = {
  small: 'ぁぃぅぇぉっゃゅょゎゕゖゐゑゔぢづ',
  full: 'あいうえおつやゆよわかがいえぶじず',
};

/** Kana with and without the voicing mark, in the same order. */
export const voicing = {
  voiced: 'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ',
  plain: 'かきくけこさしすせそたちつてとはひふへほはひふへほ',
};

export const longMark = 'ー';
/** After this vowel a long mark is written as that one. */
export const oRow = 'お';
export const longO = 'う';

/** The small ke of place names, between two kanji and after a number. */
export const smallKe = { letters: 'ヶケヵ', inNames: 'が', inCounts: 'か' };

/** Kanji digits; the words in which they are no number; what follows a number. */
export const kanjiNumbers = {
  digits: '〇一二三四五六七八九',
  ten: '十',
  hundred: '百',
  words:
    /一(?:日中|番|度|緒|応|旦|覧|部|言|息|体|生|杯|旦|人|昨|郎|つ目|つめ|つ)|二人|三味|三島|三ケ|三ヶ|三が|三郎|四六|五目|十分(?!ぐ|く|位|ほど|以内|程|か|で|ま|の|間|歩)|百歳体操|百才体操|百人一首|八百屋|千円|百円/,
  counters: '月日時分番丁つ個名歳才年円回階週席列枚組人・時間か点ばちにの',
};

/** How the word after a number is read. */
export const counterReadings: Readonly<Record<string, string>> = {
  丁目: 'ちょうめ',
  月: 'がつ',
  日後: 'にちご',
  週間後: 'しゅうかんご',
  か月後: 'かげつご',
  ヶ月後: 'かげつご',
  ケ月後: 'かげつご',
  か月: 'かげつ',
  ヶ月: 'かげつ',
  ケ月: 'かげつ',
  年後: 'ねんご',
  時間後: 'じかんご',
  分後: 'ふんご',
  年前: 'ねんまえ',
  日前: 'にちまえ',
  分前: 'ぶんまえ',
  回分: 'かいぶん',
  人分: 'にんぶん',
  名分: 'めいぶん',
  日間: 'にちかん',
  日目: 'にちめ',
  人目: 'にんめ',
  回目: 'かいめ',
  時過: 'じす',
  年生: 'ねんう',
  月生: 'がつう',
  日生: 'にちう',
  日: 'にち',
  時間: 'じかん',
  時半: 'じはん',
  時: 'じ',
  分: 'ふん',
  人: 'にん',
  名: 'めい',
  番地: 'ばんち',
  番目: 'ばんめ',
  番: 'ばん',
  円: 'えん',
  歳: 'さい',
  才: 'さい',
  回: 'かい',
  週間: 'しゅうかん',
  週: 'しゅう',
  年: 'ねん',
  階: 'かい',
  個: 'こ',
  つ目: 'つめ',
  度: 'ど',
};

/** Marks that repeat the kanji before them. */
export const repeatMark = '々';

export const nasal = 'ん';

/** What may follow a kanji without being part of the same word. */
export const particles = 'がをはのにでともへやかよねなさわだ';

/** Signs that belong to a number when digits stand on both sides. */
export const numberSigns = '/-:';

/** Kanji that alone are verbs in す. After others 〜し, 〜さ and 〜す belong to a compound: 爆発|した, but 今|押した. */
export const verbsInSu =
  '押消話出探捜貸渡返直写移回離隠起落倒流刺差指試許壊崩残減増荒伸申召過通殺干足示明照写冷汚騒鳴乾焦焼逃燃濡散外励促飛費犯侵戻治済好正愛熱越';

/** How those begin after a compound. */
export const suEndings = 'しさす';

/** Pictures that stand for a word. */
export const pictures = {
  '🚑': '救急車',
  '🚒': '消防車',
  '🚓': 'パトカー',
  '🆘': '助けて',
  '🙏': 'お願いします',
} as const;
