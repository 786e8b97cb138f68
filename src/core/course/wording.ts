import { dateText, inTokyo, occasionText, timeText, tokyoDate } from '../calendar';
import type { Device, Lesson, Venue } from './course';
import { mayWait, openingAt, seatsToTake } from './seats';

/** 「あした 12月10日（木） 午前10時〜正午」 */
export const lessonTimeText = (lesson: Lesson, now: number): string =>
  occasionText(
    lesson.date,
    { from: lesson.from, ...(lesson.to === undefined ? {} : { to: lesson.to }) },
    tokyoDate(now),
  );

/** 「12月1日（火） 午前9時」 */
export const instantText = (instant: number, now: number): string => {
  const { date, time } = inTokyo(instant);
  return `${dateText(date, tokyoDate(now))} ${timeText(time)}`;
};

/** 「あと3名」「まんせき・待てます」, or since when, until when or where one books. */
export const seatsText = (lesson: Lesson, now: number): string => {
  switch (openingAt(lesson, now)) {
    case 'open': {
      const left = seatsToTake(lesson, now);
      if (left > 0) return `あと${left}名`;
      return mayWait(lesson, 1, now) ? 'まんせき・待てます' : 'まんせき';
    }
    case 'notYet':
      return `${instantText(lesson.opensAt, now)}から申しこめます`;
    case 'closed':
      return '申しこみは終わりました';
    case 'begun':
      return 'もう始まりました';
    case 'cancelled':
      return '中止になりました';
    case 'elsewhere':
      return 'お電話で申しこみます';
  }
};

/** 「柳瀬まちづくりセンター 2階 会議室」 */
export const venueText = ({ name, room }: Venue): string => (room === undefined ? name : `${name} ${room}`);

/** 「むりょう」「500円（教材費）」 */
export const feeText = ({ fee }: Lesson): string => {
  if (fee.kind === 'unknown') return 'わかりません';
  if (fee.kind === 'free') return 'むりょう';
  return fee.text === undefined ? `${fee.yen}円` : `${fee.yen}円（${fee.text}）`;
};

/** For which telephones a lesson is; nothing where it does not matter. */
export const deviceText = (device: Device): string | undefined =>
  device === 'any'
    ? undefined
    : device === 'iphone'
      ? 'iPhone（アイフォーン）の方'
      : 'Android（アンドロイド）の方';

/** 「歩いて約8分（めやす）」 */
export const minutesText = (minutes: number): string => `歩いて約${minutes}分（めやす）`;

/** What the chat says when a booking was completed on our page. */
export const confirmation = {
  title: '申しこみました',
  number: (number: string) => `受付番号は ${number} です。当日、受付で言ってください。`,
  manage: '予約を見る・変える',
} as const;

/** What stands in a calendar's entry. */
export const calendarWords = {
  bring: (things: string) => `持ち物：${things}`,
  phone: (phone: string) => `電話：${phone}`,
  number: (number: string) => `受付番号：${number}`,
} as const;
