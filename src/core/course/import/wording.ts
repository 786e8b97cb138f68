/** Headers of event lists in both standard layouts, as `foldedHeader` writes them, and the field each means. */
export const headers: Readonly<Record<string, EventField>> = {
  no: 'key',
  id: 'key',
  名称: 'name',
  イベント名: 'name',
  概要: 'summary',
  説明: 'about',
  url: 'url',
  開始日: 'startDate',
  終了日: 'endDate',
  開始時刻: 'startTime',
  開始時間: 'startTime',
  終了時刻: 'endTime',
  終了時間: 'endTime',
  場所名称: 'venue',
  集合場所: 'meetingPoint',
  住所: 'address',
  所在地連結表記: 'address',
  住所町名: 'town',
  住所丁目以下: 'block',
  方書: 'room',
  建物名等: 'room',
  建物名等方書: 'room',
  緯度: 'lat',
  経度: 'lng',
  対象者: 'audience',
  料金基本: 'fee',
  料金詳細: 'feeNote',
  申込期限日: 'closesDate',
  参加申込終了日: 'closesDate',
  申込期限時刻: 'closesTime',
  参加申込終了時間: 'closesTime',
  連絡先電話番号: 'phone',
};

/** What a column of an event list is about. */
export type EventField =
  | 'key'
  | 'name'
  | 'summary'
  | 'about'
  | 'url'
  | 'startDate'
  | 'endDate'
  | 'startTime'
  | 'endTime'
  | 'venue'
  | 'meetingPoint'
  | 'address'
  | 'town'
  | 'block'
  | 'room'
  | 'lat'
  | 'lng'
  | 'audience'
  | 'fee'
  | 'feeNote'
  | 'closesDate'
  | 'closesTime'
  | 'phone';

/** 「令和4年1月22日」「2022年1月22日」「2022/1/22」 after NFKC. */
export const dateCell =
  /^(?:(令和|平成|昭和)(元|\d{1,2})年|(\d{4})[年/.-])(\d{1,2})[月/.-](\d{1,2})日?(?:\s*[(（].[)）])?$/u;

/** The year before the first of each era. */
export const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** The first year of an era. */
export const firstYear = '元';

/** 「9:00」「9:00:00」「午後1時30分」「9時半」「正午」 after NFKC. */
export const timeCell = /^(午前|午後)?\s*(\d{1,2})(?::(\d{2})(?::\d{2})?|時(?:(\d{1,2})分|(半))?)$/u;
export const afternoon = '午後';
export const noon = '正午';

/** The kind of what is none of the city's courses. */
export const otherKind = '催し';

/** Why a row becomes no lesson, as whoever imports reads it. */
export const reasons = {
  'no-name': 'イベントの名前がありません。',
  'no-date': '開始日がありません。',
  'date-unread': '開始日を読めません。',
  'no-time': '開始時刻がありません。時刻のわからないものは載せません。',
  'time-unread': '開始時刻を読めません。',
  'end-before-start': '終了が開始より前です。',
  'many-days': '何日も続く催しです。回ごとの行にしてください。',
  'no-venue': '場所がありません。',
  past: 'もう終わっています。',
} as const;

/** What the dry run says of each row and of all. */
export const report = {
  row: (line: number, what: string, name: string): string => `${line}行目 ${what} ${name}`,
  added: '追加',
  changed: '変更',
  same: '変更なし',
  repeated: (line: number): string => `${line}行目と同じ（とばします）`,
  refused: (reason: string): string => `載せません：${reason}`,
  approximate: '（地図は町のまんなか）',
  noPosition: '（位置はわかりません）',
  total: (counts: {
    added: number;
    changed: number;
    same: number;
    repeated: number;
    refused: number;
  }): string =>
    `追加 ${counts.added}、変更 ${counts.changed}、変更なし ${counts.same}、重なり ${counts.repeated}、載せない ${counts.refused}`,
} as const;
