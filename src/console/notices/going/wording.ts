import { dateText, inTokyo, timeText } from '../../../core/calendar';

const moment = (at: number): string => {
  const { date, time } = inTokyo(at);
  return `${dateText(date)}${timeText(time)}`;
};

/** What is said of a notice from its approval to its result. */
export const goingWords = {
  holdTitle: '送り始める前です',
  holdLead: 'まだ1通も出ていません。まちがいに気づいたら、いま止められます。',
  holdLeft: '動き出すまで',
  scheduledFor: (at: number) => `${moment(at)}に送り始めます。`,
  stop: '止める',
  stopWhy: '止める理由',
  stopWhyMissing: '止める理由を書いてください。',
  stopLead: '残りは送られません。もう出たものは取り消せません。',
  pause: '一時停止',
  resume: '続きを送る',
  pausedBecause: (why: string) => `一時停止しています：${why}`,
  progressTitle: '送信の進みぐあい',
  progress: (sent: number, all: number) => `${all}人のうち${sent}人に送りました`,
  refresh: 'いまの様子を見る',
  resultTitle: '結果',
  results: {
    sent: '送った',
    failed: '送れなかった',
    pending: 'まだ',
    sending: '送信中',
    uncertain: '届いたか分からない',
    stopped: '止めたので送らなかった',
  },
  uncertainTitle: '届いたか分からない人',
  uncertainLead:
    'LINEに送る途中で返事がとぎれ、1日たっても、届いたかどうか分かりませんでした。機械は、二度届くことを防ぐため、もう送りません。どう数えるかを決めてください。',
  uncertainChoices: 'えらべること',
  uncertainSent:
    '「送ったと数える」：結果の「送った」に入ります。訂正を送るとき、この人たちにも届きます。受け取った人から話を聞いたときに、えらびます。',
  uncertainFailed:
    '「送れなかったと数える」：結果の「送れなかった」に入ります。訂正は、この人たちには届きません。だれも受け取っていないと分かったときに、えらびます。',
  uncertainNever:
    'どちらをえらんでも、このお知らせがもう一度送られることはありません。大切な内容なら、電話や回覧など、別の方法でも伝えてください。',
  uncertainCall: (number: number, people: number) => `${number}回目の分からない送信：${people}人`,
  uncertainKnown: (at: string | undefined, attempts: number) =>
    `${at === undefined ? 'いつ試したかは分かりません' : `最初に試したのは${at}`}。試した回数は${attempts}回。`,
  countSent: '送ったと数える',
  countFailed: '送れなかったと数える',
  uncertainSettle: '届いたか分からない人を決める',
  resultHint: 'LINEは届いたかどうかを教えてくれません。「送った」は、LINEが受け取った数です。',
  correct: 'このお知らせを訂正する',
  correctLead: '訂正は、前のお知らせが届いた人（届いたかもしれない人）だけに送られます。',
  correctionHeading: '訂正のお知らせ',
  correctionText: (heading: string) =>
    `先にお送りした「${heading}」に、まちがいがありました。\n正しくは、次のとおりです。\n（正しい内容）\nおわびして訂正します。`,
  correctionOf: '訂正のもと',
} as const;
