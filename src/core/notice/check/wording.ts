import { weekdayLetters } from '../../calendar';

/** Dates as people write them: 「12月10日（水）」, 「12/10(水)」; groups are month, day and, if there, the weekday. */
export const writtenDate = new RegExp(
  `(\\d{1,2})(?:月|/)(\\d{1,2})日?(?:\\s*[(（]\\s*([${weekdayLetters.join('')}])(?:曜日?)?(?:・祝)?\\s*[)）])?`,
  'g',
);

/** Words that stand for a day near to the reader; they mean another day to whoever reads them late. */
export const relativeDay = /きょう|今日|本日|あした|明日|あす|あさって|明後日|今週|来週/;

/** A phone number: the start of every number at home and on mobile phones. */
export const phoneNumber = /0\d{1,4}[-ー−（(]\d{1,4}[-ー−）)]\d{3,4}|0[789]0\d{8}/g;

/** What follows a person's name; 「職員さん」 and 「みなさま」 are nobody's. */
export const personName = /[\p{Script=Han}ァ-ヴー]{2,8}(?:様|さん)/gu;

/** Words in that form that name nobody. */
export const nobodysName = /^(?:皆|職員|係|担当|参加者|利用者|お子|お客|各位|市民|町会|講師|先生)/;

/** Where a text can be cut for comparing: after a full stop and at the end of a line. */
export const sentenceEnd = /(?<=[。！？\n])/;
