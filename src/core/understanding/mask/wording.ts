/** What personal data look like in a message, and what is put in their place. */
export const maskWords = {
  cover: '●',
  kanjiDigits: '〇一二三四五六七八九',
  dashes: '－ー−‐–—―',
  spokenDigit:
    '(?:ぜろ|れい|まる|いち|ひと|にい?|さん|よん|し|ごお?|ろく|なな|しち|はち|きゅう|く|ゼロ|レイ|マル|イチ|ニイ?|サン|ヨン|シ|ゴオ?|ロク|ナナ|シチ|ハチ|キュウ|ク|\\d)',
  between: '[-()（）\\s　.・,、のノﾉ]{0,2}',
  /** Digits that are no secret although there are many: a date with its year. */
  yearFirst: /^(?:19|20)\d{2}[-./]?(?:0[1-9]|1[0-2])[-./]?(?:[0-2]\d|3[01])$/,
  mail: /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/gu,
  /** After the number of a part of town: house numbers. The first group stays. */
  house: [
    /(丁目\s?)(\d{1,4}(?:(?:番地?の?|[-の])\d{0,4})*号?)/gu,
    /((?<=[\p{Script=Han}台町ぁ-んァ-ヶ])\d{1,2}[-の])(\d{1,4}(?:[-の]\d{1,4})*)(?=番|号|$|[^\d年月日時分人回円])/gu,
    /((?<=[\p{Script=Han}])(?<![年月日第]))(\d{3,4}(?:番地)?(?:[-の]\d{1,4})*)(?=番|に住|です|$|\s|、|。)/gu,
    /()(\d{1,4}番地(?:の\d{1,4})?(?:\d{1,3}号)?)/gu,
  ],
  name: [
    /((?:名前|なまえ|氏名|本名|名)は[\s　、]*)([^\s　、。]{2,10}?)(?=です|と(?:申|もう|いい|言)|といい|で(?:す|ございま)|だ|、|。|$|\s)/gu,
    /((?:^|[、。\s　]|は))([\p{Script=Han}ぁ-んァ-ヶ]{2,8}?)(?=と(?:申し|もうし)ま)/gu,
  ],
  birth: [
    /((?:明治|大正|昭和|平成|めいじ|たいしょう|しょうわ|へいせい|[mtshMTSH]))(\s?\d{1,2}[年.\-/]\s?\d{1,2}[月.\-/]\s?\d{1,2})/gu,
    /()((?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2})(?=日?(?:生|うま|が誕|が生|です))/gu,
  ],
} as const;
