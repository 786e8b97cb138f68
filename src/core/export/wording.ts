/** The columns of 公共施設一覧 in the old 推奨データセット, in its order. */
export const oldColumns = [
  '都道府県コード又は市区町村コード',
  'NO',
  '都道府県名',
  '市区町村名',
  '名称',
  '名称_カナ',
  '名称_通称',
  'POIコード',
  '住所',
  '方書',
  '緯度',
  '経度',
  '電話番号',
  '内線番号',
  '法人番号',
  '団体名',
  '利用可能曜日',
  '開始時間',
  '終了時間',
  '利用可能日時特記事項',
  '説明',
  'バリアフリー情報',
  'URL',
  '備考',
] as const;

/** The columns of 公共施設一覧 in the 自治体標準オープンデータセット, in its order. */
export const newColumns = [
  '全国地方公共団体コード',
  'ID',
  '地方公共団体名',
  '名称',
  '名称_カナ',
  '名称_英字',
  '名称_通称',
  'POIコード',
  '外部識別子',
  '外部識別子の値',
  '所在地_全国地方公共団体コード',
  '町字ID',
  '所在地_連結表記',
  '所在地_都道府県',
  '所在地_市区町村',
  '所在地_町字',
  '所在地_番地以下',
  '建物名等（方書）',
  '緯度',
  '経度',
  '高度の種別',
  '高度の値',
  '電話番号',
  '内線番号',
  '連絡先メールアドレス',
  '連絡先FormURL',
  '連絡先備考（その他、SNSなど）',
  '郵便番号',
  '法人番号',
  '団体名',
  '利用可能曜日',
  '開始時間',
  '終了時間',
  '利用可能時間特記事項',
  '説明',
  '車椅子可',
  '車椅子貸出',
  'ツエ貸出',
  '多目的トイレ',
  'スロープ、エレベータ、エスカレータ',
  '点字ブロック等の移動支援',
  '点字や読上による支援',
  '盲導犬・介助犬・聴導犬同伴',
  '字幕',
  '筆談対応',
  '優先駐車場',
  'オストメイト対応トイレ',
  '授乳室',
  'おむつ替えコーナー',
  '飲食可否',
  'ベビーカー貸出',
  'ベビーカー利用',
  'URL',
  '画像',
  '画像ライセンス',
  '備考',
] as const;

/** A column of either layout. */
export type ColumnName = (typeof oldColumns)[number] | (typeof newColumns)[number];

/** One place, by column name. What a layout has no column for is left out of it. */
export const cellsOf = (facts: {
  readonly code: string;
  readonly key: string;
  readonly prefecture: string;
  readonly city: string;
  readonly name: string;
  readonly kana: string;
  readonly address: string;
  readonly lat: string;
  readonly lng: string;
  readonly phone: string;
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
  readonly description: string;
  readonly wheelchair: string;
  readonly toilet: string;
  readonly parking: string;
  readonly url: string;
}): Readonly<Partial<Record<ColumnName, string>>> => ({
  都道府県コード又は市区町村コード: facts.code,
  全国地方公共団体コード: facts.code,
  NO: facts.key,
  ID: facts.key,
  都道府県名: facts.prefecture,
  市区町村名: facts.city,
  地方公共団体名: `${facts.prefecture}${facts.city}`,
  名称: facts.name,
  名称_カナ: facts.kana,
  住所: facts.address,
  所在地_連結表記: facts.address,
  緯度: facts.lat,
  経度: facts.lng,
  電話番号: facts.phone,
  利用可能曜日: facts.days,
  開始時間: facts.opens,
  終了時間: facts.closes,
  説明: facts.description,
  車椅子可: facts.wheelchair,
  多目的トイレ: facts.toilet,
  優先駐車場: facts.parking,
  URL: facts.url,
});

/** A yes or a no as the standards write it; unknown stays blank. */
export const knownText = { yes: '有', no: '無', unknown: '' } as const;

/** Between the rules of a schedule in one cell. */
export const ruleSeparator = '、';

/** The weekday letters of one weekly rule, Monday first: 「月水金」. */
export const weekdayRun = ['日', '月', '火', '水', '木', '金', '土'] as const;
