import { describe, expect, it } from 'vitest';
import { tokorozawa as city } from '../../src/city/tokorozawa';

const inside = ({ lat, lng }: { lat: number; lng: number }) =>
  lat >= city.bounds.south && lat <= city.bounds.north && lng >= city.bounds.west && lng <= city.bounds.east;

describe('the data of 所沢市', () => {
  it('has 164 towns of 82 base names, each once, with hiragana readings', () => {
    expect(city.towns).toHaveLength(164);
    expect(new Set(city.towns.map((town) => town.base)).size).toBe(82);
    expect(city.towns.filter((town) => !/^[ぁ-んー]+$/u.test(town.kana))).toEqual([]);
  });

  it('keeps the four towns without a known centre without one', () => {
    expect(city.towns.filter((town) => town.at === undefined).map((town) => town.name)).toEqual([
      '所沢',
      '上新井',
      '北野',
      '林',
    ]);
  });

  it('has every point inside its own bounds', () => {
    const outside = city.towns.filter((town) => town.at !== undefined && !inside(town.at));
    expect(outside).toEqual([]);
    expect(city.stations.filter((station) => !inside(station.at))).toEqual([]);
  });

  it('names no town twice', () => {
    expect(new Set(city.towns.map((town) => town.name)).size).toBe(city.towns.length);
  });

  it('has 11 districts and 14 spheres, each sphere within a district', () => {
    const names = city.districts.map((district) => district.name);
    expect(names).toHaveLength(11);
    expect(city.spheres).toHaveLength(14);
    expect(city.spheres.filter((sphere) => !names.includes(sphere.district))).toEqual([]);
    expect(city.towns.filter((town) => !names.includes(town.district))).toEqual([]);
  });

  it('shows only phones that were confirmed in public pages', () => {
    const phones = [...city.districts, ...city.spheres].flatMap((area) => area.office.phone ?? []);
    expect(phones.sort()).toEqual([
      '04-2924-0118',
      '04-2924-1224',
      '04-2929-6965',
      '04-2942-3110',
      '04-2943-0909',
      '04-2948-1295',
      '04-2994-1222',
      '04-2998-5911',
    ]);
    expect(city.desk.phone).toBe('04-2998-9120');
  });

  it('gives a town its sphere only where district and sphere are one', () => {
    const sphereOf = (name: string) => city.towns.find((town) => town.name === name)?.sphere;
    expect(sphereOf('東所沢3丁目')).toBe('柳瀬');
    expect(sphereOf('久米')).toBe('吾妻');
    expect(sphereOf('牛沼')).toBeUndefined();
    expect(sphereOf('くすのき台1丁目')).toBeUndefined();
    expect(city.towns.find((town) => town.name === 'くすのき台2丁目')?.otherDistrict).toBe('松井');
  });

  it('has landmarks and postcodes of known towns only', () => {
    const names = new Set(city.towns.map((town) => town.name));
    const bases = new Set(city.towns.map((town) => town.base));
    expect(city.landmarks.filter((landmark) => !names.has(landmark.town))).toEqual([]);
    expect(
      Object.values(city.postcodes)
        .flat()
        .filter((base) => !bases.has(base)),
    ).toEqual([]);
    expect(city.postcodes['3590021']).toEqual(['東所沢']);
    expect(Object.keys(city.postcodes).filter((code) => !/^359\d{4}$/.test(code))).toEqual([]);
  });

  it('uses each word for one activity only, and broader kinds that exist', () => {
    const words = city.activities.flatMap((activity) => activity.words);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    const names = new Set(city.activities.map((activity) => activity.name));
    expect(
      city.activities.flatMap((activity) => activity.within ?? []).filter((name) => !names.has(name)),
    ).toEqual([]);
    expect(names.size).toBe(city.activities.length);
  });

  it('names help lines, and says which staff must still confirm', () => {
    expect(city.helpLines.fire.number).toBe('119');
    expect(city.helpLines.police.number).toBe('110');
    expect(city.helpLines.despair.every((line) => line.toReview === true)).toBe(true);
  });
});
