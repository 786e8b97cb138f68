/** What stands around the name of a place. Kana are folded. */
export const areaWords = {
  station: '駅',
  stationAfter: /^(?:の)?(?:えき|いえき)(?!でん)/u,
  districtAfter: /^(?:ちく|ちいき)/u,
  chomeAfter: /^の?(\d{1,2})の?ちようめ/u,
  chomeKana: [
    ['いつちようめ', 1],
    ['いちちようめ', 1],
    ['にちようめ', 2],
    ['さんちようめ', 3],
    ['よんちようめ', 4],
    ['しちようめ', 4],
    ['ごちようめ', 5],
    ['ろくちようめ', 6],
    ['ななちようめ', 7],
    ['はつちようめ', 8],
    ['はちちようめ', 8],
  ] as const,
  /** A house number: 3-5-12, 3の5, or one digit that nothing else counts. */
  numberAfter:
    /^(?:の)?(\d{1,2})(?:-|の\d|のほう|のちかく|のあたり|で|に|です|だ|から|の(?!かい|ひと)|はん|たいそう|$)/u,
  chome: '丁目',
  /** After a name in kana: what makes it a place and not another word. */
  placeAfter:
    /^(?:で|の|に|です|だ|から|あたり|へん|ちかく|ほう|ちようめ|\d|えき|まで|は|つて|とか|らへん|じや|ちく|まち|しゆうへん|ふきん|より|も|おねがい|たいそう|けんこう|まあじやん|おちや|うた|すまほ|いご|しようぎ|さろん|かよい|あつまり|むりよう|ごぜん|ごご|しんまち|みなみ|や|さ|ば|ん|けど|けんど|よ|こう|しよう|ふきん|ちかい|そば|いがい|と|を|が|けい|どすえ|どす|やねん|やけど|なん|ござい)/u,
  placeAfterShort:
    /^(?:です|だ(?:よ|けん|けど|$)|で(?:す|ご|たい|おち|いご|しよ|まあ|う|あつ|し|さ|ご|が|て|り|や)|のほう|のちかく|のあたり|のへん|のそば|のたい|のおち|のかい|のいご|のあつ|のまあ|のしゆ|のうた|のなか|にす|にお|にい|にも|えき|\d|ちようめ|から|あたり|ちかく|ちく|だい|しん|みなみ|いつちよ|にちよ|さんちよ|よんちよ|ごちよ|らへん|へんで|の$|で$|さ|ですけ|やけど|やねん|どすえ|じや)/u,
  placeBeforeShort: /[はのねか]$/u,
  /** The particle で without its voicing mark. */
  unvoicedAt: 'て',
  smallKe: /[ケヶヵが]/g,
  keLetters: ['が', 'ケ', 'ヶ'],
  placeBefore: /[はのがをにでともへらてたねしどすよかうん]$/u,
  /** After a name: it is a person's. */
  personAfter:
    /^(?:さん(?!ちようめ)|さま|くん(?!れん)|ちやん|せんせい|ともうし|といい|はなこ|たろう|といわ)/u,
  /** After a name: it is what she does not mean. */
  notAfter:
    /^(?:えき|ちく|\d?ちようめ)?(?:じやなく|ではなく|じやない|でなく|よりも|いがい|は(?:とおい|いや|だめ))/u,
  oaza: 'おおあざ',
  /** Readings of the character that ends many towns. */
  townEnds: ['ちよう', 'まち'],
  townSign: '町',
  /** Cues that a name stands somewhere near, for those who spell it wrongly. */
  cue: /えき|ちようめ|のほう|ちかく|あたり|ちく|へん|です$|に住|にす/u,
  postcode: /(?<![\d-])(\d{3})[-の ]?(\d{4})(?![\d-]|にん|えん)/gu,
  postcodeCue: /ゆうびん|〒/u,
  home: 'うち',
};

/** Prefixes of 7-digit postcodes are matched against the city's own list; others count where they are called so. */
export const postcodeLength = 7;

/** What may stand around a place that is all she says; a space stands for the place itself. */
export const aroundPlace =
  /^(?:さいたまけん|ところざわし|ところざわ|おうあざ|おおあざ|うちは|いえは|わたしは|わたし|うち|いえ|じゆうしよは|すまいは|ばしよは|ははのいえは|ちちのいえは|ははは|じつかは|ゆうびんばんごうは?|いまは|いま|ええと|あの|はい|えつと|もし|おらは|おれは|わしは|わしんちは|うちのばしよは|ここは|げんざいちは|じたくは|あのう|すいません|すみません)* (?:の)?(?:\d|-|こうく|し|まち|くみ|ばんち?|ごう|えき|ちく)*(?:の)?(?:ほう|ちかく|あたり|そば|へん|きんじよ|まえ|ひがしぐち|にしぐち|みなみぐち|きたぐち|しゆうへん|ふきん|ところ|となり|うら|らへん|すぐ|しようてんがい|だんち|まんしよん|こうみんかん|こうえん)*(?:に|の|が)?(?:すんで(?:い|お)?(?:ます|ります|る)|すまい(?:です|しています)?|すんどる|おります|います|いる|ある|すんでんの|すんでいます|すんでるの|すんでるよ)?(?:です|だ|で|でございます|やで|や|じや|だす|っす|ですねん|でやんす|どす|である|になります|だけ?んど)?(?:よ|ね|が|けど|けんど|わ|の|な|ねん|けども|のう|ぜ|かな|から)*(?:よろしく)?(?:おねがい(?:します|いたします|もうしあげます)?)?[と、]?$/u;
