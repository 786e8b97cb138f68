/** What is said in danger: the number first, one thing to do, no advice. */
export const wording = {
  healthTitle: (number: string) => `すぐに ${number} に電話してください`,
  healthLine:
    'わたしは自動の案内なので、助けを呼べません。電話がむりなら、まわりの人に大きな声で知らせてください。',
  fireTitle: (number: string) => `すぐに外へ出て、${number} に電話してください`,
  fireLine: 'わたしは自動の案内なので、助けを呼べません。荷物はそのままでかまいません。',
  crimeTitle: (number: string) => `すぐに ${number} に電話してください`,
  crimeLine: 'わたしは自動の案内なので、助けを呼べません。まず、安全なところへ。',
  call: (name: string, number: string) => `${name} ${number}`,
  despairTitle: 'つらいお気持ちを、送ってくださったのですね',
  despairLine: 'ひとりでかかえないでください。いま、話を聞いてくれる人がいます。電話は無料です。',
  despairUrgent: (number: string) => `いますぐ命があぶないときは ${number} へ。`,
  scamTitle: 'あわてず、お金を払う前に電話を',
  scamLine: (advice: string, consumer: string) =>
    `おかしいと思ったら、まず電話で聞いてください。\n警察の相談 ${advice}\n消費者の相談 ${consumer}`,
  scamUsTitle: 'つどいは、市の無料の案内です',
  scamUs: (desk: string, phone: string) =>
    `お金・口座・暗証番号・カードのことは、けっしてお聞きしません。本物かどうかは、市の${desk} ${phone} で確かめられます。`,
} as const;
