import type { City } from '../../core/city';
import { activities } from './activities';
import { courses } from './courses';
import { districts, spheres } from './districts';
import { helpLines } from './help-lines';
import { landmarks } from './landmarks';
import { neighbours } from './neighbours';
import { nicknames } from './nicknames';
import { postcodes } from './postcodes';
import { stations } from './stations';
import { towns } from './towns';

/** 埼玉県所沢市, the reference city. */
export const tokorozawa: City = {
  id: 'tokorozawa',
  name: '所沢市',
  prefecture: '埼玉県',
  code: '112089',
  // The centres of all towns with a margin of about 2 km for the edges of the outer ones.
  bounds: { south: 35.75, north: 35.85, west: 139.37, east: 139.56 },
  centre: { lat: 35.7994, lng: 139.4689 },
  desk: { name: '所沢市 高齢者支援課', phone: '04-2998-9120', hours: '平日の日中（土・日・祝日はお休み）' },
  // 「平日の日中」 and no more is confirmed, so these are narrower than any office's own hours are likely to be.
  officeHours: { from: '09:00', to: '17:00', yearEnd: { from: '12-29', to: '01-03' } },
  domains: ['city.tokorozawa.saitama.jp'],
  quietHours: { from: '21:00', to: '08:00', cancellationsFrom: '06:30' },
  districts,
  spheres,
  towns,
  stations,
  landmarks,
  postcodes,
  neighbours,
  nicknames,
  activities,
  courses,
  helpLines,
  attribution:
    '町の位置：Geolonia 住所データ（CC BY 4.0）を加工／町名の読み：デジタル庁 アドレス・ベース・レジストリ／郵便番号：日本郵便',
};
