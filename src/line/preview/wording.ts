/** Words that a drawn message needs beyond its own. */
export const wording = {
  video: '動画',
  audio: '音声',
  picture: '写真',
  file: 'ファイル',
  location: '地図',
  sticker: 'スタンプ',
  coupon: 'クーポン',
  everyone: '全員',
  member: 'メンバー',
  emoji: '絵文字',
  cards: (count: number) => `カード${count}枚。横に動かして見ます`,
  quickReplies: '返事のボタン',
  menu: 'メニュー',
  seconds: (seconds: number) => `${Math.floor(seconds / 60)}分${seconds % 60}秒`,
  bytes: (bytes: number) =>
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
