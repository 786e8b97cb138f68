import type { CaseKind } from '../../core/volunteer/case';

/** What is said about groups that are to be founded or listed. */
export const words = {
  title: '集まりの相談',
  lead: 'LINEで「集まりを始めたい」「集まりをのせたい」と伝えた人の相談です。名前はわかりません。場所とすることだけを受けています。',
  kinds: {
    'found-group': '集まりを始めたい',
    'list-place': '集まりをのせたい',
  } satisfies Readonly<Record<CaseKind, string>>,
  waiting: '受け持つ相談',
  done: '終わったもの',
  kind: '相談',
  district: '地区',
  noDistrict: '（市全体）',
  area: '場所',
  activity: 'すること',
  opened: '受けた日',
  who: '引き受けた人',
  nobody: 'まだ',
  note: 'メモ',
  noteHint: '名前、電話番号、病気のことは書かないでください。',
  saveNote: 'メモを残す',
  result: 'どうなったか',
  resultMissing: 'どうなったかを書いてください。',
  claim: '引き受ける',
  claimed: 'ほかの人が引き受けています。',
  finish: '終わりにする',
  finishHint: '終わりにしても、LINEには何も送りません。集まりが決まったら、場所に加えてください。',
  addPlace: '場所に加える',
  unknown: 'わかりません',
} as const;
