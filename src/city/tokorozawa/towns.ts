import type { Town } from '../../core/city';
import { spheres } from './districts';
import { splitTowns, townRows } from './town-rows';

const onlySphereOf = (district: string): string | undefined => {
  const [first, ...others] = spheres.filter((sphere) => sphere.district === district);
  return others.length === 0 ? first?.name : undefined;
};

/** The 164 towns of 所沢市; how far each fact is confirmed stands in `town-rows.ts`. */
export const towns: readonly Town[] = townRows.map(
  ([, base, chome, kana, lat, lng, district, districtVerified]) => {
    const otherDistrict = splitTowns[base];
    const sphere = otherDistrict === undefined ? onlySphereOf(district) : undefined;
    return {
      name: chome === null ? base : `${base}${chome}丁目`,
      base,
      kana,
      district,
      districtVerified,
      ...(chome === null ? {} : { chome }),
      ...(otherDistrict === undefined ? {} : { otherDistrict }),
      ...(sphere === undefined ? {} : { sphere }),
      ...(lat === null || lng === null ? {} : { at: { lat, lng } }),
    };
  },
);
