/** What is said about what the machine cannot settle by itself. */
export const words = {
  title: '機械からの知らせ',
  lead: '機械だけでは先に進めなかったことです。読んで、することを済ませたら「見ました」を押してください。だれが、いつ閉じたかが残ります。',
  districtOnly: '機械からの知らせは、市全体の担当者が見ます。',
  open: 'まだ閉じていないもの',
  closed: 'さいきん閉じたもの',
  what: '起きたこと',
  when: '起きた日時',
  who: '閉じた人',
  close: '見ました',
  closedAlready: 'ほかの人が先に閉じました。',
  seeNotice: 'お知らせを開く',
  seeUncertain: '届いたか分からない人を決める',
  seePlace: '場所を開く',
  kinds: {
    'notice-too-late': [
      '送る期限を過ぎたので、お知らせの残りを送りませんでした。',
      '必要なら、新しく書いてください。',
    ],
    'notice-unsendable': [
      'LINEが受け付けない内容だったので、お知らせを止めました。',
      '内容を短くして、新しく書いてください。',
    ],
    'notice-audience-grew': [
      '承認のあとに宛先の人数がふえたので、お知らせを差し戻しました。',
      '人数を確かめて、もう一度承認にまわしてください。',
    ],
    'notice-monthly-limit': [
      '今月の通数がたりないので、お知らせを一時停止しました。',
      '来月まで待つか、LINEの契約を見直してください。',
    ],
    'notice-not-allowed': [
      'LINEに断られたので、お知らせを一時停止しました。',
      'LINEの設定（アクセストークン）を担当に確かめてください。',
    ],
    'notice-content-refused': [
      'LINEに内容を断られたので、お知らせを一時停止しました。',
      '止めて、内容を直したものを新しく書いてください。',
    ],
    'notice-stuck': [
      'お知らせが15分のあいだ進んでいません。',
      'お知らせを開き、様子を見てください。続くときは担当に知らせてください。',
    ],
    'notice-overridden': ['緊急として、書いた本人がお知らせを承認しました。', '内容と理由を読んでください。'],
    'notice-approved-by-author': [
      '緊急として、書いた本人がお知らせを承認しました。',
      '内容と理由を読んでください。',
    ],
    'chunk-failed': ['お知らせの一部が、送れませんでした。', 'お知らせを開き、何人かを確かめてください。'],
    'chunk-uncertain': ['お知らせの一部が、届いたか分かりません。', 'どう数えるかを決めてください。'],
    'place-unreadable': ['場所の登録が壊れていて、案内に出せません。', '担当に知らせてください。'],
    'menu-missing': [
      'LINEのメニューが見つかりません。',
      'メニューを登録し直すよう、担当に知らせてください。',
    ],
    'turn-decision-failed': [
      'お年寄りへの返事を決められませんでした。',
      '担当に知らせてください。返事は電話番号のご案内に替わっています。',
    ],
    'answer-unsendable': ['お年寄りへの返事を、LINEが受け付けませんでした。', '担当に知らせてください。'],
  } as Readonly<Record<string, readonly [string, string]>>,
  other: (kind: string) => ['機械が先に進めませんでした。', `担当に知らせてください（${kind}）。`] as const,
} as const;
