import type { City } from '../../core/city';

/** Numbers of the whole country. Those marked `toReview` are to be confirmed by staff before a public release. */
export const helpLines: City['helpLines'] = {
  fire: { name: '救急・消防', number: '119', hours: '24時間' },
  police: { name: '警察', number: '110', hours: '24時間' },
  policeAdvice: { name: '警察相談専用電話', number: '#9110', toReview: true },
  consumer: { name: '消費者ホットライン', number: '188', toReview: true },
  despair: [
    { name: 'よりそいホットライン', number: '0120-279-338', hours: '24時間', toReview: true },
    { name: '自殺予防いのちの電話', number: '0120-783-556', toReview: true },
  ],
};
