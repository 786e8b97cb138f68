import type { Field } from './columns';

/**
 * The names under which columns are known: 公共施設一覧 of the old 推奨データセット (24 columns) and of the 自治体標準
 * オープンデータセット (56 columns), the layout of the raw files some cities publish, and what people write in their own.
 * Width, punctuation, spaces and a number in front do not matter.
 */
export const columnNames: readonly (readonly [Field, readonly string[]])[] = [
  [
    'cityCode',
    [
      '全国地方公共団体コード',
      '都道府県コード又は市区町村コード',
      '市区町村コード',
      '自治体コード',
      '団体コード',
    ],
  ],
  ['key', ['ID', 'NO', 'No.', '番号', '施設番号', '施設ID', '#property']],
  ['name', ['名称', '施設名', '施設名称', '公共施設名', '場所の名前', 'name']],
  ['kana', ['名称_カナ', '名称カナ', '名称_かな', '施設名カナ', '施設名_カナ', 'ふりがな', 'フリガナ']],
  ['address', ['所在地_連結表記', '住所', '所在地', '施設所在地', 'address']],
  ['prefecture', ['所在地_都道府県', '都道府県名']],
  ['cityName', ['所在地_市区町村', '市区町村名']],
  ['townName', ['所在地_町字', '町字', '町名']],
  ['street', ['所在地_番地以下', '番地以下', '番地']],
  ['building', ['建物名等（方書）', '方書', '建物名', '建物名等']],
  ['lat', ['緯度', 'latitude', 'lat']],
  ['lng', ['経度', 'longitude', 'lng', 'lon']],
  ['phone', ['電話番号', '電話', '連絡先電話番号', 'TEL', 'telephoneNumber']],
  ['weekdays', ['利用可能曜日', '利用曜日', '開館日', '曜日', 'availableDate']],
  ['opens', ['開始時間', '利用開始時間', '開館時間', 'startTime']],
  ['closes', ['終了時間', '利用終了時間', '閉館時間', 'endTime']],
  [
    'openingNote',
    ['利用可能時間特記事項', '利用可能日時特記事項', '利用可能曜日特記事項', '休館日', 'availableDateNote'],
  ],
  ['description', ['説明', '施設概要', '概要', 'service']],
  ['barrierFree', ['バリアフリー情報']],
  ['wheelchair', ['車椅子可', '車いす可', '車椅子']],
  ['toilet', ['多目的トイレ', '車椅子使用者用トイレ', 'バリアフリートイレ']],
  ['parking', ['優先駐車場', '障害者用駐車場', '駐車場']],
  ['url', ['URL', 'ホームページ', 'ウェブサイト']],
];

/** Columns that only lists of something else have: events, care services, defibrillators, population, toilets. */
export const foreignColumns: readonly string[] = [
  'イベント名',
  '開始日',
  '介護サービス事業所名称',
  '実施サービス',
  '設置位置',
  '総人口',
  '男性トイレ総数',
];
