/** What the people of a load write, one after the other. */
export const sentences = [
  '東所沢3丁目',
  '小手指町1丁目 体操',
  'あしたの体操',
  'ありがとう',
  'ほかの場所',
  'さいしょから',
  'こんにちは',
  '西所沢駅',
];

/** One conversation, whose turns follow on each other. */
export const conversation = [
  '東所沢3丁目',
  '体操',
  'ほかの場所',
  '2番',
  'ありがとう',
  'さいしょから',
  'こんにちは',
  '小手指町1丁目のお茶',
];
