/** What is said about supporters. */
export const words = {
  title: 'サポーター',
  lead: 'サポーターは、決められた教室や集まりの人にだけ、LINEからお知らせを送れます。',
  target: '教室・集まり',
  kind: '種類',
  kinds: { course: '教室', place: '集まり' },
  since: 'なった日',
  end: '取り消す',
  endHint: 'まだ送られていないお知らせも止まります。',
  inviteTitle: 'サポーターを招く',
  inviteLead: '任せる教室か集まりを選ぶと、6けたの番号ができます。',
  course: '教室',
  place: '集まりの場',
  choose: '（選ばない）',
  make: '番号を作る',
  targetMissing: '教室か集まりを、ひとつ選んでください。',
  codeTitle: '招待の番号',
  codeLead: (name: string) =>
    `「${name}」のサポーターになる番号です。つどいのLINEに、この番号をそのまま送ってもらってください。3日のあいだ、一度だけ使えます。`,
  codeOnce: 'この番号は、画面を閉じるともう見られません。',
  qr: '番号の入った絵です。読み取って、LINEに送ってもらえます。',
  toList: 'サポーターの一覧へ',
} as const;
