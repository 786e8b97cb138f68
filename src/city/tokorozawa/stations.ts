import type { Station } from '../../core/city';

/**
 * Stations in the city and just across its border, as facts of 2018. The station listed then as 遊園地西 is now
 * 西武園ゆうえんち. Coordinates are to be checked again before a public release.
 */
export const stations: readonly Station[] = [
  { name: '所沢', kana: 'ところざわ', at: { lat: 35.786627, lng: 139.473324 }, inCity: true },
  { name: '西所沢', kana: 'にしところざわ', at: { lat: 35.789303, lng: 139.455959 }, inCity: true },
  { name: '小手指', kana: 'こてさし', at: { lat: 35.800535, lng: 139.438016 }, inCity: true },
  { name: '狭山ヶ丘', kana: 'さやまがおか', at: { lat: 35.810445, lng: 139.416975 }, inCity: true },
  { name: '航空公園', kana: 'こうくうこうえん', at: { lat: 35.798272, lng: 139.465641 }, inCity: true },
  { name: '新所沢', kana: 'しんところざわ', at: { lat: 35.805854, lng: 139.457069 }, inCity: true },
  { name: '東所沢', kana: 'ひがしところざわ', at: { lat: 35.79461, lng: 139.513878 }, inCity: true },
  { name: '下山口', kana: 'しもやまぐち', at: { lat: 35.77941, lng: 139.441097 }, inCity: true },
  { name: '西武球場前', kana: 'せいぶきゅうじょうまえ', at: { lat: 35.77093, lng: 139.41966 }, inCity: true },
  {
    name: '西武園ゆうえんち',
    kana: 'せいぶえんゆうえんち',
    at: { lat: 35.769042, lng: 139.440166 },
    inCity: true,
  },
  { name: '秋津', kana: 'あきつ', at: { lat: 35.778614, lng: 139.496539 }, inCity: false },
  { name: '新秋津', kana: 'しんあきつ', at: { lat: 35.778331, lng: 139.493592 }, inCity: false },
  { name: '武蔵藤沢', kana: 'むさしふじさわ', at: { lat: 35.820963, lng: 139.412736 }, inCity: false },
  { name: '清瀬', kana: 'きよせ', at: { lat: 35.772221, lng: 139.519917 }, inCity: false },
];
