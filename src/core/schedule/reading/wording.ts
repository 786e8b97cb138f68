/**
 * The words in which people write down when something is held. All patterns are sticky and expect folded text
 * (NFKC, no spaces, every kind of dash between two values as 〜, every comma as ・).
 */

/** Dashes and commas of every kind, to be folded into one each before reading. */
export const folds: readonly (readonly [RegExp, string])[] = [
  [/[\s\u3000]+/gu, ''],
  [/[~～〜－–—―‐-]/gu, '〜'],
  [/[、,，/／&]/gu, '・'],
  [/曜日/gu, '曜'],
  [/か月/gu, '箇月'],
];

/** What may stand between the parts and means nothing for the dates. */
export const filler =
  /(?:毎月|月に|[・。.;；:：()（）「」【】のはをとに]|および|及び|または|開催日?|実施|活動日?|日時|曜|です|ます|から1週おき|1週おき|から)/uy;

/** 「毎週」 and what means every day or the working days. */
export const everyWeek = /毎週/uy;
/** 毎日 */
export const everyDay = /毎日/uy;
/** 平日 */
export const workingDays = /平日/uy;
/** 隔週, 1週おき, 2週に1回 */
export const everyOtherWeek = /(?:隔週|一週おき|1週おき|2週(?:間)?に(?:1回|一度|1度))/uy;
/** 不定期 and its like */
export const noRegularDay = /(?:不定期|随時|日程はお問い?合わせください|要問合せ)/uy;

/**
 * 「月・水・金曜」, 「月〜金曜」, and the run 「月火水木金」 of the open-data standards; not the 日 of 「雨の日は休み」, which would
 * make up Sundays.
 */
export const weekdayGroup =
  /((?!日[はにのも程時])[日月火水木金土](?:曜)?(?:(?:・|と|〜)?[日月火水木金土](?:曜)?(?![〜・]?\d))*)/uy;
/** One weekday, or the dash between two, within a group. */
export const weekdayPart = /([日月火水木金土])|(〜)/gu;

/** 「第2・第4」, 「第1〜3」, 「1・3」 before a weekday. */
export const weeksOfMonth =
  /第([1-5一二三四五])((?:(?:・|と|〜)?第?[1-5一二三四五])*)(?:・?(?:最終|最後の|月末の?))?(?:週)?の?(?=[日月火水木金土])/uy;
/** 「1・3」 without 第, only straight before a weekday with 曜. */
export const bareWeeksOfMonth =
  /([1-5])((?:(?:・|と)[1-5])*)の?(?=[日月火水木金土](?:(?:・|と)?[日月火水木金土])*曜)/uy;
/** 「最終」 */
export const lastWeek = /(?:最終|最後の|月末の?)週?の?(?=[日月火水木金土])/uy;
/** Whether such a group ends with the last week too. */
export const endsWithLast = /(?:最終|最後の|月末の?)/u;
/** One number, or the dash between two, in a group of weeks, months or days. */
export const numberPart = /([1-3]?\d|[一二三四五]|末)|(〜)/gu;
/** Kanji digits of the weeks. */
export const kanjiDigits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5 };

/** 「2026年12月3日（水）」, the year optional. */
export const singleDate =
  /(?:(\d{4})年|(\d{4})〜(?=\d{1,2}〜))?(\d{1,2})(?:月|〜(?=\d{1,2}(?!\d|時|:)))(\d{1,2})日?(?:\([日月火水木金土]曜?\))?/uy;
/** 「4月〜10月」, 「5・10月」; not the 月 of 月曜. */
export const monthGroup = /(\d{1,2}月?(?:[〜・]\d{1,2}月?)*)(?<=月)(?!曜|\d{1,2}日)/uy;
/** 「8月を除く」, 「8月は休み」 */
export const monthsOff = /(\d{1,2}月?(?:[〜・]\d{1,2}月?)*)(?<=月)(?:を?除く|は?お?休み|は?休会)/uy;
/** 偶数月, 奇数月 */
export const evenMonths = /偶数月/uy;
/** 奇数月 */
export const oddMonths = /奇数月/uy;
/** 「5日・15日・末日」 */
export const daysOfMonth = /((?:\d{1,2}|末)日(?:・?(?:\d{1,2}|末)日)*|\d{1,2}(?:・\d{1,2})+日)/uy;

/** 「祝日は休み」 */
export const holidaysOff =
  /(?:祝祭日|祝日|休日|国民の祝日)(?:・年末年始)?(?:を|は|の場合は|にあたる場合は)?(?:除く|除き|お?休み|休止|休会|休|ありません|なし)/uy;
/** 「祝日も開催」 */
export const holidaysHeld = /(?:祝祭日|祝日|休日)も(?:開催|実施|行います|あります|やります|あり)/uy;

/** 「午後1時30分」, 「13:30」, 「10時半」, 「正午」. */
export const time =
  /(午前|午後|AM|PM|am|pm)?(?:(\d{1,2})(?:時|:)(?:(\d{1,2})分?|(半))?|(正午))(?:頃|ごろ)?/uy;
/** Between the beginning and the end of a time. */
export const until = /(?:〜|から|より)/uy;
/** After the end of a time. */
export const untilEnd = /(?:まで|の間|頃|ごろ)/uy;
/** Words for the first half of the day. */
export const forenoon = /^(?:午前|AM|am)$/u;
/** Words for the second half. */
export const afternoon = /^(?:午後|PM|pm)$/u;
/** One letter a weekday, Sunday first. */
export const letters = '日月火水木金土';
