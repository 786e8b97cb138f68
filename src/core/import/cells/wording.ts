/** Words and marks that cells of open data are read by. */

/** Yes in the columns on what a facility has; the standards say 有 and 無, people write many things. */
export const yes = /^(?:有|あり|有り|可|可能|○|〇|◯|1|yes|true|はい)$/iu;
/** No in the same columns. */
export const no = /^(?:無|なし|無し|不可|×|✕|0|no|false|いいえ)$/iu;

/** What may stand before a phone number. */
export const phoneMark = /^(?:電話番号|電話|代表|tel|☎|℡)[.::]?/iu;

/** Remarks that say other times for some days: the times of the row are then not those of every day. */
export const otherTimes = /\d{1,2}(?:時|:)|曜/u;

/** A time of day at the beginning of a cell, with seconds or without. */
export const timeAtStart =
  /^(午前|午後)?(\d{1,2})(?::(\d{2})(?::\d{2})?|時(?:(\d{1,2})分|(半))?)(?:から|まで)?/u;
/** The second half of the day. */
export const afternoon = /午後/u;
/** Minutes of 半. */
export const halfPast = 30;

/** 大字 and 字 before the name of a town. */
export const oaza = /^(?:大字|字)/u;
/** Small and large ケ, and が written for it. */
export const anyKe = /[ヶがガ]/gu;
/** The one that all are folded into. */
export const ke = 'ケ';
/** 「三丁目」 */
export const kanjiChome = /([一二三四五六七八九十])丁目/gu;
/** Digits of 丁目 in the order of their value, from 1. */
export const kanjiDigits = '一二三四五六七八九十';
/** The number of the 丁目 after a town's name: 「8丁目」, 「8-3」, 「8の3」 or the bare number. */
export const chomeAtStart = /^(\d{1,2})(?:丁目|[-‐−–ー]|の|$)/u;
