import { noListText } from '../core/import';
import type { NoImport } from '../service/import-places';
import type { Encoding } from '../service/read-table';

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  shift_jis: 'Shift_JIS',
};

/** Why a file is not imported, and what to do. */
const refusalText = (refusal: NoImport): string => {
  switch (refusal.kind) {
    case 'too-large':
      return `ファイルが大きすぎます（${refusal.bytes}バイト）。`;
    case 'workbook':
      return 'Excelの形式のファイルです。「CSV UTF-8（コンマ区切り）」で保存しなおしてください。';
    case 'not-text':
      return '文字として読めません。UTF-8 か Shift_JIS の CSV にしてください。';
    case 'empty':
      return 'ファイルが空です。';
    case 'broken':
      return `${refusal.line}行目のあたりで、「"」が閉じられていません。`;
    case 'unreadable-places':
      return `登録ずみの場所に、読めないものがあります（${refusal.ids.join('、')}）。先になおしてください。`;
    case 'no-header':
    case 'other-list':
      return noListText(refusal);
  }
};

/** What `npm run import:places` says around the report. */
export const importWords = {
  usage: `使い方：npm run import:places -- ファイル [--apply] [--set 名簿の名前] [--city-bounds 南,西,北,東]
  --apply         書きこみます。つけなければ、何が変わるかを見せるだけです。
  --set           名簿の名前です（英小文字・数字・ハイフン、20文字まで）。番号は名簿ごとに見分けます。
  --city-bounds   市の範囲を緯度・経度で決めます。ほかの市のファイルをためすときに使います。`,
  badOption: (option: string): string => `「${option}」はわかりません。`,
  oneFile: 'ファイルをひとつ書いてください。',
  badBounds: '--city-bounds は 南,西,北,東 の順に、4つの数で書いてください（例 35.75,139.37,35.85,139.56）。',
  badSet: '--set は英小文字・数字・ハイフンで、20文字までで書いてください。',
  noFile: (file: string): string => `ファイルを開けません：${file}`,
  head: (file: string, encoding: Encoding): string => `${file}（${encodings[encoding]}）`,
  refused: (refusal: NoImport): string => `取りこめません。${refusalText(refusal)}`,
  dryRun: 'まだ何も書きこんでいません。書きこむには、--apply をつけてもう一度お試しください。',
  applied: '書きこみました。',
  nothing: '変わるものはありません。何も書きこみませんでした。',
  stale: '見ているあいだに、ほかの人が場所を変えました。何も書きこんでいません。もう一度お試しください。',
} as const;

/** What `npm run import:events` says beside the report. */
export const eventWords = {
  usage: `使い方：npm run import:events -- ファイル [--apply]
  --apply   書きこみます。つけなければ、何が変わるかを見せるだけです。`,
  noHeader:
    '取りこめません。見出しの行が見つかりません（「名称」か「イベント名」と、「開始日」が要ります）。',
} as const;
