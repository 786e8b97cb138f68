import type { CallTime, CallTopic } from './call-back';

const topic: Readonly<Record<CallTopic, string>> = {
  place: '集まりのこと',
  class: '教室のこと',
  help: 'お手伝いのこと',
  phone: 'スマホの使い方',
  other: 'そのほか',
};

const time: Readonly<Record<CallTime, string>> = {
  any: 'いつでも',
  am: '午前のうち',
  pm: '午後のうち',
};

/** What a call is about and when, in words; and what the chat says of a request. */
export const wording = {
  topic,
  time,
  title: 'お電話をお待ちください',
  line: '受けつけました。担当の者が、平日の日中にお電話します。',
  change: 'いらなくなったら「人に聞く」から、お電話でお知らせください。',
} as const;
