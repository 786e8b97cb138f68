import type { District, Sphere } from '../../core/city';

/**
 * The 11 行政区 with their まちづくりセンター. Names and the phones that stand here are in public pages of the city
 * (広報ところざわ, notices of events). A centre without a phone here has none that could be confirmed, and the
 * city's desk is named in its place.
 */
export const districts: readonly District[] = [
  { name: '所沢', kana: 'ところざわ', office: { name: '所沢まちづくりセンター' } },
  { name: '松井', kana: 'まつい', office: { name: '松井まちづくりセンター', phone: '04-2994-1222' } },
  { name: '柳瀬', kana: 'やなせ', office: { name: '柳瀬まちづくりセンター' } },
  { name: '富岡', kana: 'とみおか', office: { name: '富岡まちづくりセンター', phone: '04-2942-3110' } },
  { name: '新所沢', kana: 'しんところざわ', office: { name: '新所沢まちづくりセンター' } },
  {
    name: '新所沢東',
    kana: 'しんところざわひがし',
    office: { name: '新所沢東まちづくりセンター', phone: '04-2943-0909' },
  },
  { name: '小手指', kana: 'こてさし', office: { name: '小手指まちづくりセンター', phone: '04-2948-1295' } },
  { name: '山口', kana: 'やまぐち', office: { name: '山口まちづくりセンター', phone: '04-2924-1224' } },
  { name: '三ケ島', kana: 'みかじま', office: { name: '三ケ島まちづくりセンター' } },
  { name: '吾妻', kana: 'あづま', office: { name: '吾妻まちづくりセンター', phone: '04-2924-0118' } },
  { name: '並木', kana: 'なみき', office: { name: '並木まちづくりセンター', phone: '04-2998-5911' } },
];

const sphere = (no: number, name: string, district: string, phone?: string): Sphere => ({
  no,
  name,
  district,
  office: { name: `${name}地域包括支援センター`, ...(phone === undefined ? {} : { phone }) },
  verified: phone !== undefined,
});

/**
 * The 14 日常生活圏域, one 地域包括支援センター each. Only 吾妻 is confirmed in a public page (広報ところざわ R5.9);
 * the other names are provisional (要確認) and have no phone until staff enter one.
 */
export const spheres: readonly Sphere[] = [
  sphere(1, '所沢', '所沢'),
  sphere(2, '松井西', '松井'),
  sphere(3, '松井東', '松井'),
  sphere(4, '柳瀬', '柳瀬'),
  sphere(5, '富岡', '富岡'),
  sphere(6, '新所沢', '新所沢'),
  sphere(7, '新所沢東', '新所沢東'),
  sphere(8, '三ケ島第1', '三ケ島'),
  sphere(9, '三ケ島第2', '三ケ島'),
  sphere(10, '小手指第1', '小手指'),
  sphere(11, '小手指第2', '小手指'),
  sphere(12, '山口', '山口'),
  sphere(13, '吾妻', '吾妻', '04-2929-6965'),
  sphere(14, '並木', '並木'),
];
