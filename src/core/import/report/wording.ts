import type { Place } from '../../place';
import { ruleText } from '../../schedule';
import type { Field, NoList } from '../columns';
import type { ComparedField } from '../merge';
import type { Refusal, Remark } from '../plan';

const fieldNames: Readonly<Partial<Record<Field, string>>> = {
  key: '番号',
  name: '名称',
  kana: '名称のカナ',
  address: '住所',
  street: '番地',
  building: '建物名',
  description: '説明',
  openingNote: '日時の特記事項',
  barrierFree: 'バリアフリー情報',
  url: 'URL',
};

const comparedNames: Readonly<Record<ComparedField, string>> = {
  name: '名前',
  kana: '読みがな',
  town: '町',
  address: '住所',
  at: '位置',
  district: '地区',
  sphere: '圏域',
  description: '説明',
  schedule: '開いている日',
  phone: '電話番号',
  url: 'URL',
  access: '設備',
};

const accessNames = {
  steps: '段差',
  wheelchair: '車いす',
  toilet: '多目的トイレ',
  parking: '駐車場',
} as const;
const knownTexts = { yes: 'あり', no: 'なし' } as const;
const NOTHING = '（なし）';

const accessText = ({ access }: Place): string =>
  (['steps', 'wheelchair', 'toilet', 'parking'] as const)
    .flatMap((what) => {
      const value = access[what];
      return value === 'unknown' ? [] : [`${accessNames[what]}${knownTexts[value]}`];
    })
    .join('、');

/** One field of a place as staff read it. */
const valueText = (place: Place, field: ComparedField): string => {
  switch (field) {
    case 'at':
      return place.at === undefined
        ? NOTHING
        : `${place.at.lat}, ${place.at.lng}${place.isApproximate ? '（町のまんなか）' : ''}`;
    case 'schedule':
      return place.schedule.rules.map(ruleText).join('、') || NOTHING;
    case 'access':
      return accessText(place) || NOTHING;
    default:
      return place[field] ?? NOTHING;
  }
};

/** 「電話番号：（なし） → 04-2998-9120」 */
export const differenceText = (field: ComparedField, before: Place, after: Place): string =>
  `${comparedNames[field]}：${valueText(before, field)} → ${valueText(after, field)}`;

/** Why a row is not taken, and what to do about it. */
export const refusalText = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'no-name':
      return '名称が空です。';
    case 'too-long':
      return `「${fieldNames[refusal.field] ?? refusal.field}」が長すぎます（${refusal.length}文字。${refusal.most}文字まで）。`;
    case 'formula':
      return `「${fieldNames[refusal.field] ?? refusal.field}」が計算式（= や @ などで始まる文字）になっています。`;
    case 'other-city':
      return `ほかの市区町村の行です（コード ${refusal.code}）。`;
    case 'half-position':
      return '緯度と経度の片方だけが書かれています。';
    case 'position-unread':
      return `緯度・経度を数字として読めません（${refusal.lat}、${refusal.lng}）。`;
    case 'position-zero':
      return '緯度か経度が0です。わからないときは、両方とも空にしてください。';
    case 'position-swapped':
      return `緯度と経度が入れかわっています（緯度 ${refusal.lat}、経度 ${refusal.lng}）。`;
    case 'position-outside':
      return `緯度・経度が市の外です（緯度 ${refusal.lat}、経度 ${refusal.lng}）。`;
    case 'same-number':
      return `番号が${refusal.line}行目と同じです。`;
    case 'same-place':
      return `${refusal.line}行目と同じ場所です。`;
    case 'number-taken':
      return `この番号は、登録ずみの「${refusal.name}」の番号です。別の名簿のときは --set で名簿の名前を分けてください。`;
  }
};

/** What staff should know of a row that is taken. */
export const remarkText = (remark: Remark): string => {
  switch (remark.kind) {
    case 'no-key':
      return '番号がないので、名前と住所で見分けます。';
    case 'no-position':
      return '位置がわからないので、近い順の案内には出ません。';
    case 'middle-of-town':
      return `位置は「${remark.town}」のまんなかです（建物の位置ではありません）。`;
    case 'phone-unread':
      return `電話番号「${remark.text}」は読めないので、のせません。`;
    case 'phone-mobile':
      return '携帯電話の番号は、ファイルからはのせません。公開してよいか確かめてから、画面で入れてください。';
    case 'url-unread':
      return 'URLは読めないので、のせません。';
    case 'opening-unread':
      return `曜日・時間の「${remark.text}」は読めませんでした。`;
    case 'other-times':
      return '日によって時間がちがうと書かれているので、時間は「わからない」とします。';
    case 'ended':
      return '「終了」にしてある場所です。終了のままにします。';
  }
};

/** Why a whole file is not taken. */
export const noListText = (refusal: NoList): string =>
  refusal.kind === 'no-header'
    ? '「名称」などの見出しの行が見つかりません。公共施設一覧のファイルかどうか、確かめてください。'
    : `公共施設一覧ではないようです（「${refusal.column}」という列があります）。`;

/** The first words of a row's line. */
export const outcomeNames = {
  added: '追加',
  changed: '変更',
  unchanged: '変更なし',
  refused: '受け付けません',
} as const;

/** Words around the rows. */
export const reportWords = {
  row: (line: number, outcome: string, name: string): string =>
    `${line}行目 ${outcome}　${name || '（名称なし）'}`,
  missing: 'ファイルにありません（そのまま残します）',
  sum: (counts: {
    added: number;
    changed: number;
    unchanged: number;
    refused: number;
    missing: number;
  }): string =>
    `まとめ：追加 ${counts.added}件、変更 ${counts.changed}件、変更なし ${counts.unchanged}件、受け付けません ${counts.refused}件、ファイルにないもの ${counts.missing}件`,
} as const;
